"""How many claims got which verdict, and why the ones that cannot be checked cannot: bars with sign, word and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import plotly.graph_objects as go

from figures.frame import Caption, dress, row_label, sheet
from figures.lettering import text_width
from figures.picture import COLUMNS, Picture, picture
from figures.theme import LIGHT, Theme, number, say
from labour import wording
from labour.model import REASONS, VERDICTS, Check

_REASONS = {
    "forecast": ("een verwachting", "a forecast"),
    "target": ("een doel of voornemen", "a target or intention"),
    "other_source": ("andere bron dan CBS", "other source than CBS"),
    "no_indicator": ("geen bekend CBS-cijfer", "no known CBS figure"),
    "no_period": ("geen periode genoemd", "no period named"),
    "not_published": ("niet gepubliceerd", "not published"),
    "not_in_snapshot": ("stand niet vastgelegd", "state not held"),
    "ambiguous": ("op meer manieren te lezen", "can be read in more ways"),
    "qualitative": ("geen getal", "no number"),
}


def verdict_counts(checks: Iterable[Check], *, language: str = "nl", theme: Theme = LIGHT) -> Picture:
    """A bar per verdict, those that cannot be checked split by reason below; the numbers add up to all claims."""
    stated = list(checks)
    counts = Counter(check.verdict for check in stated)
    reasons = Counter(check.reason or "" for check in stated if check.verdict == "unverifiable")
    letters = len({check.claim.letter for check in stated})
    bars = [(wording.verdict(verdict, language), counts[verdict], theme.verdicts[verdict], 1.0) for verdict in VERDICTS]
    bars += [
        (
            "– " + say(language, *_REASONS.get(reason, ("reden niet vermeld", "reason not stated"))),
            reasons[reason],
            theme.verdicts["unverifiable"],
            0.45,
        )
        for reason in sorted(reasons, key=lambda one: (-reasons[one], REASONS.index(one) if one in REASONS else 99))
    ]
    who = say(language, f"{letters} brieven" if letters != 1 else "1 brief", f"{letters} letters" if letters != 1 else "1 letter")
    what = say(language, "bewering" if len(stated) == 1 else "beweringen", "claim" if len(stated) == 1 else "claims")
    title = say(language, f"{len(stated)} {what} uit {who}: het oordeel", f"{len(stated)} {what} from {who}: the verdicts")
    caption = Caption(
        title,
        say(
            language,
            "Elke bewering is vergeleken met wat CBS op de datum van de brief had gepubliceerd.",
            "Each claim was compared with what CBS had published on the date of the letter.",
        ),
        say(language, "Aantal beweringen; lichte balken: waarom niet te toetsen", "Number of claims; light bars: why not checkable"),
        say(language, "Bron: de brieven zelf", "Source: the letters themselves"),
    )
    left = min(theme.width * 0.42, max(text_width(name, theme.size * 0.9) for name, *_ in bars) + theme.size)
    paper = sheet(caption, theme, left=left, right=theme.size * 2, least=len(bars) * theme.size * 1.5)
    figure = go.Figure(
        go.Bar(
            x=[count for _, count, _, _ in bars],
            y=list(range(len(bars))),
            orientation="h",
            text=[number(count, language) for _, count, _, _ in bars],
            textposition="outside",
            cliponaxis=False,
            textfont={"size": theme.size * 0.9, "color": theme.ink},
            customdata=[name for name, *_ in bars],
            hovertemplate="<b>%{customdata}: %{text}</b><extra></extra>",
            marker={"color": [colour for _, _, colour, _ in bars], "opacity": [strength for *_, strength in bars]},
        )
    )
    most = max((count for _, count, _, _ in bars), default=0) or 1
    figure.layout.xaxis = {"range": [0, most * 1.06], "showticklabels": False, "showgrid": False, "zeroline": False, "ticks": ""}
    figure.layout.yaxis = {
        "tickvals": list(range(len(bars))),
        "ticktext": [row_label(name, left, theme) for name, *_ in bars],
        "showgrid": False,
        "zeroline": False,
    }
    figure.layout.yaxis.range = [len(bars) - 0.4, -0.6]
    dress(figure, paper, language)
    rows = [dict.fromkeys(COLUMNS, "") | {"line": name, "value": count, "unit": "count"} for name, count, _, _ in bars]
    sentences = _sentence(counts, len(stated), "nl"), _sentence(counts, len(stated), "en")
    return picture("verdict_counts", "oordelen", figure, title, sentences, rows, [], language=language, theme=theme)


def _sentence(counts: Counter[str], total: int, language: str) -> str:
    if not total:
        return say(language, "Er zijn geen beweringen om te tellen.", "There are no claims to count.")
    told = [f"{counts[verdict]} {wording.verdict(verdict, language)}" for verdict in VERDICTS if counts[verdict]]
    return say(language, f"Van {total} beweringen: ", f"Of {total} claims: ") + "; ".join(told) + "."
