"""The errors a user may see: one clear sentence in Dutch and in English, never a traceback."""

from __future__ import annotations


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
