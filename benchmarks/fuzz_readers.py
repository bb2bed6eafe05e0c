"""Damaged files by the thousand through every reader: none may hang, and none may fail in another way than with a sentence.

    python -m benchmarks.fuzz_readers --minutes 5 [docx odt html pdf text footnotes metadata]

Each reader starts from real files and changes them: bits, stretches, numbers, tags, whole parts of a container. What is found
is written to the folder of ``--keep``. Exit code 1 when something was found.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import signal
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from labour.errors import LetterError
from labour.model import Letter
from loaders import metadata, publications
from loaders.footnotes import find_footnotes
from loaders.readers import archive, pdf, plain, webpage
from loaders.readers.reading import Reading
from tests.loaders.readers.documents import docx, p, printed
from tests.loaders.readers.documents import pdf as pdf_of

ROOT = Path(__file__).resolve().parent.parent
#: seconds of processor after which an input counts as a hang, as the product's own limit; a busy machine then accuses nobody
SLOW = 8
#: seconds that a reader may be silent before it is ended from outside: a library that hangs obeys no signal
SILENT = 120
_TOKENS = (
    b"<", b">", b"</", b"&", b"&#x0;", b"\x00", b"\xff\xfe", b"9" * 400, b"-1", b"4294967296", b"1e999", b'"', b"[footnoteRef:1]",
    b"[1:  ", b"<sup>1</sup>", b"<w:p>", b"</w:p>", b"<w:del>", b"<w:tbl>", b'<w:footnoteReference w:id="1"/>', b"<text:p>", b"<table>",
    b"<text:note>", b"<td colspan=99999999>", b"<a href='#a'>1</a>", b"endobj", b"stream", b"/Kids [1 0 R]", b"/Count 99999999",
    b"\n\n1 ", b"Datum ", b"  " * 500,
)  # fmt: skip


class Hang(Exception):
    """An input that took too long."""


def _describe(content: bytes) -> None:
    text = plain.decode(content)
    metadata.described(Letter("x", text), Reading(text, (), text, text), publications.read_record(content))


READERS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "docx": ("*.docx", archive.read),
    "odt": ("*.odt", archive.read),
    "html": ("*.html", webpage.read),
    "pdf": ("*.pdf", pdf.read),
    "text": ("*.html", plain.read),
    "footnotes": ("*.txt", lambda content: find_footnotes(plain.decode(content))),
    "metadata": ("*.txt", _describe),
}


def seeds(form: str) -> list[bytes]:
    """The files that a reader's inputs are made from: real ones, small ones first, and one that has everything the reader knows."""
    pattern = READERS[form][0]
    folder = ROOT / "data" / "letters" if pattern == "*.txt" else ROOT / "tests" / "fixtures" / "letters"
    rich = {"docx": _rich_docx, "pdf": _rich_pdf}.get(form)
    return ([rich()] * 3 if rich else []) + sorted((path.read_bytes() for path in folder.glob(pattern)), key=len)


def _rich_docx() -> bytes:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        + p("kader")
        + "</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
    )
    cells = "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{p("x 1.000")}</w:tc>' for span in (1, 2))
    body = p("Er waren ", "<w:ins><w:r><w:t>106</w:t></w:r></w:ins>", "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>", box)
    body += f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>" + p('<w:r><w:footnoteReference w:id="2"/></w:r>', "eind")
    note = '<w:footnote w:id="2">' + p("CBS") + "</w:footnote>"
    return docx(body, footnotes=note, endnotes=note.replace("footnote", "endnote"), header=p("Datum"))


def _rich_pdf() -> bytes:
    lines = [(70.0, 700 - 13.0 * number, 10.0, f"Regel {number} van de arbeids-") for number in range(20)]
    page = printed(
        (70, 800, 7, "Datum"),
        *lines,
        (250, 704, 6, "1"),
        (70, 400, 10, "Zorg"),
        (300, 400, 10, "65"),
        (70, 60, 7, "1 CBS."),
        (300, 30, 7, "2"),
    )
    return pdf_of(page, page, packed_streams=False)


def damaged(seed: bytes, chance: random.Random) -> bytes:
    """The file with one to eight changes; of a container mostly in a part, so that it still opens."""
    if seed.startswith(b"PK") and chance.random() < 0.9:
        with zipfile.ZipFile(io.BytesIO(seed)) as whole:
            parts = {name: whole.read(name) for name in whole.namelist()}
        victim = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[victim] = _changed(parts[victim], chance)
        if chance.random() < 0.1:
            del parts[chance.choice(sorted(parts))]
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as new:
            for name, content in parts.items():
                new.writestr(name, content)
        return file.getvalue()
    return _changed(seed, chance)


def _changed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed) + 1)
        end = min(len(changed), place + chance.choice((1, 4, 40, 4000)))
        match chance.randrange(5):
            case 0:
                changed[place:end] = chance.randbytes(end - place)
            case 1:
                del changed[place:end]
            case 2:
                changed[place:place] = changed[place:end] * chance.randint(1, 50)
            case 3:
                changed[place:place] = chance.choice(_TOKENS)
            case 4:
                changed = changed[: max(1, end)]
    return bytes(changed)


def fuzz(form: str, seconds: float, seed: int) -> Iterator[tuple[str, bytes]]:
    """(what went wrong, input) of each input that the reader of ``form`` cannot take, for so many seconds."""
    chance, files, read = random.Random(f"{form} {seed}"), seeds(form), READERS[form][1]
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        content = damaged(chance.choice(files), chance)
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, SLOW)
        try:
            read(content)
        except LetterError:
            pass
        except Hang:
            yield "hang", content
        except RecursionError:  # the child process of the product turns it into a sentence
            pass
        except Exception as problem:
            yield f"{type(problem).__name__}: {problem}", content
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Hang


def _one(form: str, seconds: float, seed: int, keep: Path) -> None:
    """In a process of its own: a library that crashes must not end the others."""
    found = 0
    for what, content in fuzz(form, seconds, seed):
        found += 1
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{form}-{seed}-{found}").write_bytes(content)
        print(f"{form}: {what}", flush=True)
    sys.exit(1 if found else 0)


def main() -> int:
    """Runs the readers asked for, or all, one after another."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("forms", nargs="*", choices=[*READERS, []], help="readers; all when none is named")
    asked.add_argument("--minutes", type=float, default=5.0, help="for each reader")
    asked.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    asked.add_argument("--keep", type=Path, default=ROOT / "out" / "fuzz", help="where inputs that did harm are kept")
    given = asked.parse_args()
    bad = 0
    for form in given.forms or READERS:
        process = multiprocessing.get_context("spawn").Process(target=_one, args=(form, given.minutes * 60, given.seed, given.keep))
        began = time.monotonic()
        process.start()
        process.join(given.minutes * 60 + SILENT)
        if process.exitcode is None:
            print(f"{form}: hangs outside Python with seed {given.seed}", flush=True)
            process.kill()
            process.join()
        bad += process.exitcode != 0
        print(
            f"{form}: {'nothing' if process.exitcode == 0 else f'exit {process.exitcode}'} in {time.monotonic() - began:.0f} s", flush=True
        )
    print(f"seed {given.seed}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
