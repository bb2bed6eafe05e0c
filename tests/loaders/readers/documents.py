"""Small docx, odt and pdf files made on the fly, so that a test shows the markup it is about."""

from __future__ import annotations

import io
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = (
    " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style"))
    + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of named parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def docx(
    body: str,
    *,
    footnotes: str = "",
    endnotes: str = "",
    header: str = "",
    main: str = "word/document.xml",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """A Word document with this body; notes are ``<w:footnote>`` elements."""
    kinds = {"footnotes": footnotes, "endnotes": endnotes, "header": header}
    related = "".join(
        f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind, content in kinds.items() if content
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="{main}"/></Relationships>',
        main: f"<w:document {W} {WPS} {MC}><w:body>{body}</w:body></w:document>",
        f"word/_rels/{main.rpartition('/')[2]}.rels": f"<Relationships>{related}</Relationships>",
    }
    for kind, content in kinds.items():
        if content:
            parts[f"word/{kind}.xml"] = f"<w:{kind} {W}>{content}</w:{kind}>"
    return packed(parts | (extra or {}))


def p(*runs: str) -> str:
    """A Word paragraph of runs; a run without markup is plain text."""
    return "<w:p>" + "".join(one if one.startswith("<") else f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in runs) + "</w:p>"


def odt(text: str, *, styles: str = "") -> bytes:
    """An OpenDocument text with this content."""
    content = f"<office:document-content {ODF}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if styles:
        parts["styles.xml"] = (
            f"<office:document-styles {ODF}><office:master-styles>{styles}</office:master-styles></office:document-styles>"
        )
    return packed(parts)


def pdf(*pages: str, packed_streams: bool = True) -> bytes:
    """A pdf of one content stream a page, in Helvetica as /F1."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        stream = zlib.compress(page.encode("cp1252")) if packed_streams else page.encode("cp1252")
        packing = b" /Filter /FlateDecode" if packed_streams else b""
        objects.append(b"<< /Length %d%s >> stream\n%s\nendstream" % (len(stream), packing, stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )


def printed(*lines: tuple[float, float, float, str]) -> str:
    """A page's stream of (left, base, size, text) pieces; a text may itself hold operators between ``) Tj`` and ``(``."""
    return "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm ({text}) Tj ET" for left, base, size, text in lines)
