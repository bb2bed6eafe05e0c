"""Held figures told as letters tell them: none is called wrong, most are borne out, and two digits that changed places are noticed."""

from __future__ import annotations

import random
from collections import Counter

from benchmarks.sound_sentences import BAD, read, told
from loaders.lexicon import load_lexicon
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

TEXTS = 700
SUPPORTED = 0.9  # of the claims read
CAUGHT = 0.95


def test_no_sound_sentence_is_called_wrong_and_a_slip_in_it_is() -> None:
    index, field = load_index(data_folder()), load_field(data_folder())
    lexicon = load_lexicon(data_folder(), field)
    verdicts: Counter[str] = Counter()
    wrong, planted, caught = [], 0, 0
    for one in told(index, random.Random(7), TEXTS):
        checks = read(one.text, one.day, lexicon, index, field)
        verdicts.update(check.verdict for check in checks)
        wrong += [(one.text, check.claim.quote, check.explanation_nl) for check in checks if check.verdict in BAD]
        if one.wrong:
            planted += 1
            caught += any(check.verdict in BAD for check in read(one.wrong, one.day, lexicon, index, field))
    assert not wrong, wrong
    assert verdicts["supported"] + verdicts["supported_when_published"] >= SUPPORTED * verdicts.total() > TEXTS
    assert planted > TEXTS / 2 and caught >= CAUGHT * planted
