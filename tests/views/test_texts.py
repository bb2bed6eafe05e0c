"""Both languages are whole: every text exists in Dutch and English, is used, and no page writes words past the table."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from views import texts

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([*(ROOT / "views").glob("*.py"), ROOT / "dashboard.py", ROOT / "server.py"])
KEYS = texts.keys()
#: keys made from an id at run time: the page and the words it is made of
MADE = {"status", "fate", "export", "cell", "table"}
#: what a page hands to these is read by people
SHOWS = {
    "button caption checkbox code date_input download_button error expander file_uploader form_submit_button header info link_button "
    "markdown metric multiselect pills popover progress radio segmented_control select_slider selectbox slider spinner status subheader "
    "success tabs text text_area text_input title toggle warning write Column TextColumn NumberColumn"
}
SHOWS = set(" ".join(SHOWS).split())
#: the same in every language
NAMES = {"CSV", "Nederlands", "English"}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_text_is_there_in_both_languages(key: str) -> None:
    """Both are filled, ask for the same values, and differ unless the word is the same in both."""
    dutch, english = KEYS[key]
    assert dutch.strip() and english.strip()
    assert placeholders(dutch) == placeholders(english)
    if len(dutch.split()) > 2:
        assert dutch != english


def test_every_key_in_the_code_exists_and_every_key_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    pages = {key.split(".")[0] for key in KEYS}
    named = {one for one in re.findall(r"""['"]([a-z]+\.[a-z_]+)['"]""", source) if one.split(".")[0] in pages}
    assert named <= set(KEYS), sorted(named - set(KEYS))
    made = re.findall(r"""f['"]([a-z]+)\.([a-z_]*)\{""", source) + [("", word) for word in re.findall(r"""\{name\}(\.title)""", source)]
    starts = {f"{page}.{start}" for page, start in made if page}
    unused = {key for key in KEYS if key not in named and not any(key.startswith(start) for start in starts)}
    assert {key for key in unused if not key.endswith((".title", ".heading"))} == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_page_shows_words_that_are_not_in_the_table(path: Path) -> None:
    """A literal with letters handed to a widget would be in one language only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SHOWS:
            for value in [*node.args[:1], *(word.value for word in node.keywords if word.arg in ("help", "placeholder", "label", "alt"))]:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value not in NAMES:
                    assert not re.search(r"[A-Za-z]{2,}", value.value), f"{path.name}:{node.lineno}: {value.value!r}"


def test_say_fills_in_and_refuses_an_unknown_key() -> None:
    assert texts.say("toets.shown", "nl", shown=2, all=7).startswith("2 van 7")
    assert texts.say("toets.shown", "en", shown=2, all=7).startswith("2 of 7")
    with pytest.raises(KeyError):
        texts.say("toets.nowhere")


@pytest.mark.parametrize(
    ("asked", "language"), [([], "nl"), (["en"], "en"), (["nl", "en"], "en"), (["de"], "nl"), (["EN"], "nl"), ([""], "nl")]
)
def test_dutch_unless_the_address_says_english(asked: list[str], language: str) -> None:
    assert texts.language_of(asked) == language
