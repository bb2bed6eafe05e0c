"""Files made to harm: each ends in one sentence, within ten seconds, with the parent process none the larger."""

from __future__ import annotations

import functools
import io
import random
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from labour.errors import LetterError
from loaders import confined
from loaders.letters import read_letter

from .documents import W, docx, odt, p, packed, pdf, printed

RELATIONS = '<R><R Type="x/officeDocument" Target="word/document.xml"/></R>'
LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def word(document: str | bytes) -> bytes:
    return packed({"[Content_Types].xml": "<T/>", "_rels/.rels": RELATIONS, "word/document.xml": document})


def zip_bomb() -> bytes:
    """300 MB of blanks in 300 KB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<T/>")
        container.writestr("_rels/.rels", RELATIONS)
        with container.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return file.getvalue()


def lying_zip() -> bytes:
    """A bomb that says of itself that it is small."""
    content = zip_bomb()
    place = content.rindex(b"PK\x01\x02")
    return content[: place + 24] + struct.pack("<I", 1000) + content[place + 28 :]


def locked_zip() -> bytes:
    content = bytearray(docx(p("geheim")))
    place = 0
    while (place := content.find(b"PK\x01\x02", place)) >= 0:
        content[place + 8] |= 1
        place += 4
    return bytes(content)


def many_parts() -> bytes:
    return packed({f"{number}": "" for number in range(5_000)})


def nested_zip() -> bytes:
    inner = packed({"bom.txt": b"0" * 1_000_000})
    for level in range(20):
        inner = packed({f"{level}.zip": inner})
    return inner


def too_much_text() -> bytes:
    figures = random.Random(1)
    return docx("".join(p(figures.randbytes(10_000).hex()) for _ in range(200)))


def endless_pages() -> bytes:
    """A page tree that holds itself and says it has a thousand million pages."""
    return pdf("").replace(b"/Count 1 /Kids [5 0 R]", b"/Count 999999999 /Kids [2 0 R 5 0 R]")


def pdf_bomb() -> bytes:
    """A content stream of 500 MB in 500 KB, in two layers."""
    squeeze = zlib.compressobj(9)
    stream = b"".join([squeeze.compress(b"BT /F1 9 Tf (99999999) Tj ET\n" * 20_000) for _ in range(900)] + [squeeze.flush()])
    layer = zlib.compress(stream)
    head, tail = pdf("x").split(b"stream\n", 1)[0], pdf("x").split(b"endstream", 1)[1]
    head = head[: head.rindex(b"<<")] + b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >> " % len(layer)
    return head + b"stream\n" + layer + b"\nendstream" + tail


def cut_pdf() -> bytes:
    content = (Path(__file__).resolve().parents[2] / "fixtures" / "letters" / "2026-05-26-reactie-ultimatum-fnv.pdf").read_bytes()
    return content[: len(content) // 3] + b"\xff" * 2000


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (zip_bomb, "te groot"),
    "zip bomb that lies": (lying_zip, "te groot|beschadigd"),
    "too many parts": (many_parts, "te veel onderdelen"),
    "path out of the archive": (lambda: packed({"../../etc/passwd": "x", "content.xml": "<a/>"}), "verdachte namen"),
    "absolute path": (lambda: packed({"/etc/passwd": "x", "content.xml": "<a/>"}), "verdachte namen"),
    "drive letter": (lambda: packed({"C:evil": "x", "content.xml": "<a/>"}), "verdachte namen"),
    "password": (locked_zip, "wachtwoord"),
    "archives in archives": (nested_zip, "geen docx of odt"),
    "entities in entities": (lambda: word(f"{LAUGHS}<w:document {W}><w:body>{p('&i;')}</w:body></w:document>"), "verboden XML"),
    "entity from a file": (lambda: word('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'), "verboden XML"),
    "document type from elsewhere": (lambda: packed({"content.xml": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'}), "verboden XML"),
    "entities in an odt": (lambda: packed({"content.xml": f"{LAUGHS}<a>&i;</a>"}), "verboden XML"),
    "deep XML": (lambda: word("<a>" * 200_000 + "</a>" * 200_000), "te groot|beschadigd|geheugen"),
    "deep tables": (lambda: docx("<w:tbl><w:tr><w:tc>" * 5_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 5_000), "beschadigd"),
    "deep lists": (lambda: odt("<text:list>" * 20_000 + "</text:list>" * 20_000), "beschadigd"),
    "a library of digits": (too_much_text, "miljoen tekens"),
    "endless pages": (endless_pages, "bladzijde|beschadigd|duurt|rekentijd|geen tekst"),
    "pdf bomb": (pdf_bomb, "te veel|duurt|geheugen|geen tekst|beschadigd"),
    "cut pdf": (cut_pdf, "beschadigd"),
    "pdf of nothing": (lambda: b"%PDF-1.7\n%%EOF", "beschadigd"),
    "half a comment many times": (lambda: b"<html>" + b"<!--" * 500_000, "geen tekst|duurt|beschadigd"),
    "half a declaration many times": (lambda: b"<html>" + b"<![x" * 500_000, "geen tekst|duurt|beschadigd|rekentijd"),
    "page of empty elements": (lambda: b"<html>" + b"<p>" * 100_000, "geen tekst|duurt|geheugen|rekentijd"),
    "forty megabytes of digits in a page": (lambda: b"<html><p>" + b"9" * 40_000_000, "miljoen tekens|geheugen|duurt"),
    "nothing but white space": (lambda: b" " * 1_000_000, "geen tekst"),
    "program": (lambda: b"MZ" + bytes(range(256)) * 4000, "geen tekst"),
    "spreadsheet of old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 5000, "geen tekst"),
    "locked document of old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_made_to_harm_ends_in_one_sentence(kind: str) -> None:
    make, words = HOSTILE[kind]
    content = make()
    before, began = _memory(), time.monotonic()
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(content, name="bijlage")
    assert time.monotonic() - began < 10
    assert _memory() - before < 200  # MB; the file itself and its text, no more
    for sentence in (caught.value.nl, caught.value.en):
        assert sentence.startswith("bijlage: ") and sentence.endswith(".") and "\n" not in sentence and "Traceback" not in sentence


def _memory() -> float:
    """What this process holds now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6 if Path("/proc/self/statm").exists() else 0.0


