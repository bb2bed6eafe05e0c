"""Letter -> claims, and the account of every number: the one door to this package."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.account import Fate, fates_of
from claims.drafting import Draft
from claims.grammar import compile_grammar
from claims.reading import Passage, read
from claims.sentence_reading import PassageReader
from claims.sentences import line_width
from labour.lexicon import Lexicon
from labour.model import Claim, Letter, NumberFate


def extract_claims(letter: Letter, lexicon: Lexicon) -> list[Claim]:
    """Every quantitative claim of a letter in the order of its text. Deterministic; never raises on any text."""
    return _read(letter, lexicon)[0]


def account(letter: Letter, lexicon: Lexicon) -> list[NumberFate]:
    """Every digit group and number word of the letter with its fate: claim, refused (reason) or non_claim (class)."""
    return fates_of(letter, *_read(letter, lexicon))


def _read(letter: Letter, lexicon: Lexicon) -> tuple[list[Claim], list[Fate]]:
    grammar = compile_grammar(lexicon)
    claims: list[Claim] = []
    fates: list[Fate] = []
    passages = read(letter)
    width = line_width(letter.text)
    notes: dict[str | int, Passage] = {p.note: p for p in passages if p.note is not None}
    notes |= {p.anchor: p for p in passages if p.anchor is not None}  # marks may start again on each page, places do not
    for passage in passages:
        reader = PassageReader(passage, letter, grammar, notes, width)
        drafts = reader.drafts()
        claims.extend(_claim(letter, passage, draft) for draft in drafts)
        fates.extend((*passage.span(start, end), value, fate, reason) for start, end, value, fate, reason in reader.fates)
    claims.sort(key=lambda c: (c.start, c.end, c.kind))
    return claims, fates


def _claim(letter: Letter, passage: Passage, draft: Draft) -> Claim:
    start, end = passage.span(draft.start, draft.end)
    sentence = passage.span(draft.sentence[0], draft.sentence[1]) if draft.sentence[1] > draft.sentence[0] else (start, end)
    return replace(draft.claim, start=start, end=end, quote=letter.text[start:end], sentence=sentence, value=_plain(draft.claim.value))


def _plain(value: Decimal | None) -> Decimal | None:
    """No exponents: 4.45E+5 and 445000 are one number but print differently."""
    return None if value is None else Decimal(f"{value:f}")
