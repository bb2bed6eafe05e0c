"""The child process in which a file is read: ``python -m loaders.readers FORM``, bytes in, JSON out, within limits."""

from __future__ import annotations

import dataclasses
import json
import sys

from labour.errors import LetterError
from loaders.readers.limits import limit
from loaders.readers.reading import Reading


def _read(form: str, content: bytes) -> Reading:
    if form == "zip":
        from loaders.readers import archive

        return archive.read(content)
    if form == "html":
        from loaders.readers import webpage

        return webpage.read(content)
    from loaders.readers import pdf

    return pdf.read(content)


def _answer(form: str, content: bytes) -> dict[str, object]:
    try:
        return dataclasses.asdict(_read(form, content))
    except LetterError as problem:
        return {"nl": problem.nl, "en": problem.en}
    except MemoryError:
        return {"nl": "het bestand vraagt te veel geheugen", "en": "the file asks too much memory"}
    # The border of the child: a damaged file may break a library in any way, and the parent must hear one sentence.
    except Exception:
        return {"nl": "het bestand is beschadigd", "en": "the file is damaged"}


if __name__ == "__main__":
    limit()
    sys.stdout.buffer.write(json.dumps(_answer(sys.argv[1], sys.stdin.buffer.read())).encode("ascii"))