def with_font(stream: bytes, kind: bytes) -> bytes:
    """A pdf whose one font brings this packed program along."""
    said = b"<< /Type /Font /Subtype /TrueType /BaseFont /Kwaad /FirstChar 32 /LastChar 126 /Widths [%s] " % (b"500 " * 95)
    said += b"/FontDescriptor << /Type /FontDescriptor /FontName /Kwaad /Flags 32 /FontBBox [0 0 9999 9999] %s 90 0 R >> >>" % kind
    plain = pdf(printed((70, 700, 10, "Er waren 106 vacatures.")))
    start, end = plain.index(b"<< /Type /Font"), plain.index(b">>", plain.index(b"<< /Type /Font")) + 2
    program_object = b"90 0 obj\n<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    return plain[:start] + said + plain[end:].replace(b"xref\n0", program_object + b"xref\n0", 1)


def endless_glyphs() -> bytes:
    """A TrueType font that says each of its tables is four gigabytes."""
    tables = b"".join(struct.pack(">4sIII", name, 0, 12, 0xFFFFFFFF) for name in (b"cmap", b"glyf", b"head", b"hhea", b"loca", b"maxp"))
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", 6, 64, 2, 32) + tables


FONTS = {
    "noise": lambda: random.Random(3).randbytes(2_000_000),
    "300 MB": lambda: b"\0" * 300_000_000,
    "tables without end": endless_glyphs,
    "outlines that call themselves": lambda: (
        b"%!PS-AdobeFont-1.0: Kwaad\n/Subrs 999999 array " + b"dup 0 4 RD \x00\x0a\x0b\x0b NP " * 99_999
    ),
}


@functools.cache
def font(name: str) -> bytes:
    return zlib.compress(FONTS[name]())


@pytest.mark.parametrize("kind", [b"/FontFile", b"/FontFile2", b"/FontFile3"])
@pytest.mark.parametrize("name", FONTS)
def test_a_font_made_to_harm_gives_text_or_one_sentence(name: str, kind: bytes) -> None:
    content = with_font(font(name), kind)
    before, began = _memory(), time.monotonic()
    try:
        assert "vacatures" in read_letter(content, name="bijlage").text
    except LetterError as said:
        assert said.nl.startswith("bijlage: ") and said.nl.endswith(".") and "\n" not in said.nl
    assert time.monotonic() - began < 10
    assert _memory() - before < 200


def test_macros_are_never_looked_at() -> None:
    content = docx(p("Er waren 106 vacatures."), extra={"word/vbaProject.bin": b"\xcc\x61" + b"\x00" * 1000})
    assert read_letter(content).text == "Er waren 106 vacatures.\n"


def test_the_child_has_a_ceiling_on_memory() -> None:
    script = "from loaders.readers.limits import limit; limit(); x = bytearray(500_000_000)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=Path(__file__).resolve().parents[3])
    assert ended.returncode != 0 and b"MemoryError" in ended.stderr


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 0.001)
    with pytest.raises(LetterError, match="duurt te lang"):
        read_letter(docx(p("x")))


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b"{}", b'{"text": 3, "pages": "x", "letterhead": "", "title": ""}', b"{" * 9000, b"\xff\xfe"]
)
def test_a_child_that_was_misled_is_not_believed(answer: bytes) -> None:
    with pytest.raises(LetterError, match="beschadigd"):
        confined._answer(answer)
