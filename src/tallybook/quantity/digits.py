"""What a string of digits and marks says: its value, and the other values it may have."""

from __future__ import annotations

import re
from fractions import Fraction

Exact = int | Fraction
"""A value without rounding; `number` turns it into what the model holds."""

LONGEST = 18
"""A longer run of digits is an identifier, never a count."""

_SCIENTIFIC = re.compile(r"^(?P<mantissa>[\d.,]+?)(?:[eE]|\s?[x×]\s?10\^?)(?P<exponent>[+−-]?\d+)$")
_POWER = re.compile(r"^(?P<base>[\d.,]+)\^(?P<signs>[+-]*)(?P<exponent>\d+)$")
_GROUPS = re.compile(r"^\d{1,3}(?:[^\d]\d{3})+$")
_INDIAN_GROUPS = re.compile(r"^\d{1,2}(?:,\d\d)+,\d{3}$")


def read_digits(written: str, *, group: str, decimal: str) -> tuple[tuple[Exact, str], ...]:
    """Values that the written digits may have, likeliest first, each with the reason.

    `group` and `decimal` are the marks that the language uses. Empty where the string is no number
    ("1234567890123456789012" is an identifier).

    >>> read_digits("3,000", group=",", decimal=".")
    ((3000, 'groups of three'),)
    >>> [value for value, why in read_digits("3.350", group=",", decimal=".")]
    [Fraction(67, 20), 3350]
    """
    if sum(map(str.isdigit, written)) > LONGEST:
        return ()
    scientific = _SCIENTIFIC.match(written)
    if scientific:
        return _scientific(scientific, group=group, decimal=decimal)
    power = _POWER.match(written)
    if power:
        return _power(power, group=group, decimal=decimal)
    marks = {mark for mark in written if not mark.isdigit()}
    if not marks:
        return ((int(written), "digits"),)
    if len(marks) == 1:
        return _one_mark(written, marks.pop(), group=group, decimal=decimal)
    return ((_value(written, decimal=max(marks, key=written.rfind)), "two marks, the last one decimal"),)


def _scientific(match: re.Match[str], *, group: str, decimal: str) -> tuple[tuple[Exact, str], ...]:
    factor = Fraction(10) ** int(match["exponent"].replace("−", "-"))
    readings = read_digits(match["mantissa"], group=group, decimal=decimal)
    return tuple((plain(value * factor), why) for value, why in readings)


def _power(match: re.Match[str], *, group: str, decimal: str) -> tuple[tuple[Exact, str], ...]:
    """ "2.5^-1"; nothing where the result would be an identifier's length."""
    exponent = int(match["exponent"]) * (-1) ** match["signs"].count("-")
    readings = read_digits(match["base"], group=group, decimal=decimal)
    if not readings or not readings[0][0] or abs(readings[0][0]) ** abs(exponent) >= 10**LONGEST:
        return ()
    return ((plain(Fraction(readings[0][0]) ** exponent), "a power"),)


def _one_mark(written: str, mark: str, *, group: str, decimal: str) -> tuple[tuple[Exact, str], ...]:
    grouped = bool(_GROUPS.match(written)) and not written.startswith("0")
    if mark not in ".," or written.count(mark) > 1:
        is_number = grouped or _INDIAN_GROUPS.match(written)
        return ((_value(written, decimal=""), "groups of three"),) if is_number else ()
    as_decimal = (_value(written, decimal=mark), f"{mark!r} read as the decimal mark")
    as_group = (_value(written, decimal=""), f"{mark!r} read as a mark between groups of three")
    if not grouped:
        return (as_decimal, as_group) if mark == group else (as_decimal,)
    if mark == group:
        return ((as_group[0], "groups of three"),)
    return (as_decimal, as_group)


def _value(written: str, *, decimal: str) -> Exact:
    whole, _, part = written.rpartition(decimal) if decimal and decimal in written else (written, "", "")
    digits = "".join(str(int(sign)) for sign in whole if sign.isdigit()) or "0"
    if not part:
        return int(digits)
    tail = "".join(str(int(sign)) for sign in part)
    return plain(Fraction(f"{digits}.{tail}"))


def plain(value: Exact) -> Exact:
    """An int where the value is whole."""
    return value.numerator if value.denominator == 1 else value


def number(value: Exact) -> int | float:
    """The value as the model holds it: an int where whole, else the nearest float."""
    return int(value) if value.denominator == 1 else float(value)
