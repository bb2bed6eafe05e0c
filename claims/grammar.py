"""The word lists compiled to patterns, once per lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from labour.indicators import Indicator
from labour.lexicon import Lexicon

_LETTER = "[a-zà-ÿ-]"
# Words that end the stretch between a number and a unit far behind it: a unit beyond them belongs to something else.
_STOP = (
    "in|van|op|naar|tot|en|of|dan|per|voor|door|bij|met|aan|de|het|een|is|zijn|was|waren|werd|werden|wordt|worden|heeft|hebben|had|hadden"
    "|kan|kunnen|zal|zullen|toe|af|ten|om|als|die|dat|deze|dit|er|ook|nog|al|over|onder|boven|uit|sinds|tussen|tegen|ligt|lag"
    "|liggen|bedroeg"
    "|gekrompen|geslonken|opgelopen|teruggelopen|verminderd|gezakt|aangenomen|verloren|verdwenen|gestegen|gedaald|steeg|daalde|hoger|lager|waarvan|te|zo|maar|terwijl|oftewel|respectievelijk|resp|kwam|komt|uitkomen|lagen"
    "|omdat|zich|binnen|na"
    "|geschat|geraamd|bedraagt|toegenomen|afgenomen|gegroeid|we|wij|zij|ze|u|hun|haar|vooral|vanaf|tijdens|vanuit|via|zonder"
    "|volgens|wat|want|terug|iets|niets|alles|steeds|reeds|minstens|hoogstens|eveneens|telkens|destijds|tevens|jaarlijks"
    "|maandelijks|inmiddels|open|samen|alleen"
    "|buiten|zelfs|thans|nauwelijks|gezien|slechts|minder|eerder|geleden|respectievelijk|overigens|althans|wegens|gemiddeld|ton"
    "|voltijds|deeltijds|dalen|stijgen|groeien|toenemen|afnemen|krimpen|oplopen|zakken|kilo|km|kilometer|hectare|megawatt"
)


_HEAD = 3  # letters by which keys are looked up at each place of a word
_MOST_WORDS = 50_000  # words remembered; a letter has some three thousand


@dataclass(frozen=True, eq=False, slots=True)
class Keys:
    """What a word must hold to name something: keys of one word each, looked up by their first letters, by the places of what they name.

    Most words name nothing and come back often, so that each is looked at once.
    """

    heads: dict[str, tuple[tuple[str, tuple[int, ...]], ...]]
    short: tuple[tuple[str, tuple[int, ...]], ...]  # keys of fewer letters than that
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """The places of all that text[start:end] may name, in order."""
        found: set[int] = set()
        for word in _words_of(text, start, end):
            held = self.seen.get(word)
            if held is None:
                held = self._held(word)
            if held:
                found.update(held)
        return sorted(found)

    def _held(self, word: str) -> tuple[int, ...]:
        found = {place for key, places in self.short if key in word for place in places}
        for at in range(len(word) - _HEAD + 1):
            for key, places in self.heads.get(word[at : at + _HEAD], ()):
                if word.startswith(key, at):
                    found.update(places)
        if len(self.seen) >= _MOST_WORDS:
            self.seen.clear()
        held = self.seen[word] = tuple(found)
        return held


@lru_cache(maxsize=16)
def _words_of(text: str, start: int, end: int) -> list[str]:
    """The words of a sentence, which several tables are asked about in turn."""
    return text[start:end].split()


def keys_of(named: Iterable[Sequence[str]]) -> Keys:
    """The keys of things by their place."""
    found: dict[str, list[int]] = {}
    for place, own in enumerate(named):
        for key in own:
            found.setdefault(key, []).append(place)
    heads: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for key, places in found.items():
        heads.setdefault(key[:_HEAD], []).append((key, tuple(places)))
    by_head = {head: tuple(entries) for head, entries in heads.items() if len(head) == _HEAD}
    return Keys(by_head, tuple(entry for head, entries in heads.items() if len(head) < _HEAD for entry in entries))


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """Names with their patterns, looked up by their keys."""

    entries: tuple[tuple[str, re.Pattern[str]], ...]
    keys: Keys

    def among(self, text: str, start: int, end: int) -> Iterator[tuple[str, re.Pattern[str]]]:
        """The names that a part of a text can hold at all, in their own order."""
        return (self.entries[place] for place in self.keys.places(text, start, end))


def names(entries: Iterable[tuple[str, tuple[str, ...], re.Pattern[str]]]) -> Names:
    """A table of names."""
    kept = tuple(entries)
    return Names(tuple((name, pattern) for name, _, pattern in kept), keys_of(keys for _, keys, _ in kept))


@dataclass(frozen=True, eq=False)
class Grammar:
    lexicon: Lexicon
    unit: re.Pattern[str]  # a unit right behind a number (lower case), group name = unit
    far_unit: re.Pattern[str]  # the same after up to three other words
    counted: re.Pattern[str]  # a noun that is counted, wherever it stands; group name = unit
    generic: re.Pattern[str]  # any plural noun after up to two adjectives
    counter: re.Pattern[str]
    countable: re.Pattern[str]
    hedge: re.Pattern[str]  # ends at the number; group h0, h1, ... index into ``hedge_names``
    hedge_names: tuple[str, ...]
    hedge_after: re.Pattern[str]
    up: re.Pattern[str]
    down: re.Pattern[str]
    forecast: re.Pattern[str]
    target: re.Pattern[str]
    legal: re.Pattern[str]
    lasting: re.Pattern[str]
    local: re.Pattern[str]  # words for one place or organisation
    national: re.Pattern[str]  # words for the country
    threshold: re.Pattern[str]
    enumerating: re.Pattern[str]
    indicators: tuple[IndicatorPattern, ...]
    indicator_keys: Keys
    sectors: Names
    groups: Names
    scenarios: tuple[tuple[str, re.Pattern[str]], ...]
    sources: Names


@dataclass(frozen=True, slots=True)
class IndicatorPattern:
    indicator: Indicator
    keys: tuple[str, ...]  # a sentence without any of these cannot name it: a cheap test before the pattern
    pattern: re.Pattern[str]
    excludes: re.Pattern[str] | None


@lru_cache(maxsize=4)
def compile_grammar(lexicon: Lexicon) -> Grammar:
    """The patterns of a lexicon; a second call with the same lexicon is free."""
    words = lexicon.words
    units = "|".join(
        f"(?P<{unit}>{_any(lexicon.units[unit])})"
        for unit in (
            "percentage_point", "percent", "fte", "EUR", "households", "vacancies", "jobs", "persons",
            "years", "months", "weeks", "quarters", "hours", "days", "multiple",
        )
    )  # fmt: skip
    hedges = [(name, phrase) for name, phrases in lexicon.hedges.items() for phrase in phrases]
    after = "|".join(f"(?P<{name}>{_any(phrases)})" for name, phrases in lexicon.hedges_after.items())
    skip = rf"(?:(?:\([^()\n]{{1,40}}\)|(?!(?:{_STOP})(?![a-zà-ÿ]))[a-zà-ÿ’'-]+) {{1,3}}){{0,3}}?"
    indicators = tuple(
        IndicatorPattern(i, tuple(_key(w) for w in i.words), _words(i.words), _words(i.excludes) if i.excludes else None)
        for i in lexicon.field.indicators.values()
        if i.words
    )
    return Grammar(
        lexicon=lexicon,
        unit=re.compile(rf" {{0,3}}(?:{units})(?![a-zà-ÿ])"),
        far_unit=re.compile(rf" {{1,3}}{skip}(?:{units})(?![a-zà-ÿ-])"),
        counted=re.compile(
            r"(?<![a-zà-ÿ-])(?:"
            + "|".join(f"(?P<{unit}>{_any(lexicon.units[unit])})" for unit in ("households", "vacancies", "fte", "persons"))
            + r"|(?P<jobs>(?:[a-zà-ÿ-]*banen|arbeidsplaatsen|[a-zà-ÿ-]*plekken))"
            + r")(?![a-zà-ÿ-])"
        ),
        generic=re.compile(
            rf" {{1,3}}(?:(?!(?:{_STOP})(?![a-zà-ÿ]))[a-zà-ÿ’'-]+(?:e|en|s|te"
            rf"|de) {{1,3}}){{0,2}}?(?P<noun>(?!(?:{_STOP})(?![a-zà-ÿ]))[a-zà-ÿ-]{{3,}}(?:en|s|[’']s|ën|centra))(?![a-zà-ÿ])"
        ),
        counter=re.compile(_any(words["counters"])),
        countable=re.compile(_any(words["countable"])),
        hedge=re.compile(
            "(?:^|(?<=[^a-zà-ÿ]))(?:"
            + "|".join(f"(?P<h{i}>{_sub(p)})" for i, (_, p) in sorted(enumerate(hedges), key=lambda x: -len(x[1][1])))
            + r") ?(?:€ ?|eur )?$"
        ),
        hedge_names=tuple(name for name, _ in hedges),
        hedge_after=re.compile(rf"[^.;\n]{{0,3}}(?:{after})(?![a-zà-ÿ])"),
        up=_words(words["up"]),
        down=_words(words["down"]),
        forecast=_words(words["forecast"]),
        target=_words(words["target"]),
        legal=_words(words["legal"]),
        lasting=_words(words["lasting"]),
        local=_words(words["local"]),
        national=_words(words["national"]),
        threshold=re.compile(rf"(?<![a-zà-ÿ])(?:{_any(words['threshold'])}) ?$"),
        enumerating=re.compile(rf"(?<![a-zà-ÿ])(?:{_any(words['enumerating'])}) ?$"),
        indicators=indicators,
        indicator_keys=keys_of(c.keys for c in indicators),
        sectors=names((s.id, tuple(_key(w) for w in s.words), _words(s.words)) for s in lexicon.field.sectors.values() if s.words),
        groups=names((name, tuple(_key(w) for w in phrases), _words(phrases)) for name, phrases in lexicon.groups.items()),
        scenarios=tuple((name, _words(phrases)) for name, phrases in lexicon.scenarios.items()),
        sources=names((name, tuple(_key(w) for w in phrases), _words(phrases)) for name, phrases in lexicon.sources.items()),
    )


def _sub(phrase: str) -> str:
    return phrase.replace("[a-z]", _LETTER)


def _any(phrases: Iterable[str]) -> str:
    """One alternation, longest phrase first so that "procentpunt" wins from "procent"."""
    return "(?:" + "|".join(_sub(p) for p in sorted(phrases, key=len, reverse=True)) + ")"


def _words(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-zà-ÿ]){_any(phrases)}(?![a-zà-ÿ])")


def _key(phrase: str) -> str:
    """The longest stretch of plain text that every match of a phrase contains."""
    bare = re.sub(r"\(\?:[^()]*\)\??|\([^()]*\)\??|\[[^\]]*\][*+?]?(?:\{\d*,?\d*\})?|.[?*]|\\.|[.^$|+]", "\0", phrase)
    return max((part.strip() for part in bare.replace(" ", "\0").split("\0")), key=len)
