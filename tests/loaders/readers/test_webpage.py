"""Web pages: the letter without the page around it, with the notes that its marks link to."""

from __future__ import annotations

import time

import pytest

from loaders.footnotes import find_footnotes
from loaders.readers import webpage

PUBLICATION = """<!DOCTYPE html><html><head><title>Kamerstuk 29544, nr. 1260 | Officiële bekendmakingen</title><style>p{}</style></head>
<body><header><nav><a href="/">Overheid.nl</a></nav></header>
<div id="main-column"><dl><dt>Vergaderjaar</dt><dd>2024-2025</dd></dl>
<div class="stuk"><h1 class="stuktitel">Nr. 1260 BRIEF VAN DE MINISTER</h1><p class="kamerstukdatum">Den Haag, 13 december 2024</p>
<p>Er waren 106 vacatures<a class="nootnum supernote-click-ID-d37e61" href="#ID-d37e61">1</a> op 100 werklozen.<br>Nieuwe regel<sup><a
 class="nootnum" href="#ID-d37e69">2</a></sup>.</p>
<ul><li>een punt<li>nog een</ul>
<table><tr><th>Sector<th>Banen<br>(x 1.000)<tr><td>Zorg<td>65</table></div>
<div id="noten"><hr /><div class="voet noot snp-mouseoffset" id="supernote-note-ID-d37e61"><h5 class="note-close"><a class="note-close"
 href="#close-ID-d37e61">X</a> Noot</h5><sup><span class="nootnum"><a id="ID-d37e61" name="ID-d37e61"></a>1</span></sup>
<p>CBS, 2024.</p></div>
<div class="voet noot" id="supernote-note-ID-d37e69"><h5 class="note-close"><a class="note-close" href="#close-ID-d37e69">X</a> Noot</h5>
<sup><span class="nootnum"><a id="ID-d37e69" name="ID-d37e69"></a>2</span></sup><p>Kamerstuk 1.</p><p>Tweede alinea.</p></div></div></div>
<footer>Over deze website 2026</footer></body></html>"""


def test_an_official_publication() -> None:
    reading = webpage.read(PUBLICATION.encode())
    assert reading.text.split("\n") == [
        "Nr. 1260 BRIEF VAN DE MINISTER",
        "Den Haag, 13 december 2024",
        "Er waren 106 vacatures[footnoteRef:1] op 100 werklozen.",
        "Nieuwe regel[footnoteRef:2]. [1:  CBS, 2024.]  [2:  Kamerstuk 1. Tweede alinea.] ",
        "een punt",
        "nog een",
        "Sector\tBanen (x 1.000)",
        "Zorg\t65",
        "",
    ]
    assert [(note.mark, note.anchor is not None) for note in find_footnotes(reading.text)] == [("1", True), ("2", True)]
    assert reading.title == "Kamerstuk 29544, nr. 1260 | Officiële bekendmakingen"
    assert "2024-2025" in reading.letterhead and "Overheid.nl" not in reading.letterhead


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<body><nav>menu</nav><main class='global-main x'><p>brief</p></main><p>rest</p></body>", "brief"),  # tweedekamer.nl
        ("<html><body><p>alleen &euro;&nbsp;5</body>", "alleen €\xa05"),
        ("<div>los <b>vet</b><p>alinea</div>staart", "los vet\nalinea\nstaart"),
        ("<html><script>var a = 1 < 2;</script><p>  veel\n  wit  </p><pre>a  b</pre></html>", "veel wit\na  b"),
        ("<p title='a>b' class=x>1 < 2 &lt;b&gt; <i>c<img src='data:image/png;base64," + "A" * 9000 + "'>d</p>", "1 < 2 <b> cd"),
        ("<!-- <p>weg</p> --><p>a<!-- <!-- weg --> b<p>c</p><!-- rest", "a b\nc"),
        ("<p>Er waren <del>99</del><ins>106</ins> vacatures.</p>", "Er waren 106 vacatures."),
        ("<html><title>Brief <b>x</b></title><p>tekst</p></html>", "tekst"),
        (
            "<table><caption>In 2023</caption><tr><th rowspan=2>Sector<th colspan=2>Vacatures<tr><th>open<th>nieuw"
            "<tr><td>Zorg<td>65<td rowspan=2>9<tr><td>Bouw<td>23</table>",
            "In 2023\nSector\tVacatures\t\n\topen\tnieuw\nZorg\t65\t9\nBouw\t23\t",
        ),
        ("<p>4,7 km<sup>2</sup></p>", "4,7 km<sup>2</sup>"),  # raised, but no note
        # Pandoc, Word and LibreOffice each link in their own way
        (
            "<body><p>a<a href='#fn1' class='footnote-ref' id='fnref1'><sup>1</sup></a></p><section class='footnotes'><ol><li id='fn1'>"
            "<p>noot een<a href='#fnref1' class='footnote-back'>\u21a9\ufe0e</a></p></li></ol></section></body>",
            "a[footnoteRef:1] [1:  noot een] ",
        ),
        (
            "<body><p>a<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a></p><hr><div id='ftn1'><p>"
            "<a href='#_ftnref1' name='_ftn1'>[1]</a> noot</p></div></body>",
            "a[footnoteRef:1] [1:  noot] ",
        ),
        (
            "<body><p>a<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a></p><div id='sdfootnote1'><p>"
            "<a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>noot</p></div></body>",
            "a[footnoteRef:1] [1:  noot] ",
        ),
        ("<body><p>Zie <a href='#h2'>2</a></p><h2 id='h2'>2</h2><p>tekst</p></body>", "Zie 2\n2\ntekst"),  # a link to a heading is no note
    ],
)  # fmt: skip
def test_pages(page: str, seen: str) -> None:
    assert webpage.read(page.encode()).text == seen + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str) -> None:
    assert webpage.read(f"<html><head><meta charset={encoding}></head><p>één</p></html>".encode(encoding)).text == "één\n"


def test_deep_nesting_comes_out_flat() -> None:
    assert webpage.read(b"<html>" + b"<div>" * 50_000 + b"diep").text == "diep\n"


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<b> </b>", "</p>", "<p>1", "<td>", "&amp"])
def test_a_broken_page_costs_no_more_time_than_its_length(piece: str) -> None:
    began = time.monotonic()
    webpage.read(("<html>" + piece * 20_000).encode())
    assert time.monotonic() - began < 2
