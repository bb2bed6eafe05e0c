"""Claims, letters and observations in, one check per claim out: the order in which everything is asked.

What cannot be judged is refused first; what has cells is judged by the two dates; what the letters say among themselves comes last
and can turn only an ``unverifiable`` into ``consistent`` or ``inconsistent``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checks.consistency import findings
from checks.judge import Judge
from checks.reading import group_of
from checks.refusals import not_out, other_publisher, refused
from checks.repeats import Finding, sentence_of
from checks.report import refusal
from checks.seasonal import quotes_unadjusted
from labour.indicators import Field
from labour.model import CAVEATS, Check, Claim, Letter
from labour.observations import ObservationIndex
from labour.wording import reason

_UNADJUSTED = (
    "De andere cijfers per bedrijfstak in de brief zijn de niet voor het seizoen gecorrigeerde; ook dit is daarmee vergeleken.",
    "The other figures by branch in the letter are the ones not seasonally adjusted; this one has been laid beside those too.",
)
BEFORE = 200  # characters before a claim from which its indicator may have been taken


def check_claims(claims: Sequence[Claim], letters: Sequence[Letter], observations: ObservationIndex, field: Field) -> list[Check]:
    """One check per claim, in order. A claim of a letter that is not among ``letters`` is judged as of an undated one."""
    by_name = {letter.name: letter for letter in letters}
    checks = [_check(claim, by_name.get(claim.letter), observations, field) for claim in claims]
    for position in quotes_unadjusted(checks, observations):
        claim = claims[position]
        again = _check(replace(claim, adjusted=False), by_name.get(claim.letter), observations, field)
        nl, en = f"{again.explanation_nl} {_UNADJUSTED[0]}".strip(), f"{again.explanation_en} {_UNADJUSTED[1]}".strip()
        checks[position] = replace(again, claim=claim, explanation_nl=nl, explanation_en=en)
    for position, finding in findings(checks, by_name, field).items():
        checks[position] = _with(checks[position], finding)
    return checks


def _check(claim: Claim, letter: Letter | None, index: ObservationIndex, field: Field) -> Check:
    indicator = field.indicators.get(claim.indicator or "")
    why = refused(claim, indicator)
    if why is not None or indicator is None:
        return refusal(claim, why or "no_indicator", index)
    group = group_of(claim, indicator, field, index)
    if group is None:
        return refusal(claim, "other_source" if other_publisher(claim) else "not_in_snapshot", index)
    day, imprecise = (letter.day, letter.precision == "month") if letter else (None, False)
    if not_out(claim, day, index):
        return refusal(claim, "not_published", index)
    sentence = sentence_of(claim, {letter.name: letter} if letter else {})
    before = letter.text[max(0, claim.start - BEFORE) : claim.start] if letter else ""
    judge = Judge(claim, indicator, field, index, day, imprecise, sentence, before)
    return judge.course(group) if claim.kind in ("record", "streak") else judge.figure(group)


def _with(check: Check, finding: Finding) -> Check:
    """The check with what the letters say among themselves; a verdict by CBS figures stands, and only gets the remark."""
    decides = finding.verdict and (check.verdict == "unverifiable" or (finding.overrules and check.verdict != "deviates"))
    if not decides:
        nl, en = f"{check.explanation_nl} {finding.nl}".strip(), f"{check.explanation_en} {finding.en}".strip()
        return replace(check, explanation_nl=nl, explanation_en=en)
    caveats = tuple(c for c in CAVEATS if c in {*check.caveats, *finding.caveats})
    if "unit_suspect" in finding.caveats and check.near_miss is not None:  # the growth in percent that the points are meant for
        nl = f"{finding.nl} {check.explanation_nl.removeprefix(reason(check.reason)).strip()}"
        en = f"{finding.en} {check.explanation_en.removeprefix(reason(check.reason, 'en')).strip()}"
        return replace(check, verdict=finding.verdict, reason=None, caveats=caveats, explanation_nl=nl, explanation_en=en)
    return Check(check.claim, finding.verdict, None, caveats, interval=check.interval, explanation_nl=finding.nl, explanation_en=finding.en)
