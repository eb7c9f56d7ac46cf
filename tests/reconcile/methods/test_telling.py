"""The words for a probability, and the claim that a best value hangs on."""

from __future__ import annotations

import pytest

from tallybook.reconcile.methods.telling import likelihood_of


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (None, None),
        (0.0, "almost no chance"),
        (0.1, "very unlikely"),
        (0.3, "unlikely"),
        (0.5, "roughly even chance"),
        (0.7, "likely"),
        (0.9, "very likely"),
        (0.99, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_words_of_icd_203(probability, word):
    assert likelihood_of(probability) == word


@pytest.mark.parametrize(
    ("book", "pivot"),
    [
        pytest.param("a1 | 12 killed | by Police", None, id="one claim"),
        pytest.param("a1 | 12 killed | by Oxfam\nb1 | 12 killed | by UNICEF", None, id="nothing moves"),
        pytest.param(
            "a1 | 12 killed | by Oxfam\nb1 | 12 killed | by UNICEF\nc1 | 40 killed | by Red Cross",
            ("a1", None),
            id="one against one",
        ),
        pytest.param(
            "a1 | 1,000 killed | by Oxfam\nb1 | 1,021 killed | by UNICEF", ("b1", 1000), id="the sharper number goes"
        ),
    ],
)
def test_pivot(picture_of, book, pivot):
    found = picture_of(book, "posterior").estimates[-1].pivot
    assert (found and (found.claim, found.best)) == pivot
