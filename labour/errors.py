"""The errors a user may see: one clear sentence in Dutch and in English, never a traceback."""

from __future__ import annotations

import errno

_CAUSES = {
    errno.ENOENT: ("bestaat niet", "does not exist"),
    errno.EACCES: ("geen toegang", "no access"),
    errno.EFBIG: ("het bestand wordt groter dan is toegestaan", "the file grows larger than is allowed"),
    errno.EDQUOT: ("de schijf is vol", "the disk is full"),
    errno.EPERM: ("geen toegang", "no access"),
    errno.EISDIR: ("is een map", "is a folder"),
    errno.ENOTDIR: ("de map bestaat niet", "there is no such folder"),
    errno.ENOSPC: ("de schijf is vol", "the disk is full"),
    errno.EROFS: ("de schijf is alleen-lezen", "the disk is read-only"),
    errno.ENAMETOOLONG: ("de naam is te lang", "the name is too long"),
}


def cause(error: Exception) -> tuple[str, str]:
    """Why it went wrong, in Dutch and English: what the system refused; the error's own words where there are none of ours."""
    refused = error if isinstance(error, OSError) else None
    own = (refused and refused.strerror) or str(error) or type(error).__name__
    return _CAUSES.get((refused and refused.errno) or 0, (own, own))


class CijfertoetsError(Exception):
    """Something could not be done; ``nl`` and ``en`` say what, about which thing, and what to do."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(nl)
        self.nl = nl
        self.en = en

    def sentence(self, language: str = "nl") -> str:
        """The one sentence in the asked language ("nl" or "en")."""
        return self.en if language == "en" else self.nl

    def __reduce__(self) -> tuple[type[CijfertoetsError], tuple[str, str]]:
        return type(self), (self.nl, self.en)


class LetterError(CijfertoetsError):
    """A letter could not be read."""


class StatLineError(CijfertoetsError):
    """StatLine did not answer, or answered something that cannot be trusted."""


class DataError(CijfertoetsError):
    """The figures or word lists on disk are damaged or missing."""
