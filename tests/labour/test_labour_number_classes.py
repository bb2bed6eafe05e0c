"""Every class of number that is no claim has words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from labour.number_classes import CLASS_NAMES, number_class

ROOT = Path(__file__).resolve().parents[2]


def test_every_class_that_the_account_names_has_a_name() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "claims").glob("*.py"))
    classes = set(re.findall(r'Rule\(\s*"([a-z_]+)"', source)) | {
        two for _, two in re.findall(r'"(non_claim|refused)", "([a-z_]+)"', source)
    }
    assert len(classes) > 15
    assert classes <= CLASS_NAMES.keys()
    assert all(nl and en for nl, en in CLASS_NAMES.values())


def test_a_class_without_a_name_is_shown_as_it_is() -> None:
    assert number_class("some_class") == "some class"
    assert number_class("date") == "datum"
