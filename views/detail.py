"""One claim in full: the quote in its paragraph, the outcome and why, every cell used with its states, and what a reader can do next."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from exports.plain import plain
from exports.table import difference, published, stated
from figures.detail import interval, revisions
from labour import __version__, periods, source_names, wording
from labour.indicators import Field
from labour.model import Check, Evidence
from labour.observations import ObservationIndex, Series
from views import judging, pictures, session, table, tracing
from views.marking import Mark, marked, paragraph_around, safe, stretch_html
from views.session import Examined
from views.table import Row


def show(one: Examined, row: Row, field: Field, observations: ObservationIndex) -> None:
    say = session.words()
    outcome(one, row, field, observations)
    _links(one, row)
    with st.expander(say("judgement.title"), icon=":material/edit_note:", expanded=row.judgement is not None):
        judging.form(one, row, field)
    with st.expander(say("detail.report_title"), icon=":material/flag:"):
        st.caption(say("detail.report_how"))
        st.code(report_text(one, row.check), language=None, wrap_lines=True)


def outcome(one: Examined, row: Row, field: Field, observations: ObservationIndex) -> None:
    """The quote in its paragraph, what was stated and published, why, the cells used and all their states."""
    say, language = session.words(), session.language()
    check = row.check
    st.html(f'<h2 class="ct-verdict ct-{check.verdict}" id="bewering">{safe(wording.verdict(check.verdict, language))}</h2>')
    st.html(_in_paragraph(one, check))
    if check.claim.footnote:
        st.html(f'<p class="ct-note"><b>{safe(say("detail.footnote"))}</b> <span lang="nl">{safe(check.claim.footnote)}</span></p>')
    facts, why = st.columns(2, gap="medium")
    with facts:
        st.html(_facts(one, row, field))
    with why:
        _explain(check)
    if check.interval and check.published is not None:
        pictures.show(
            ("getal", row.id, one.letter.sha256),
            lambda theme: interval(check, field, language=language, theme=theme),
            private=one.is_own,
            taller=0.45,
            said=True,
        )
    if check.evidence:
        _cells(check, observations)
        _revisions(check, observations, field)


def _in_paragraph(one: Examined, check: Check) -> str:
    text, claim = one.letter.text, check.claim
    start, end = paragraph_around(text, claim.start, claim.end)
    marks = [Mark(claim.start, claim.end, check.verdict, "")]
    if "\t" in text[start:end] and "\n" in text[start:end]:
        inner = stretch_html(text, marks, start, end)
    else:
        inner = ("…" if start and text[start - 1] not in "\n" else "") + marked(text, marks, start, end)
    return f'<blockquote class="ct-paragraph" lang="nl">{inner}</blockquote>'


def _facts(one: Examined, row: Row, field: Field) -> str:
    """Claimed against published as a list of term and description."""
    say, language = session.words(), session.language()
    check, claim = row.check, row.check.claim
    sector = field.sectors.get(claim.sector or "")
    evidence = check.evidence[0] if check.evidence else None
    pairs = [
        ("table.claimed", stated(check, language)),
        ("table.published", published(check, language)),
        ("table.difference", difference(check, language)),
        ("table.indicator", table.indicator_name(field, claim.indicator, language)),
        ("detail.sector", (sector.name_en if language == "en" else sector.name_nl) if sector else ""),
        ("detail.population", claim.population or ""),
        ("table.period", periods.name(claim.period, language)),
        ("detail.kind", wording.kind(claim.kind, language)),
        ("table.source", source_names.named(evidence.source, language) if evidence else ""),
        ("detail.stated_source", claim.stated_source or ""),
        ("table.vintage", source_names.named(evidence.vintage, language) if evidence else ""),
        ("detail.page", str(one.letter.page_at(claim.start) or "")),
    ]
    items = "".join(f"<dt>{safe(say(key))}</dt><dd>{_linked(key, plain(text), check)}</dd>" for key, text in pairs if text)
    return f'<dl class="ct-facts">{items}</dl>'


def _linked(key: str, text: str, check: Check) -> str:
    """A fact as text; the source leads to its page at the publisher."""
    if key == "table.source" and tracing.is_safe(check.source_url):
        return f'<a href="{safe(check.source_url)}" target="_blank" rel="noopener noreferrer">{safe(text)}</a>'
    return safe(text)


def _explain(check: Check) -> None:
    say, language = session.words(), session.language()
    st.html(f'<h3 class="ct-small">{safe(say("detail.why"))}</h3>')
    why = check.explanation_en if language == "en" else check.explanation_nl
    reason = wording.reason(check.reason, language) if check.reason else ""
    really = (check.near_miss.text_en if language == "en" else check.near_miss.text_nl) if check.near_miss else ""
    st.text(why.removesuffix(really).strip() or why)  # what the number really is has a heading of its own
    if reason not in why:
        st.text(reason)
    if really:
        st.html(f'<h3 class="ct-small">{safe(say("detail.near_miss"))}</h3>')
        st.text(really)
    if check.caveats:
        st.html(f'<h3 class="ct-small">{safe(say("detail.caveats"))}</h3>')
        st.text("\n".join(f"• {wording.caveat(one, language)}" for one in check.caveats))


def _cells(check: Check, observations: ObservationIndex) -> None:
    say = session.words()
    st.html(f'<h3 class="ct-small">{safe(say("detail.cells"))}</h3>')
    cells = pd.DataFrame([_cell(one, observations.series.get(one.series)) for one in check.evidence])
    cells = cells[[column for column in cells if any(cells[column])]]
    st.dataframe(cells, hide_index=True, alt=say("detail.cells"), placeholder="")


def _cell(one: Evidence, series: Series | None) -> dict[str, str]:
    """A cell used, its group in words beside StatLine's keys."""
    say, language = session.words(), session.language()
    return {
        say("cell.table"): one.table_id,
        say("cell.period"): periods.name(one.period, language),
        say("cell.value"): wording.number(one.value, language),
        say("cell.unit"): plain(one.unit),
        say("cell.status"): wording.status(one.status, language),
        say("cell.vintage"): source_names.named(one.vintage, language),
        say("cell.measure"): plain(one.measure),
        say("cell.group"): plain(series.label) if series else "",
        say("cell.adjusted"): {True: say("cell.yes"), False: say("cell.no"), None: ""}[series.adjusted if series else None],
        say("cell.source"): plain(source_names.named(one.source, language)),
        say("cell.keys"): plain(", ".join(f"{name}: {key.strip()}" for name, key in one.dimensions)),
    }


