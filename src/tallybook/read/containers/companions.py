"""What browsers save beside a page: the folder of its pictures, styles, scripts and frames."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePath

_ENDINGS = (
    *("_files", ".files", "_file", "-file", "_fichiers", "-Dateien", "_archivos", "_arquivos", "_ficheiros"),
    *("_bestanden", "-filer", "_pliki", "_soubory"),
)
"""How the name of such a folder goes on behind that of its page, by the language of the browser."""
_PAGES = (".html", ".htm", ".xhtml")


def without_companions(files: Iterable[str]) -> list[str]:
    """The files, named by their paths, without those in the folder that was saved beside a page among them.

    >>> without_companions(["a/flood.html", "a/flood_files/menu.js", "a/other_files/notes.txt"])
    ['a/flood.html', 'a/other_files/notes.txt']
    """
    names = list(files)
    known = frozenset(names)
    beside: dict[PurePath, bool] = {}
    return [name for name in names if not _belongs(PurePath(name), known, beside)]


def _belongs(path: PurePath, known: Collection[str], beside: dict[PurePath, bool]) -> bool:
    for folder in path.parents:
        if folder not in beside:
            beside[folder] = _is_companion(folder, known)
        if beside[folder]:
            return True
    return False


def _is_companion(folder: PurePath, known: Collection[str]) -> bool:
    return any(
        str(folder.with_name(folder.name.removesuffix(ending) + page)) in known
        for ending in _ENDINGS
        if folder.name.endswith(ending) and folder.name != ending
        for page in _PAGES
    )
