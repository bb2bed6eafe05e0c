"""What many letters claim: per indicator through the years, and per indicator by verdict. Counts of claims, drawn with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from figures.frame import Caption, Sheet, dress, row_label, sheet
from figures.lettering import text_width
from figures.picture import COLUMNS, Picture, picture
from figures.theme import LIGHT, Theme, number, say
from labour import periods, wording
from labour.corpus_summary import Tally, by_indicator, counted
from labour.indicators import Field
from labour.model import VERDICTS

_MOST = 14  # indicators drawn by name; the others stand together in one row
_STEPS = (1, 2, 5, 10, 25, 50, 100, 1000)  # years that a column may stand for
Group = tuple[str, Sequence[Tally]]


def over_time(tallies: Sequence[Tally], field: Field, *, language: str = "nl", theme: Theme = LIGHT) -> Picture:
    """A row per indicator, a column per year of the letters (or some years where room is scarce), the number of claims in each."""
    groups = _groups(tallies, field, language)
    left = _left(groups, theme)
    caption = Caption(
        say(language, "Beweringen per indicator door de jaren", "Claims by indicator through the years"),
        say(
            language,
            "Naar het jaar van de brief; hoe voller de kleur, hoe meer.",
            "By the year of the letter; the deeper the colour, the more.",
        ),
        say(language, "Aantal beweringen", "Number of claims"),
        say(language, "Bron: de brieven zelf", "Source: the letters themselves"),
    )
    paper = sheet(caption, theme, left=left, below=theme.size * 2.6, least=max(1, len(groups)) * theme.size * 2)
    spans = _spans(tallies, int(paper.width // (theme.size * 3.4)))
    cells = [[counted(one for one in own if _inside(one.year, span)) for span in spans] for _, own in groups]
    labels = [_label(span, language) for span in spans]
    figure = go.Figure(
        go.Heatmap(
            z=[[count**0.5 if count else None for count in row] for row in cells],
            x=list(range(len(spans))),
            y=list(range(len(groups))),
            text=[[number(Decimal(count), language) if count else "" for count in row] for row in cells],
            texttemplate="%{text}",
            textfont={"size": theme.size * 0.9, "color": theme.ink},
            customdata=[[f"{name}, {label.replace('<br>', ' ')}" for label in labels] for name, _ in groups],
            hovertemplate="<b>%{customdata}: %{text}</b><extra></extra>",
            hoverongaps=False,
            colorscale=[[0, theme.band], [1, _mixed(theme.paper, theme.lines[0], 0.5)]],
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    figure.layout.xaxis = {"tickvals": list(range(len(spans))), "ticktext": labels, "showgrid": False, "zeroline": False, "ticks": ""}
    _name_rows(figure, groups, left, paper)
    dress(figure, paper, language)
    rows = [
        dict.fromkeys(COLUMNS, "") | {"line": name, "period": _key(span), "value": Decimal(count), "unit": wording.unit("count", language)}
        for (name, _), counts in zip(groups, cells, strict=True)
        for span, count in zip(spans, counts, strict=True)
        if count
    ]
    sentences = _told(groups, tallies, "nl"), _told(_groups(tallies, field, "en"), tallies, "en")
    return picture("corpus_over_time", "verzameling-jaren", figure, caption.title, sentences, rows, [], language=language, theme=theme)


def by_verdict(tallies: Sequence[Tally], field: Field, *, language: str = "nl", theme: Theme = LIGHT) -> Picture:
    """A bar per indicator, divided by verdict; behind it how many of its claims could be checked."""
    groups = [group for group in _groups(tallies, field, language) if group[1][0].indicator]
    left = _left(groups, theme)
    shares = [_share(own, language) for _, own in groups]
    right = max((text_width(share, theme.size * 0.9) for share in shares), default=0) + theme.size
    caption = Caption(
        say(language, "Hoeveel er te toetsen was, en wat ervan klopte", "How much could be checked, and what was right"),
        say(
            language,
            "Elke bewering is vergeleken met wat CBS op de datum van de brief had gepubliceerd.",
            "Each claim was compared with what CBS had published on the date of the letter.",
        ),
        say(
            language,
            "Aantal beweringen; achter de balk hoeveel ervan te toetsen waren",
            "Number of claims; behind the bar how many could be checked",
        ),
        say(language, "Bron: de brieven zelf", "Source: the letters themselves"),
    )
    given = [verdict for verdict in VERDICTS if any(one.verdict == verdict for _, own in groups for one in own)]
    legend = tuple(wording.verdict(verdict, language) for verdict in given)
    paper = sheet(caption, theme, legend=legend, left=left, right=right, least=max(1, len(groups)) * theme.size * 2)
    figure = go.Figure()
    most = max((counted(own) for _, own in groups), default=0) or 1
    rows = []
    for verdict, name in zip(given, legend, strict=True):
        counts = [counted(one for one in own if one.verdict == verdict) for _, own in groups]
        room = [count * paper.width / most for count in counts]
        texts = [f"{wording.SIGNS[verdict]} {number(Decimal(count), language)}" for count in counts]
        figure.add_bar(
            x=counts,
            y=list(range(len(groups))),
            orientation="h",
            name=name,
            text=[text if text_width(text, theme.size * 0.9) + 6 < space else "" for text, space in zip(texts, room, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": theme.size * 0.9, "color": theme.ink},
            customdata=[f"{one}, {text} {name[2:]}" for (one, _), text in zip(groups, texts, strict=True)],
            hovertemplate="<b>%{customdata}</b><extra></extra>",
            marker={"color": _mixed(theme.paper, theme.verdicts[verdict], 0.45), "line": {"color": theme.verdicts[verdict], "width": 1.5}},
        )
        rows += [
            dict.fromkeys(COLUMNS, "") | {"line": line, "value": Decimal(count), "unit": wording.unit("count", language), "status": verdict}
            for (line, _), count in zip(groups, counts, strict=True)
            if count
        ]
    figure.layout.barmode = "stack"
    figure.layout.legend.traceorder = "normal"
    figure.layout.xaxis = {"range": [0, most], "showticklabels": False, "showgrid": False, "zeroline": False, "ticks": ""}
    _name_rows(figure, groups, left, paper)
    dress(figure, paper, language, legend=True)
    for place, share in enumerate(shares):
        figure.add_annotation(
            x=counted(groups[place][1]),
            y=place,
            text=share,
            xanchor="left",
            xshift=theme.size * 0.4,
            showarrow=False,
            font={"size": theme.size * 0.9, "color": theme.ink},
        )
    sentences = _judged(tallies, "nl"), _judged(tallies, "en")
    return picture("corpus_by_verdict", "verzameling-oordelen", figure, caption.title, sentences, rows, [], language=language, theme=theme)


def _groups(tallies: Sequence[Tally], field: Field, language: str) -> list[Group]:
    """The indicators by name, those beyond the first _MOST together, and the claims without one last."""
    own = by_indicator(tallies)
    none = own.pop("", [])
    named = [(_name(key, field, language), rows) for key, rows in own.items()]
    shown, rest = (named, []) if len(named) <= _MOST else (named[: _MOST - 1], named[_MOST - 1 :])
    if rest:
        together = say(language, f"{len(rest)} andere indicatoren", f"{len(rest)} other indicators")
        shown = [*shown, (together, [one for _, rows in rest for one in rows])]
    return [*shown, (say(language, "zonder indicator", "without indicator"), none)] if none else shown


def _name(key: str, field: Field, language: str) -> str:
    known = field.indicators.get(key)
    return say(language, known.name_nl, known.name_en) if known else key.replace("_", " ")


def _left(groups: Sequence[Group], theme: Theme) -> float:
    return min(theme.width * 0.42, max((text_width(name, theme.size * 0.9) for name, _ in groups), default=0) + theme.size)


def _name_rows(figure: go.Figure, groups: Sequence[Group], left: float, paper: Sheet) -> None:
    names = [row_label(name, left, paper.theme) for name, _ in groups]
    figure.layout.yaxis = {"tickvals": list(range(len(groups))), "ticktext": names, "showgrid": False, "zeroline": False, "ticks": ""}
    figure.layout.yaxis.range = [len(groups) - 0.5, -0.5]


def _spans(tallies: Sequence[Tally], most: int) -> list[tuple[int, int] | None]:
    """(first, last) year of each column, the undated (None) last; as few years a column as the room for ``most`` columns allows."""
    years = {one.year for one in tallies}
    dated = sorted(year for year in years if year is not None)
    undated: list[tuple[int, int] | None] = [None] if None in years else []
    if not dated:
        return undated
    for step in _STEPS:
        starts = range(dated[0] // step * step, dated[-1] + 1, step)
        if len(starts) + len(undated) <= max(2, most):
            break
    return [*((start, start + step - 1) for start in starts), *undated]


def _inside(year: int | None, span: tuple[int, int] | None) -> bool:
    return year is None if span is None else year is not None and span[0] <= year <= span[1]


def _label(span: tuple[int, int] | None, language: str) -> str:
    if span is None:
        return say(language, "zonder<br>datum", "undated")
    first, last = span
    return str(first) if first == last else f"{first}–<br>{last}"


def _key(span: tuple[int, int] | None) -> str:
    if span is None:
        return ""
    first, last = map(periods.year, span)
    return first if first == last else f"{first}..{last}"


def _share(own: Sequence[Tally], language: str) -> str:
    checked, every = counted(one for one in own if one.verdict != "unverifiable"), counted(own)
    return say(language, f"{checked} van {every}", f"{checked} of {every}")


def _mixed(paper: str, colour: str, share: float) -> str:
    """``colour`` on ``paper``, thinned so that ink stays readable on it."""
    parts = [(int(paper[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(under + (over - under) * share):02X}" for under, over in parts)


def _told(groups: Sequence[Group], tallies: Sequence[Tally], language: str) -> str:
    named = [(name, counted(own)) for name, own in groups if own[0].indicator]
    every = number(Decimal(counted(tallies)), language)
    if not named:
        return say(language, f"Van {every} beweringen noemt er geen een indicator.", f"Of {every} claims none names an indicator.")
    with_one, (name, count) = number(Decimal(sum(count for _, count in named)), language), named[0]
    most = number(Decimal(count), language)
    return say(
        language,
        f"Van {every} beweringen gaan er {with_one} over een bekende indicator; bovenaan staat {name} met {most}.",
        f"Of {every} claims {with_one} are on a known indicator; {name} comes first with {most}.",
    )


def _judged(tallies: Sequence[Tally], language: str) -> str:
    counts = Counter[str]()
    for one in tallies:
        if one.indicator:
            counts[one.verdict] += one.count
    if not counts:
        return say(language, "Geen bewering noemt een indicator.", "No claim names an indicator.")
    told = [f"{number(Decimal(counts[verdict]), language)} {wording.verdict(verdict, language)}" for verdict in VERDICTS if counts[verdict]]
    every = number(Decimal(counts.total()), language)
    head = say(language, f"Van {every} beweringen met een indicator: ", f"Of {every} claims with an indicator: ")
    return head + "; ".join(told) + "."
