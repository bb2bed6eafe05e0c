"""Back and Forward: each step of a reader is undone and done again, one at a time, and Back never changes what was not a step."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from visiting import Visitor

LETTER = "2024-12-13-aanpak-arbeidsmarktkrapte"
NUMBERS = "span.ct-label.ct-number"


def test_back_undoes_a_switch_and_then_leaves_the_page(visit: Visitor) -> None:
    """Also where the page opened from the menu wrote its own choices to the address: those are no step."""
    window = visit()
    page = window.open(f"/?letter={LETTER}")
    page.get_by_text("English", exact=True).click()
    expect(page).to_have_url(re.compile("lang=en"))
    window.follow("Letter", "/brief.*lang=en")
    toggle = page.get_by_text("Also show numbers that are no claim")
    toggle.click()
    expect(page).to_have_url(re.compile("numbers=1"))
    expect(page.locator(NUMBERS).first).to_be_visible()
    page.go_back()
    expect(page.locator(NUMBERS)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("numbers"))
    page.go_forward()
    expect(page.locator(NUMBERS).first).to_be_visible()
    page.go_back()
    expect(page.locator(NUMBERS)).to_have_count(0)
    page.go_back()
    expect(page.locator("h1")).to_have_text("What the letter says and what CBS published")
    expect(page).to_have_url(re.compile(rf"/\?(?=.*lang=en)(?=.*letter={LETTER})"))


def test_back_undoes_the_day_and_the_range(visit: Visitor) -> None:
    window = visit()
    page = window.open("/krapte?from=2018KW01")
    slider, first = page.get_by_role("slider").first, page.get_by_test_id("stSliderThumbValue").first
    expect(first).to_have_text("eerste kwartaal 2018")
    page.get_by_role("button", name="Wat wist men op 13 december 2024?").click()
    expect(page).to_have_url(re.compile("asof=2024-12-13"))
    window.settle()
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=2018KW02"))
    window.settle()
    page.go_back()
    expect(first).to_have_text("eerste kwartaal 2018")
    expect(page).to_have_url(re.compile("asof=2024-12-13"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("asof"))
    expect(page.get_by_role("button", name="Wat wist men op 13 december 2024?")).to_be_enabled()
    expect(page.get_by_role("button", name="Wat weten we nu?")).to_be_disabled()
