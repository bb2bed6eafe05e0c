"""Two letters beside each other: what both say on the same subject, and both texts with their shared claims leading to each other."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from exports.plain import plain
from labour import wording
from labour.indicators import Field
from labour.model import Check
from views import address, controls, likeness, session, tracing
from views.marking import Mark, letter_html, safe
from views.session import Examined


@st.fragment
def beside(one: Examined, others: Sequence[Examined], field: Field) -> None:
    """Two letters: what both say of the same indicator, and both texts; the letter that shares most comes first."""
    say, language = session.words(), session.language()
    shared = {other.key: likeness.pairs(one, other) for other in others}
    if not shared:
        st.info(say("brief.no_other"))
        return
    by_key = {other.key: other for other in sorted(others, key=lambda other: -len(shared[other.key]))}
    address.restore("other", next(iter(by_key)), list(by_key))
    key = st.selectbox(
        say("brief.other"),
        list(by_key),
        format_func=lambda key: f"{controls.letter_name(by_key[key])} · {say('brief.in_common', count=len(shared[key]))}",
        key="other",
        persist_state="session",
    )
    address.record()
    other, pairs = by_key[key], shared[key]
    st.html(f'<h2 class="ct-small">{safe(say("brief.shared", count=len(pairs)))}</h2>')
    if pairs:
        chosen = st.dataframe(
            likeness.frame(pairs, field, language),
            hide_index=True,
            alt=say("brief.shared", count=len(pairs)),
            placeholder="",
            on_select="rerun",
            selection_mode="single-row",
            key=f"pairs_{one.key}_{key}",
        )["selection"]["rows"]
        st.caption(say("brief.pick_pair"))
        if chosen:
            with st.container(horizontal=True):
                for letter, check in zip((one, other), (pairs[chosen[0]].left, pairs[chosen[0]].right), strict=True):
                    _open_button(letter, letter.checks.index(check))
    sides = (one, [pair.left for pair in pairs], "links"), (other, [pair.right for pair in pairs], "rechts")
    for column, (letter, paired, side) in zip(st.columns(2, gap="medium"), sides, strict=True):
        with column:
            st.html(f"<h2 class='ct-small'>{safe(controls.letter_name(letter))}</h2>")
            with st.container(height=640, key=f"beside_{side}"):
                st.html(letter_html(letter.letter, _paired_marks(letter, paired, side, language)))


def _paired_marks(one: Examined, paired: Sequence[Check], side: str, language: str) -> list[Mark]:
    """The marks of one of two letters; a claim that the other letter shares leads to its like there."""
    across, spoken = "rechts" if side == "links" else "links", session.words()("brief.to_like")
    marks = []
    for check in one.checks:
        said = wording.verdict(check.verdict, language)
        pair = paired.index(check) if check in paired else None
        anchor, target = ("", "") if pair is None else (f"{side}-{pair}", f"{across}-{pair}")
        marks.append(
            Mark(check.claim.start, check.claim.end, check.verdict, said + (" ⇄" if target else ""), anchor, target, f"{said}; {spoken}")
        )
    return marks


def _open_button(one: Examined, place: int) -> None:
    """To one claim with all its figures on the first page."""
    claim = one.ids()[place]
    quote = plain(one.checks[place].claim.quote)[:60]
    if st.button(session.words()("brief.open_claim", quote=quote), key=f"open_{claim}", icon=":material/fact_check:"):
        tracing.open_claim(one.key, claim)
