"""A corpus run as a whole: claims per indicator through the years, how many were checked, what letters say alike, what was not read.

Every number leads to its claims: a row of a table chooses them, a list below shows them, and each opens with its letter, its
sentence and the cells it was checked by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from exports.parquet_summary import Selection
from figures.corpus_counts import by_verdict, over_time
from labour import periods, wording
from labour.corpus_summary import CorpusSummary, Repeat, counted
from labour.edition import cite
from labour.model import VERDICTS
from views import address, collected, collected_tables, pictures, session
from views.collected_claims import choosing, claims
from views.collected_tables import named, repeat_name
from views.marking import safe

PARTS = ("indicators", "figures", "sentences", "unread")
NONE = "geen"  # in the address: claims without an indicator, letters without a date
#: keys of the address per part: each chooses claims in its own way
ROWS = {"indicators": "topic", "figures": "figure", "sentences": "sentence"}


def head(found: CorpusSummary) -> None:
    """How many letters and claims there are, how many have each verdict, and with what they were checked."""
    say, language = session.words(), session.language()
    parts = [(key, counted(one for one in found.tallies if one.verdict == key)) for key in VERDICTS]
    cards = "".join(
        f'<li class="ct-{key}"><b>{number}</b> <span>{safe(wording.verdict(key, language))}</span></li>' for key, number in parts
    )
    st.html(f'<ul class="ct-counts"><li><b>{found.claims}</b> <span>{safe(say("toets.claims"))} =</span></li>{cards}</ul>')
    lines = [say("verzameling.size", letters=found.letters, checked=found.checked, claims=found.claims)]
    if found.first and found.last:
        first, last = (periods.day_name(day, language) for day in (found.first, found.last))
        lines.append(say("verzameling.dates", first=first, last=last, undated=found.undated))
    lines.append(say("verzameling.apart", silent=found.silent, copies=found.copies, failures=found.failures))
    lines.append(cite(found.edition, language=language) + ".")
    st.text("\n".join(lines))
    if found.edition.as_of is None and found.edition.fingerprint != session.edition().fingerprint:
        st.info(say("verzameling.older"), icon=":material/update:")


def indicators(found: CorpusSummary, stamp: str) -> None:
    """The two pictures and the table behind them; a row chooses an indicator's claims."""
    say, language = session.words(), session.language()
    field = session.field()
    pictures.show(("verzameling-jaren", stamp), lambda theme: over_time(found.tallies, field, language=language, theme=theme), taller=1.1)
    pictures.show(
        ("verzameling-oordelen", stamp), lambda theme: by_verdict(found.tallies, field, language=language, theme=theme), taller=1.1
    )
    keys, table = collected_tables.of_indicators(found.tallies, field, language)
    chosen = [key or NONE for key in keys]
    years = sorted({str(one.year or NONE) for one in found.tallies})
    address.restore("topic", "", ["", *chosen])
    address.restore("outcome", "", ["", *VERDICTS])
    address.restore("year", "", ["", *years])
    choosing(table, chosen, "topic", say("verzameling.per_indicator"))
    topic, outcome, year = st.columns(3)
    topic.selectbox(
        say("table.indicator"),
        ["", *chosen],
        format_func=lambda key: named(field, "" if key == NONE else key, language) if key else say("toets.all_indicators"),
        key="topic",
        persist_state="session",
    )
    outcome.selectbox(
        say("table.verdict"),
        ["", *VERDICTS],
        format_func=lambda key: wording.verdict(key, language) if key else say("verzameling.all_verdicts"),
        key="outcome",
        persist_state="session",
    )
    year.selectbox(
        say("verzameling.year"),
        ["", *years],
        format_func=lambda key: say("app.no_date") if key == NONE else key or say("verzameling.all_years"),
        key="year",
        persist_state="session",
    )
    wanted = Selection()
    if key := st.session_state["topic"]:
        wanted = replace(wanted, indicator="" if key == NONE else key)
    if key := st.session_state["outcome"]:
        wanted = replace(wanted, verdict=key)
    if key := st.session_state["year"]:
        wanted = replace(wanted, year=0 if key == NONE else int(key))
    claims(stamp, wanted)


def repeats(groups: Sequence[Repeat], count: int, stamp: str, part: str) -> None:
    """What several letters say alike; a group chosen shows its claims."""
    say, language, field, name = session.words(), session.language(), session.field(), ROWS[part]
    st.text(say(f"verzameling.explained_{part}"))
    if not groups:
        st.info(say(f"verzameling.no_{part}"))
        return
    st.caption(say("verzameling.groups", shown=len(groups), count=count))
    by_key = {one.key: one for one in groups}
    address.restore(name, "", ["", *by_key])
    choosing(collected_tables.of_repeats(groups, field, language), list(by_key), name, say(f"verzameling.part_{part}"))
    chosen = st.selectbox(
        say("verzameling.group"),
        ["", *by_key],
        format_func=lambda key: repeat_name(by_key[key], field, language) if key else say("verzameling.choose_group"),
        key=name,
        persist_state="session",
    )
    if chosen:
        claims(stamp, Selection(figure=chosen) if part == "figures" else Selection(sentence=chosen))


def unread(found: CorpusSummary, stamp: str) -> None:
    """What could not be read: reasons with how many, and the first files with theirs."""
    say, language = session.words(), session.language()
    if not found.failures:
        st.info(say("verzameling.all_read"))
        return
    for title, table in (
        (say("verzameling.reasons"), collected_tables.of_reasons(found.unread, language)),
        (say("verzameling.unread_files"), collected_tables.of_files(collected.unread(stamp), language)),
    ):
        st.html(f"<h2>{safe(title)}</h2>")
        st.dataframe(table, hide_index=True, alt=title, placeholder="")
    st.caption(say("verzameling.unread_more", shown=min(found.failures, collected.MOST_FILES), count=found.failures))


@st.fragment
def explorer(found: CorpusSummary, stamp: str) -> None:
    """The part chosen; a choice in it reruns this and nothing else."""
    say = session.words()
    address.restore("part", "indicators", PARTS)
    part = st.segmented_control(
        say("verzameling.part"),
        PARTS,
        format_func=lambda key: say(f"verzameling.part_{key}"),
        key="part",
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    shown: dict[str, Callable[[], None]] = {
        "indicators": lambda: indicators(found, stamp),
        "figures": lambda: repeats(found.figures, found.all_figures, stamp, "figures"),
        "sentences": lambda: repeats(found.sentences, found.all_sentences, stamp, "sentences"),
        "unread": lambda: unread(found, stamp),
    }
    shown[part]()
    address.record()


say = session.words()
st.html(f"<h1>{safe(say('verzameling.heading'))}</h1>")
st.text(say("verzameling.intro"))
made = collected.stamp()
run = collected.summary(made)
head(run)
explorer(run, made)
