"""Files of a picture: really drawn, whole or not at all, with their facts inside, and Chrome that may be missing or die."""

from __future__ import annotations

import io
import re
from pathlib import Path

import plotly.graph_objects as go
import pytest
from kaleido.errors import ChromeNotFoundError
from PIL import Image, ImageChops

from figures import png
from figures.frame import Caption, dress, sheet, write
from figures.lettering import text_width
from figures.picture import Picture
from figures.tension import tension
from figures.theme import DARK, LIGHT
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex


@pytest.fixture(scope="module")
def picture(held: ObservationIndex, field: Field, checks: list[Check]) -> Picture:
    return tension(held, field, checks)


@pytest.fixture(scope="module")
def image(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(png.to_bytes(picture)))


def mask(image: Image.Image) -> Image.Image:
    """White where something is drawn, black where the paper shows; the corner is paper."""
    plain = image.convert("RGB")
    paper = Image.new("RGB", plain.size, plain.getpixel((3, 3)))
    return ImageChops.difference(plain, paper).convert("L").point(lambda level: 255 if level > 40 else 0)


def ink(image: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """The part of the pixels in a box that is not paper."""
    counts = mask(image).crop((round(left), round(top), round(right), round(bottom))).histogram()
    return counts[255] / sum(counts)


def test_size_and_facts_of_the_file(image: Image.Image, picture: Picture) -> None:
    assert image.format == "PNG" and image.size == (1600, 900)
    facts = image.text
    assert facts == dict(picture.metadata)
    assert facts["Cells"].endswith("/sa: 2008KW01..2025KW04 2026KW02")
    assert facts["Vintage"] == "2026-07-30" and facts["Version"] and "nieuwsbericht 2023/20" in facts["Source"]


def test_letters_are_drawn_where_words_must_be(image: Image.Image, picture: Picture) -> None:
    layout = picture.figure.layout
    plot = layout.margin.l, layout.margin.t, 1600 - layout.margin.r, 900 - layout.margin.b
    title, source = ink(image, 28, 28, 700, 62), ink(image, 28, 840, 700, 880)
    assert 0.05 < title < 0.5, "the title"
    assert 0.02 < source < 0.5, "the source line"
    assert 0.02 < ink(image, plot[0], plot[3] + 8, plot[2], plot[3] + 34) < 0.4, "the years below the plot"
    assert 0.02 < ink(image, plot[0] - 50, plot[1], plot[0] - 6, plot[3]) < 0.4, "the values beside it"
    assert 0.005 < ink(image, *plot) < 0.4, "lines in the plot"
    assert ink(image, 1592, 0, 1600, 900) == 0 and ink(image, 0, 0, 8, 900) == 0, "nothing is cut off at the sides"
    assert ink(image, 0, 893, 1600, 900) == 0 and ink(image, 0, 0, 1600, 10) == 0, "nor above and below"


def test_every_label_is_drawn_as_wide_as_reserved(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    """Without the font in the layout the letters would be of another width than the room kept for them."""
    figure = go.Figure()
    text = "Openstaande vacatures aan het einde van het kwartaal"
    paper = sheet(Caption("", "", "", ""), LIGHT)
    write(paper, text, 100, 400, 30, LIGHT.ink)
    figure.layout.xaxis, figure.layout.yaxis = {"visible": False}, {"visible": False}
    drawn = Image.open(io.BytesIO(png.to_png(dress(figure, paper, "nl"))))
    box = mask(drawn).crop((60, 395, 1560, 445)).getbbox()
    assert box is not None
    left, right = box[0] + 60, box[2] + 60
    assert 98 <= left <= 108 and 0.9 * text_width(text, 30) <= right - 100 <= text_width(text, 30)


def test_dark_and_larger(held: ObservationIndex, field: Field) -> None:
    drawn = Image.open(io.BytesIO(png.to_bytes(tension(held, field, theme=DARK), scale=1.5)))
    assert drawn.size == (2400, 1350) and drawn.convert("RGB").getpixel((5, 5)) == (14, 17, 23)


def test_svg_shows_years_plainly_and_names_itself(picture: Picture) -> None:
    svg = png.to_bytes(picture, "svg").decode()
    ticks = re.findall(r'class="(?:xtick|x2tick)"[^>]*>.*?<text[^>]*>([^<]*)</text>', svg, re.DOTALL)
    assert {"2008", "2021", "2026"} <= set(ticks) and not [tick for tick in ticks if "." in tick or "," in tick]
    assert f"<title>{picture.title}</title>" in svg and "<desc>" in svg and "DejaVu Sans" in svg


def test_html_stands_alone(picture: Picture) -> None:
    page = png.to_bytes(picture, "html").decode()
    assert page.startswith('<!doctype html><html lang="nl">') and picture.sentence in page
    assert not re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="?https?:', page)
    assert 'name="Cells"' in page


@pytest.mark.parametrize("ending", ["png", "svg", "html"])
def test_written_under_its_own_name_and_nothing_else(picture: Picture, tmp_path: Path, ending: str) -> None:
    path = png.write(picture, tmp_path / "uit", ending)
    assert path.name == f"{picture.file_name}.{ending}" and path.stat().st_size > 10_000
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    png.write(picture, tmp_path / "uit", ending)
    assert len(list(path.parent.iterdir())) == 1


def test_a_file_that_cannot_be_written_is_one_sentence(picture: Picture, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("een bestand, geen map")
    with pytest.raises(png.PictureError) as caught:
        png.write(picture, tmp_path / "uit", "html")
    assert "kon niet worden geschreven" in caught.value.nl and "could not be written" in caught.value.en


def test_a_half_written_file_never_appears(picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / f"{picture.file_name}.html").write_text("de vorige")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(png.PictureError):
        png.write(picture, tmp_path, "html")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["de vorige"]


def test_an_unknown_form_is_one_sentence(picture: Picture) -> None:
    with pytest.raises(png.PictureError) as caught:
        png.to_bytes(picture, "bmp")
    assert "png, svg, html" in caught.value.nl


def test_a_new_chrome_after_one_has_died() -> None:
    figure = go.Figure(go.Scatter(x=[1, 2], y=[2, 3]))
    png.to_png(figure)
    png._warm()._kaleido.subprocess.kill()
    assert Image.open(io.BytesIO(png.to_png(figure, 400, 300))).size == (400, 300)


def test_without_chrome_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    png.close()
    monkeypatch.setenv("BROWSER_PATH", "/geen/chrome")
    with pytest.raises(png.PictureError) as caught:
        png.to_png(go.Figure())
    assert isinstance(caught.value.__cause__, ChromeNotFoundError)
    assert "installeer Chromium" in caught.value.nl and "install Chromium" in caught.value.en


def test_a_chrome_that_dies_again_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        made = 0

        def __init__(self) -> None:
            Dying.made += 1

        def draw(self, figure: go.Figure, options: dict) -> bytes:
            raise ConnectionResetError

        def close(self) -> None:
            pass

    png.close()
    monkeypatch.setattr(png, "_Chrome", Dying)
    with pytest.raises(png.PictureError) as caught:
        png.to_png(go.Figure())
    assert Dying.made == 2 and "ConnectionResetError" in caught.value.nl
    monkeypatch.undo()
    png.close()


@pytest.mark.parametrize("width", [280, 440, 1000, 1600])
def test_the_legend_stands_between_words_and_plot(held: ObservationIndex, field: Field, checks: list[Check], width: int) -> None:
    """Plotly decides into how many rows a legend falls; the room reserved for it must be enough."""
    figure = tension(held, field, checks, theme=LIGHT.sized(width, 700)).figure
    svg = png.to_svg(figure).decode()
    legend = re.search(
        r'<g class="legend"[^>]*transform="translate\(([\d.]+),\s*([\d.]+)\)".*?<rect class="bg"[^>]*height="([\d.]+)"', svg, re.DOTALL
    )
    assert legend
    top, bottom = float(legend[2]), float(legend[2]) + float(legend[3])
    words = [note for note in figure.layout.annotations if note.xref == "paper"]
    lines = [figure.layout.margin.t - note.yshift + note.font.size for note in words if note.yshift > 0]  # their lower edges
    assert max(lines) <= top + 2 and bottom <= figure.layout.margin.t