def _revisions(check: Check, observations: ObservationIndex, field: Field) -> None:
    """Every state of the cells used, where any has more than one; the deciding cell's drawn as well."""
    say, language = session.words(), session.language()
    rows, drawn = [], []
    for one in dict.fromkeys((e.series, e.period) for e in check.evidence):
        series = observations.series.get(one[0])
        states = observations.states(*one)
        if series is None or len(states) < 2:
            continue
        drawn.append(one)
        used = {(e.value, e.vintage) for e in check.evidence if (e.series, e.period) == one}
        for state in states:
            rows.append(
                {
                    say("cell.period"): periods.name(one[1], language),
                    say("cell.value"): wording.number(state.value, language),
                    say("cell.known_from"): periods.day_name(state.known_from, language) if state.known_from else say("cell.undated"),
                    say("cell.status"): wording.status(state.status, language),
                    say("cell.used"): "✓" if (state.value, state.vintage) in used else "",
                    say("cell.measure"): plain(series.measure),
                    say("cell.group"): plain(series.label),
                    say("cell.source"): plain(source_names.named(state.source_text or state.source, language)),
                }
            )
    if rows:
        st.html(f'<h3 class="ct-small">{safe(say("detail.revisions"))}</h3>')
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt=say("detail.revisions"), placeholder="")
        pictures.show(
            ("standen", *drawn[0]), lambda theme: revisions(observations, field, *drawn[0], language=language, theme=theme), taller=0.85
        )


def _links(one: Examined, row: Row) -> None:
    say = session.words()
    with st.container(horizontal=True):
        if tracing.is_safe(row.check.source_url):
            st.link_button(say("detail.statline"), row.check.source_url, icon=":material/open_in_new:")
        if st.button(say("detail.to_letter"), key=f"to_letter_{row.id}", icon=":material/article:"):
            st.session_state["letter"] = one.key
            st.session_state["claim"] = row.id
            st.switch_page("views/brief.py")


def report_text(one: Examined, check: Check) -> str:
    """A text with claim, cells, rules and version, to send when something is wrong. The letter itself is not in it."""
    say, language = session.words(), session.language()
    claim = check.claim
    read = {
        "indicator": claim.indicator, "sector": claim.sector, "population": claim.population, "period": claim.period, "unit": claim.unit,
        "kind": claim.kind, "approx": claim.approx, "value": claim.value,
    }  # fmt: skip
    lines = [
        say("detail.report_head", version=__version__),
        f"{plain(claim.letter)} {claim.start}-{claim.end}, SHA-256 {one.letter.sha256}",
        say("detail.report_claim", quote=plain(claim.quote)),
        say("detail.report_read", reading=", ".join(f"{name} {value}" for name, value in read.items() if value is not None)),
        say("detail.report_rules", rules=", ".join(claim.rules) or "-"),
        say("detail.report_verdict", verdict=wording.verdict(check.verdict, language), reason=check.reason or "-"),
        *(
            f"- {e.table_id} {e.measure} {dict(e.dimensions)} {e.period}: {e.value} {e.unit}, {e.status}, {e.vintage}, {e.source}"
            for e in check.evidence
        ),
        check.explanation_en if language == "en" else check.explanation_nl,
        say("detail.report_wrong"),
    ]
    return "\n".join(plain(line) for line in lines if line)
