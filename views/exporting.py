"""The files a reader takes away: what is filtered on screen, in every format, made only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from exports import bundle, claimreview, markdown, sheets, webpage
from exports.report import Report
from figures.picture import slugged
from labour.judgement import ClaimPlace, Judgement
from views import session
from views.table import Row

# ending, MIME type, what makes it
FORMATS: Sequence[tuple[str, str, Callable[[Report], bytes]]] = (
    ("csv", "text/csv", sheets.to_csv),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets.to_xlsx),
    ("md", "text/markdown", markdown.to_markdown),
    ("html", "text/html", webpage.to_html),
    ("jsonl", "application/jsonl", bundle.to_jsonl),
    ("json", "application/ld+json", claimreview.to_claimreview),
)


def menu(shown: Sequence[Row], judgements: Mapping[ClaimPlace, Judgement]) -> None:
    """One download button per format, over the rows now on screen."""
    say = session.words()
    with st.popover(say("export.title", count=len(shown)), icon=":material/download:", disabled=not shown):
        st.caption(say("export.explained"))
        for ending, mime, make in FORMATS:
            st.download_button(
                say(f"export.{ending}"),
                lambda make=make: make(report(shown, judgements)),
                file_name=f"{file_name(shown)}.{ending}",
                mime=mime,
                on_click="ignore",
                key=f"export_{ending}",
                width="stretch",
            )


def report(shown: Sequence[Row], judgements: Mapping[ClaimPlace, Judgement]) -> Report:
    """The rows as the exports take them, letter by letter."""
    letters = {row.letter.name: row.letter for row in shown}
    order = list(letters)
    checks = [row.check for row in sorted(shown, key=lambda row: order.index(row.letter.name))]
    shipped = [one.letter for one in session.shipped()]  # checked together; a letter of one's own is checked by itself
    together = [[letter] for letter in letters.values() if letter not in shipped]
    together += [shipped] if len(together) < len(letters) else []
    return Report(checks, list(letters.values()), session.edition(), session.field(), session.language(), judgements, together)


def file_name(shown: Sequence[Row]) -> str:
    """ "cijfertoets_<letter>" for one letter, else "cijfertoets_brieven"; letters, digits and hyphens only."""
    names = {row.letter.name for row in shown}
    return f"cijfertoets_{slugged(names.pop())[:80] or 'brief'}" if len(names) == 1 else "cijfertoets_brieven"
