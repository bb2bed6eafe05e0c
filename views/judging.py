"""A person's reading and verdict of a claim: the form, where it is kept, and the claim checked again in that reading.

Judgements of shipped letters go to the state folder for good; those of an own letter stay in the browser session.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

import pipeline
from labour import __version__, periods, wording
from labour.errors import CijfertoetsError
from labour.indicators import Field
from labour.judgement import ClaimPlace, Judgement, place_of, read_as, standing
from labour.model import VERDICTS, Check, Claim
from loaders import places
from loaders.judgements import Judgements
from views import session
from views.session import Examined
from views.table import Row, indicator_name

_OWN = "_own_judgements"
_NOTE_LIMIT = 2000


def judged() -> Mapping[ClaimPlace, Judgement]:
    """The standing judgement of every claim; without them, and with a sentence, when they cannot be read."""
    try:
        kept = Judgements(places.state_folder()).all()
    except CijfertoetsError as error:
        st.warning(error.sentence(session.language()))
        kept = []
    return standing([*kept, *st.session_state.get(_OWN, [])])


def form(one: Examined, row: Row, field: Field) -> None:
    """Change the reading or overrule the verdict, with a note; the outcome under the reading is shown, the program's stays."""
    say, language = session.words(), session.language()
    claim = row.check.claim
    standing_one = row.judgement
    read = dict(standing_one.reading) if standing_one else {}
    indicators, sectors = ["", *field.indicators], ["", *field.sectors]
    with st.form(f"judge_{row.id}", border=True):
        st.caption(say("judgement.explained"))
        left, right = st.columns(2)
        indicator = left.selectbox(
            say("judgement.indicator"),
            indicators,
            index=_index(indicators, read.get("indicator", claim.indicator)),
            format_func=lambda key: indicator_name(field, key, language) or say("judgement.none"),
        )
        sector = right.selectbox(
            say("judgement.sector"),
            sectors,
            index=_index(sectors, read.get("sector", claim.sector)),
            format_func=lambda key: _sector_name(field, key, language) or say("judgement.none"),
        )
        period = left.text_input(
            say("judgement.period"),
            value=periods.name(read.get("period", claim.period), language),
            max_chars=60,
            help=say("judgement.period_help"),
        )
        verdict = right.selectbox(
            say("judgement.verdict"),
            ["", *VERDICTS],
            index=_index(["", *VERDICTS], standing_one.verdict if standing_one else ""),
            format_func=lambda key: wording.verdict(key, language) if key else say("judgement.keep"),
        )
        note = st.text_area(say("judgement.note"), value=standing_one.note if standing_one else "", max_chars=_NOTE_LIMIT)
        keep = st.form_submit_button(say("judgement.save"))
    if keep:
        _save(
            one, row, {"indicator": indicator or "", "sector": sector or "", "period": (period or "").strip()}, verdict or None, note or ""
        )
    if standing_one and st.button(say("judgement.withdraw"), key=f"withdraw_{row.id}"):
        _keep(one, _judgement(one, row.check, (), None, say("judgement.withdrawn"), withdrawn=True))
    if standing_one:
        _show(one, row, standing_one)


def _save(one: Examined, row: Row, asked: Mapping[str, str], verdict: str | None, note: str) -> None:
    say = session.words()
    said = asked["period"]
    unchanged = said == periods.name(row.check.claim.period, session.language())  # also where its kind is none that this program knows
    period = row.check.claim.period or "" if unchanged else periods.from_words(said) if said else ""
    if period is None:
        st.error(say("judgement.bad_period"))
        return
    asked = {**asked, "period": period}
    if not note.strip():
        st.error(say("judgement.no_note"))
        return
    claim = row.check.claim
    read = {"indicator": claim.indicator or "", "sector": claim.sector or "", "period": claim.period or ""}
    changed = tuple((name, value) for name, value in asked.items() if value != read[name])
    if not changed and verdict is None:
        st.error(say("judgement.no_change"))
        return
    _keep(one, _judgement(one, row.check, changed, verdict, note.strip()))


def _judgement(
    one: Examined, check: Check, reading: tuple[tuple[str, str], ...], verdict: str | None, note: str, *, withdrawn: bool = False
) -> Judgement:
    claim = check.claim
    return Judgement(
        letter_sha256=one.letter.sha256,
        letter=claim.letter,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        indicator=claim.indicator or "",
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        note=note,
        machine_verdict=check.verdict,
        verdict=verdict,
        reading=reading,
        version=__version__,
        withdrawn=withdrawn,
    )


def _keep(one: Examined, judgement: Judgement) -> None:
    if one.is_own:
        st.session_state.setdefault(_OWN, []).append(judgement)
    else:
        try:
            Judgements(places.state_folder()).add(judgement)
        except CijfertoetsError as error:  # a part of the page runs by itself here: nobody else would say it
            st.error(error.sentence(session.language()))
            return
    st.rerun()


def _show(one: Examined, row: Row, judgement: Judgement) -> None:
    """Machine and human verdict beside each other, with when and why."""
    say, language = session.words(), session.language()
    when = datetime.fromisoformat(judgement.made_at)
    lines = [
        say("judgement.machine", verdict=wording.verdict(row.check.verdict, language)),
        say("judgement.when", day=periods.day_name(when.date(), language), time=f"{when:%H:%M}"),
        say("judgement.why", note=judgement.note),
    ]
    if judgement.verdict:
        lines.insert(1, say("judgement.human", verdict=wording.verdict(judgement.verdict, language)))
    if judgement.reading:
        under = reread(one, row.check.claim, judgement)
        lines.insert(1, say("judgement.under_reading", verdict=wording.verdict(under.verdict, language)))
        lines.append(under.explanation_en if language == "en" else under.explanation_nl)
    st.text("\n".join(lines))


def reread(one: Examined, claim: Claim, judgement: Judgement) -> Check:
    """The check of the claim as the person reads it, by the same rules and the same figures."""
    return pipeline.check_claims([read_as(claim, judgement)], [one.letter], session.observations())[0]


def place(one: Examined, claim: Claim) -> ClaimPlace:
    return place_of(one.letter.sha256, claim)


def _index(options: list[str], key: str | None) -> int:
    return options.index(key) if key in options else 0


def _sector_name(field: Field, key: str, language: str) -> str:
    known = field.sectors.get(key)
    return (known.name_en if language == "en" else known.name_nl) if known else ""
