"""Reads a passage sentence by sentence: finds its quantities, writes off the other numbers, and has the claims drafted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from claims import pairs, scope, subjects
from claims.captions import caption_periods, referred
from claims.dating import Dating, pointed_at
from claims.drafting import Draft, Drafter
from claims.far_units import find_unit, name_rates
from claims.grammar import Grammar
from claims.line import Line
from claims.list_headings import ListHeading, heading_of, style
from claims.naming import REACH, Namer
from claims.non_claims import non_claim
from claims.numerals import Numeral, numerals
from claims.phrases import special_quantities
from claims.quantities import Quantity, give_base, is_definition, is_ratio_base, quantity
from claims.rates import rate_again, same_ratio
from claims.reading import Passage
from claims.records import records
from claims.selection import select
from claims.sentences import Sentence, is_heading, sentences
from claims.spoken import Spoken
from claims.subjects import Named
from claims.table_claims import table_drafts
from claims.tables import table_blocks
from claims.timing import find_times, settle_all
from labour.model import Letter

ANSWER = 3  # sentences after a question, a heading "Antwoord" among them, in which its answer opens and may name nothing
_STRESSED = (("méér", "meer"), ("wél", "wel"), ("vóór", "voor"), ("níet", "niet"))  # one reads them as without the accents
_TIME_CLASSES = {"day": "date", "name": "name_year"}
_BULLET = re.compile(r"[ \n]*(?:[·•*–-]|\d{1,2}[.)]|[a-z][.)]) ?")


@dataclass(slots=True)
class PassageReader:
    passage: Passage
    letter: Letter
    grammar: Grammar
    notes: dict[str | int, Passage]
    width: int  # line length of a letter broken to a width, else 0
    fates: list[tuple[int, int, Decimal | None, str, str]] = field(default_factory=list)
    _spoken: Spoken = field(default_factory=Spoken)
    _heading: ListHeading | None = None
    _periods_named: set[str] = field(default_factory=set)
    _captions: dict[tuple[str, str], str] = field(default_factory=dict)
    _unread: list[tuple[int, Sentence]] = field(default_factory=list)
    _style: str = ""  # of the bullets of the list being read
    _groups: int = 0
    _treats: bool = False  # whether the passage speaks of seasonal adjustment at all
    _asked: int = -9  # number of the last sentence that asked something

    def drafts(self) -> list[Draft]:
        """The claims of the passage; ``fates`` is filled on the way."""
        text = self.passage.text
        lower = text.lower()
        if len(lower) != len(text):  # a letter whose lower case is longer than itself
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for stressed, plain in _STRESSED:
            lower = lower.replace(stressed, plain)
        self._treats = "gecorrigeerd" in lower
        drafter = Drafter(self.passage, self.letter, self.grammar, self.notes, Namer(self.grammar))
        blocks = table_blocks(text)
        self._captions = caption_periods(self.passage, self.notes, self.letter.day)
        result = [draft for block in blocks for draft in table_drafts(text, lower, block, self.letter, self.grammar)]
        self.fates.extend((d.start, d.end, d.claim.value, "claim", "") for d in result)
        tables = [(block[0][0], block[-1][1]) for block in blocks]
        parts = sentences(text, self.width)
        text, lower = text.replace("\n", " "), lower.replace("\n", " ")  # a sentence may run over lines
        numbers = list(numerals(text))
        index = 0
        for number, sentence in enumerate(parts):
            first = index
            while index < len(numbers) and numbers[index].start < sentence.end:
                index += 1
            if any(a < sentence.end - 1 and sentence.start < b for a, b in tables):
                self._write_off(numbers[first:index], result)
            else:
                result.extend(self._sentence(text, lower, sentence, number, numbers[first:index], drafter))
        return result

    def _write_off(self, numbers: list[Numeral], drafts: list[Draft]) -> None:
        """Numbers of a table that are no cells: years and captions of its headings."""
        for n in numbers:
            if not any(d.start <= n.start < d.end for d in drafts):
                self.fates.append((n.start, n.end, n.value, "non_claim", "table_heading"))

    def _sentence(self, text: str, lower: str, s: Sentence, number: int, numbers: list[Numeral], drafter: Drafter) -> list[Draft]:
        spoken = self._spoken
        found_bullet = _BULLET.match(text, s.start)
        bullet = found_bullet is not None
        if found_bullet and style(found_bullet[0]) != self._style:
            self._style, self._heading = style(found_bullet[0]), self._heading if not self._style else None
        if s.paragraph != spoken.paragraph and not (bullet and number - spoken.first_sentence <= 40):
            heads = text[s.start : s.end].rstrip().endswith(":")
            keep = heads or number - self._asked <= ANSWER
            headed = self._headed(text, lower, number)
            self._spoken = spoken = spoken.next_paragraph(s.paragraph, number, keep_subject=keep)
            spoken.opened = s.start if headed is None else self._unread[-1][1].start
            if headed and not keep:
                spoken.head(headed, number)
            self._heading = (self._heading or ListHeading()) if bullet else None
        elif bullet and s.paragraph != spoken.paragraph:
            spoken.next_item()
            self._heading = self._heading or ListHeading()
        spoken.paragraph = s.paragraph
        of_all = scope.all_adjusted(lower[s.start : s.end]) if self._treats else None
        if of_all is not None:
            spoken.adjusted["*"] = of_all
        specials = special_quantities(text, s.start, s.end)
        marks = records(lower, s.start, s.end)
        heading = self._heading
        if heading and bullet:
            heading.begin_item(text, s, scope.mentions(lower, s.start, s.end, self.grammar.sectors), numbers=bool(numbers))
        printed = text[s.start : s.end].rstrip()
        heads, asks = printed.endswith(":"), printed.endswith("?")
        if asks:
            self._asked = number
        if not numbers and not specials and not marks and not heads and not asks:
            self._unread.append((number, s))
            return []
        self._catch_up(lower, number)
        named = subjects.indicators_named(lower, s.start, s.end, self.grammar)
        if heads:
            self._heading, self._style = heading_of(text, s, self.letter.day, named, spoken.named), ""
        times = find_times(text, s.start, s.end, self.letter.day, spoken.period, self._periods_named)
        self._periods_named.update(t.key for t in times if t.key and not t.inferred)
        of_list = heading.times[-1].key if heading and bullet and heading.times else None
        topic = of_list or pointed_at(lower, s.start, spoken.told) or spoken.period or spoken.before
        times = settle_all(times, topic, spoken.mentioned, () if of_list else spoken.told, unsure=topic is spoken.before)
        line = Line(
            text, lower, s, number, times, named, [], spoken,
            sectors=scope.mentions(lower, s.start, s.end, self.grammar.sectors),
        )  # fmt: skip
        found = line.found = self._quantities(line, numbers, specials)
        if found or marks:
            line.groups = scope.mentions(lower, s.start, s.end, self.grammar.groups)
        if heading:
            heading.apply(line, found, self.grammar)
        drafts = self._claims(line, found, marks, drafter)
        if heading:
            heading.learn(line, found)
        spoken.remember(number, subjects.topics(lower, named), times, found, self.letter)
        self._refer(line)
        if not line.kept and line.sectors:  # "Waar het knelt: de vacaturegraad in de bouw. Die ..."
            spoken.sector = spoken.sector_named = line.sectors[-1]
        return drafts

    def _headed(self, text: str, lower: str, number: int) -> list[Named] | None:
        """What a heading right above a paragraph names: "3. Werkloosheid"; None where there is none."""
        at, s = self._unread[-1] if self._unread else (-1, None)
        if s is None or at != number - 1 or not is_heading(text, s):
            return None
        return subjects.indicators_named(lower, s.start, s.end, self.grammar)

    def _catch_up(self, lower: str, number: int) -> None:
        """Sentences without figures are read only when a figure near them may lean on what they name."""
        for at, s in self._unread[-REACH:]:
            if number - at <= REACH and s.paragraph == self._spoken.paragraph:
                self._spoken.remember(at, subjects.indicators_named(lower, s.start, s.end, self.grammar), [], (), self.letter)
                sectors = scope.mentions(lower, s.start, s.end, self.grammar.sectors)
                if sectors:
                    self._spoken.sector = self._spoken.sector_named = sectors[-1]
        self._unread.clear()

    def _refer(self, line: Line) -> None:
        """ "(zie figuur 2)": what follows is about the figure's years, when the sentence names none of its own."""
        period = referred(line.lower, line.s.start, line.s.end, self._captions)
        if period and not any(t.key for t in line.times):
            line.spoken.period, line.spoken.inferred = period, False

    def _quantities(self, line: Line, numbers: list[Numeral], specials: list[Quantity]) -> list[Quantity]:
        """The sentence's quantities in order, with the numbers that are no quantities written off."""
        text, lower, s, times = line.text, line.lower, line.s, line.times
        found = list(specials)
        taken = [q.uses[0] for q in specials]
        bases: list[Numeral] = []
        for n in numbers:
            if any(a <= n.start and n.end <= b for a, b in taken):
                continue
            lasts = self.grammar.lasting.search(lower, n.end, min(s.end, n.end + 40)) is not None
            within = next((t for t in times if t.start < n.end and n.start < t.end and not (lasts and t.role in ("vague", "span"))), None)
            if within:
                self._fate(n, "non_claim", _TIME_CLASSES.get(within.role, "period_attribute"))
                continue
            name = non_claim(text, n, max(s.start - 1, 0))
            if name:
                self._fate(n, "non_claim", name)
            elif is_ratio_base(text, n, s.start) and (len(numbers) > 1 or is_definition(text, n)):
                self._fate(n, "claim" if len(numbers) > 1 else "non_claim", "ratio_base")
                bases.append(n)
            else:
                q = quantity(text, lower, n, self.grammar, s.end)
                taken.extend(q.uses[1:])
                found.append(q)
        found.sort(key=lambda q: q.start)
        for base in bases:
            give_base(lower, found, base)
        return found

    def _fate(self, n: Numeral, fate: str, reason: str) -> None:
        self.fates.append((n.start, n.end, n.value, fate, reason))

    def _claims(self, line: Line, found: list[Quantity], marks: list[tuple[int, int, str, bool]], drafter: Drafter) -> list[Draft]:
        text, lower, s = line.text, line.lower, line.s
        found = pairs.join_ranges(text, lower, found, s.start, self.grammar)
        couples = pairs.from_to(text, found, s.start)
        name_rates(lower, found, s.start)
        same_ratio(lower, found, s.start, line.spoken)
        pairs.share_units(text, found, s.start)
        moments = [(t.start, t.end) for t in line.times]
        for index, q in enumerate(found):
            if q.unit is None and not (index and pairs.set_against(text, found[index - 1], q)):
                rate_again(lower, q, s.start, line.sectors, line.times, found[index - 1] if index else None, line.spoken, self.grammar)
            if q.unit is None:
                near = line.spoken.after(found[:index])
                find_unit(text, lower, q, s.start, s.end, line.named, moments, near, self.grammar)
        pairs.share_units(text, found, s.start)
        for index, q in enumerate(found):
            verdict = select(text, lower, q, s.start, s.end, len(found) - 1, self.grammar)
            if verdict == ("refused", "no_unit") and index and pairs.set_against(text, found[index - 1], q):
                verdict = None  # "1.640 subsidies, tegenover 1.310 in 2022": what is counted was settled just now
            self.fates.extend((*use, q.value, *(verdict or ("claim", ""))) for use in q.uses)
            if verdict is None:
                line.kept.append(q)
        couples = [c for c in couples if c.first in line.kept and c.last in line.kept]
        firsts, lasts = {id(c.first): c for c in couples}, {id(c.last): c for c in couples}
        group_of: dict[int, str] = {}
        for couple in couples:
            self._groups += 1
            group_of[id(couple.first)] = group_of[id(couple.last)] = f"{self.letter.name}-{self.passage.note or ''}-{self._groups}"
        made: dict[int, tuple[Draft, Dating]] = {}
        for q in line.kept:
            made[id(q)] = drafter.draft(line, q, lasts.get(id(q)), firsts.get(id(q)), group_of.get(id(q)))
        drafts = [draft for draft, _ in made.values()]
        for couple in couples:
            (first, begin), (last, finish) = made[id(couple.first)], made[id(couple.last)]
            drafts.append(drafter.change(line, couple, first.claim, last.claim, begin, finish))
        for start, end, side, scoped in marks:
            if not any(d.start < end and start < d.end for d in drafts):
                drafts.append(drafter.record(line, start, end, side, scoped))
        return drafts
