"""The letter itself: read with its claims marked in place, beside another letter, or searched through all letters by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from exports.plain import plain
from labour import periods, wording
from labour.indicators import Field
from labour.model import VERDICTS, Check, NumberFate
from labour.number_classes import number_class
from views import address, comparing, controls, judging, session, tracing
from views.marking import Mark, letter_html, safe
from views.session import Examined
from views.table import COLUMNS, Row, frame, indicator_name, rows_of, settings, sort_key

LONG = 3000  # characters from which on a letter scrolls beside its list of claims
MODES = ("read", "beside", "search")


@st.fragment
def read(one: Examined, field: Field) -> None:
    """The whole letter with its marks, and the claims as a list that leads to them and back."""
    say, language = session.words(), session.language()
    address.restore("marks", [], VERDICTS)
    choice, more = st.columns([3, 2], vertical_alignment="bottom")
    present = [key for key in VERDICTS if any(check.verdict == key for check in one.checks)]
    st.session_state["marks"] = [key for key in st.session_state["marks"] if key in present]
    verdicts = choice.pills(
        say("brief.marks"),
        present,
        selection_mode="multi",
        format_func=lambda key: wording.verdict(key, language),
        key="marks",
        persist_state="session",
        wrap=True,
    )
    numbers = controls.switch(more, "numbers", say("brief.numbers"), say("brief.numbers_help"))
    address.record()
    shown = [(number, check) for number, check in enumerate(one.checks, start=1) if not verdicts or check.verdict in verdicts]
    marks = [_mark(number, check, language) for number, check in shown]
    if numbers:
        marks += _number_marks(one, language)
    _to_chosen(one)
    text, claims = st.columns([3, 2], gap="medium")
    tall: int | Literal["content"] = 760 if len(one.letter.text) > LONG else "content"
    with text.container(height=tall, key="letter_text"):
        st.html(letter_html(one.letter, marks))
    with claims.container(height=tall, key="letter_claims"):
        st.html(_claims_html(shown, field, language))
    _to_table(one, shown)


def _to_chosen(one: Examined) -> None:
    """A way to the claim that was chosen on the first page."""
    chosen, ids = st.session_state.get("claim", ""), one.ids()
    if chosen in ids:
        number = ids.index(chosen) + 1
        quote = safe(one.checks[number - 1].claim.quote)
        st.html(f'<p><a href="#plaats-{number}">{safe(session.words()("brief.to_chosen"))} <q lang="nl">{quote}</q></a></p>')


def _mark(number: int, check: Check, language: str) -> Mark:
    claim = check.claim
    said = wording.verdict(check.verdict, language)
    spoken = session.words()("brief.to_row", verdict=said)
    return Mark(claim.start, claim.end, check.verdict, said, f"plaats-{number}", f"rij-{number}", spoken)


def _number_marks(one: Examined, language: str) -> list[Mark]:
    """Every number that is no claim, with what it is instead."""
    return [Mark(fate.start, fate.end, "number", fate_name(fate, language)) for fate in session.numbers(one) if fate.fate != "claim"]


def fate_name(fate: NumberFate, language: str) -> str:
    """The class of a number that is no claim, in words."""
    return number_class(fate.reason, language) or wording.fate(fate.fate, language)


def _claims_html(shown: Sequence[tuple[int, Check]], field: Field, language: str) -> str:
    """The claims in order, each leading to its place in the text."""
    say = session.words()
    items = []
    for number, check in shown:
        claim = check.claim
        about = ", ".join(part for part in (indicator_name(field, claim.indicator, language), periods.name(claim.period, language)) if part)
        why = check.explanation_en if language == "en" else check.explanation_nl
        items.append(
            f'<li id="rij-{number}" value="{number}"><a class="ct-label ct-{check.verdict}" href="#plaats-{number}" '
            f'aria-label="{safe(say("brief.to_place", verdict=wording.verdict(check.verdict, language)))}">'
            f"{safe(wording.verdict(check.verdict, language))}</a> "
            f'<q lang="nl">{safe(claim.quote)}</q>{"".join(f"<br><small>{safe(part)}</small>" for part in (about, why) if part)}</li>'
        )
    return f'<h2 class="ct-small">{safe(say("brief.claims", count=len(shown)))}</h2><ol class="ct-claims">{"".join(items)}</ol>'


def _to_table(one: Examined, shown: Sequence[tuple[int, Check]]) -> None:
    """From a claim here to its row and all its details on the first page."""
    say, language = session.words(), session.language()
    ids = one.ids()
    options = {
        ids[number - 1]: f"{number}. {wording.verdict(check.verdict, language)} · {plain(check.claim.quote)[:90]}"
        for number, check in shown
    }
    pick, go = st.columns([4, 1], vertical_alignment="bottom")
    key = pick.selectbox(
        say("brief.pick"), ["", *options], format_func=lambda key: options.get(key) or say("toets.choose_none"), key="brief_claim"
    )
    if go.button(say("brief.open"), disabled=not key, icon=":material/fact_check:", width="stretch"):
        tracing.open_claim(one.key, key)


def _worth_reading(letters: Sequence[Examined]) -> Examined:
    """Of several letters the one of the claim that was chosen, else the one with the most claims that could be checked."""
    chosen = st.session_state.get("claim", "")
    return max(letters, key=lambda one: (chosen in one.ids(), sum(check.verdict != "unverifiable" for check in one.checks)))


@st.fragment
def search(letters: Sequence[Examined], field: Field) -> None:
    """Every letter that quotes an indicator."""
    say, language = session.words(), session.language()
    judgements = judging.judged()
    rows: list[Row] = [row for one in letters for row in rows_of(one.letter, one.checks, one.ids(), field, judgements)]
    named = sorted(
        {row.check.claim.indicator for row in rows if row.check.claim.indicator}, key=lambda key: indicator_name(field, key, language)
    )
    if not named:
        st.info(say("toets.no_claims"))
        return
    address.restore("about", named[0], named)
    about = st.selectbox(
        say("brief.indicator"), named, format_func=lambda key: indicator_name(field, key, language), key="about", persist_state="session"
    )
    found = sorted((row for row in rows if row.check.claim.indicator == about), key=sort_key("place"))
    names = {row.letter.name for row in found}
    st.caption(say("brief.found", claims=len(found), letters=len(names)))
    address.record()
    chosen = st.dataframe(
        frame(found, field, language, with_letter=True),
        hide_index=True,
        column_config=settings(language),
        column_order=["letter", *(name for name in COLUMNS if name not in ("letter", "indicator"))],
        alt=say("brief.search_alt"),
        placeholder="",
        on_select="rerun",
        selection_mode="single-row",
        key=f"found_{about}",
    )["selection"]["rows"]
    ids = [row.id for row in found]
    labels = {row.id: f"{wording.verdict(row.check.verdict, language)} · {plain(row.check.claim.quote)[:90]}" for row in found}
    pick, go = st.columns([4, 1], vertical_alignment="bottom")
    key = pick.selectbox(
        say("brief.pick"),
        ["", *ids],
        index=chosen[0] + 1 if chosen and chosen[0] < len(ids) else 0,
        format_func=lambda key: labels.get(key) or say("toets.choose_none"),
    )
    if go.button(say("brief.open"), disabled=not key, icon=":material/fact_check:", width="stretch", key="open_found"):
        tracing.open_claim(str(key).rpartition(":")[0], str(key))


say = session.words()
field = session.field()
letters = session.available()
chosen = session.chosen()
address.restore("view", "read", MODES)
heading = f"brief.heading_{st.session_state['view']}"
st.html(f"<h1>{safe(say(heading))}</h1>")
mode = st.segmented_control(
    say("brief.view"),
    MODES,
    format_func=lambda key: say(f"brief.view_{key}"),
    key="view",
    required=True,
    persist_state="session",
    label_visibility="collapsed",
)
if mode == "search":
    search(list(letters.values()), field)
elif not chosen:
    st.info(say("toets.no_claims"))
else:
    one = _worth_reading(chosen)
    if len(chosen) > 1:
        st.caption(say("brief.one_of_all"))
    about = (controls.letter_name(one), one.letter.sender, one.letter.reference)
    st.html(f'<p class="ct-source">{safe(" · ".join(part for part in about if part))}</p>')
    if mode == "beside":
        comparing.beside(one, [other for other in letters.values() if other.key != one.key], field)
    else:
        read(one, field)
