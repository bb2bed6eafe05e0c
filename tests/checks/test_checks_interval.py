"""What a print allows, hedge by hedge, and the arithmetic of rounded figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import claim

from checks.interval import claimed, divided, fit, minus, mirrored, overlaps, published, scaled, slip, step_of
from labour.model import Claim, Interval

D = Decimal

# quote, hedge, unit, figures that bear it out, figures it can be a rounding of, figures that leave it open, figures that contradict it
PRINTS = [
    ("66,0%", "exact", "percent", ["65.95", "66.04"], [], [], ["65.94", "66.05"]),
    ("66%", "exact", "percent", ["65.5", "66.49"], [], [], ["65.4", "66.5"]),
    ("40%", "exact", "percent", ["39.5", "40.4"], [], ["39.2", "40.9"], ["38.9", "41.1"]),
    ("106", "exact", "per_100", ["105.5", "106.4"], [], [], ["105.4", "106.5"]),
    ("110", "exact", "per_100", ["110.4"], [], [], ["108", "112"]),
    ("195.000", "exact", "persons", ["194500", "195499"], [], [], ["194499", "195500"]),
    ("195 duizend", "exact", "persons", ["194500", "195499"], [], [], ["194499", "195500"]),
    ("9,8 miljoen", "exact", "persons", ["9750000", "9849999"], [], [], ["9749999", "9850000"]),
    ("4,0 miljoen", "exact", "persons", ["3950000", "4049999"], [], [], ["3940000", "4060000"]),
    ("400.000", "exact", "vacancies", ["399500", "400499"], ["397000", "405900"], ["391000", "445000"], ["349000", "451000"]),
    ("390.000", "exact", "vacancies", ["389500"], ["394000", "386000"], [], ["384900", "395100"]),
    ("430 duizend", "exact", "vacancies", ["429600"], ["432200", "426000"], [], ["424900", "436000"]),
    ("2.200", "just_over", "fte", ["2200", "2300"], ["2199.6"], [], ["2199", "2301"]),
    ("36%", "just_over", "percent", ["36", "36.9", "37"], ["35.8"], [], ["35.4", "37.3"]),
    ("400 duizend", "just_over", "vacancies", ["400000", "419000"], ["399600"], ["440000", "450000"], ["399000", "452000"]),
    ("5 duizend", "just_over", "vacancies", ["5000", "5600", "5999"], ["4600"], [], ["4499", "6001"]),
    ("1 miljoen", "just_over", "persons", ["1000000", "1400000"], [], ["1900000"], ["490000", "2100000"]),
    ("4", "almost", "count", ["3.3", "4"], ["4.4"], ["3.1"], ["2.9", "4.6"]),
    ("42.000", "almost", "persons", ["41000", "42000"], ["42400"], [], ["40400", "42501"]),
    ("200.000", "almost", "persons", ["195000", "190000"], ["200400"], ["160000"], ["149000", "201000"]),
    ("11.000", "just_under", "fte", ["10450", "11000"], ["11400"], ["10100"], ["9900", "11501"]),
    ("13.000", "at_least", "vacancies", ["13000", "99000"], ["12600"], [], ["12400"]),
    ("1.000", "at_most", "count", ["1000", "3"], ["1400"], [], ["1501"]),
    ("43.000", "about", "persons", ["42000", "44000"], [], [], ["41999", "44001"]),
    ("3,7%", "about", "percent", ["3.6", "3.8"], [], [], ["3.5", "3.9"]),
    ("400.000", "about", "households", ["380000", "420000"], [], ["445000"], ["340000"]),
    ("11 miljoen", "about", "persons", ["10450000", "11550000"], [], ["10100000"], ["9000000"]),
]


@pytest.mark.parametrize(("quote", "hedge", "unit", "right", "near", "loose", "wrong"), PRINTS)
def test_print_and_hedge(quote: str, hedge: str, unit: str, right: list[str], near: list[str], loose: list[str], wrong: list[str]) -> None:
    asked = claimed(claim(quote, unit=unit, approx=hedge))
    assert asked is not None
    for figures, expected in ((right, {"in"}), (near, {"in", "rounding"}), (loose, {"loose"}), (wrong, {"out"})):
        for figure in figures:
            point = D(figure)
            assert fit(asked, point, Interval(point, point, False, False)) in expected, (figure, asked)


def test_a_fall_mirrors_its_hedge() -> None:
    asked = claimed(claim("-48 duizend", unit="vacancies", kind="change", approx="just_over"))
    assert asked is not None
    assert asked.strict.holds(D(-48500)) and not asked.strict.holds(D(-47000))


def test_a_difference_read_off_two_levels_carries_both_roundings() -> None:
    pair = claim("van 445 naar 397 duizend", value=D(-48000), step=D(1000), kind="change", base_value=D(445000), end_value=D(397000))
    asked = claimed(pair)
    assert asked is not None
    assert asked.strict.holds(D("-48300")) and asked.strict.holds(D("-47100")) and not asked.strict.holds(D("-49000"))


def test_a_range_reaches_from_end_to_end() -> None:
    asked = claimed(claim("55.000", unit="vacancies", end_value=D(60000)))
    assert asked is not None
    assert asked.strict.holds(D(54600)) and asked.strict.holds(D(60400)) and not asked.strict.holds(D(61000))


def test_a_claim_without_a_value_has_no_interval() -> None:
    assert claimed(claim("voor het eerst", kind="record")) is None


@pytest.mark.parametrize(("value", "unit", "step"), [("66.0", "percent", "0.1"), ("528000", "persons", "1"), ("0.8", "fraction", "0.05")])
def test_step_without_one_from_the_extractor(value: str, unit: str, step: str) -> None:
    assert step_of(Claim("l", 0, 1, "x", D(value), "x", unit)) == D(step)


@pytest.mark.parametrize(
    ("value", "scale", "decimals", "low", "high"),
    [("445.3", 1000, 1, "445250", "445350"), ("397", 1000, 0, "396500", "397500"), ("73.1", 1, 1, "73.05", "73.15")],
)
def test_a_published_figure_carries_its_own_rounding(value: str, scale: int, decimals: int, low: str, high: str) -> None:
    spread = published(D(value), D(scale), decimals)
    assert (spread.low, spread.high) == (D(low), D(high))


def test_a_published_figure_that_straddles_the_print_is_no_deviation() -> None:
    asked = claimed(claim("373.600", step=D(100)))
    assert asked is not None
    assert fit(asked, D(374000), published(D(374), D(1000), 0)) == "rounding"


def test_a_figure_far_coarser_than_the_print_cannot_bear_it_out() -> None:
    asked = claimed(claim("374123", step=D(1)))
    assert asked is not None
    assert fit(asked, D(374000), published(D(374), D(1000), 0)) == "loose"


ENDS = st.decimals(min_value=-10000, max_value=10000, allow_nan=False, allow_infinity=False, places=2)
STEPS = st.sampled_from([D("0.1"), D(1), D(10), D(1000)])


@settings(deadline=None)  # a busy machine is no finding
@given(st.decimals(min_value=-999999, max_value=999999, places=1, allow_nan=False, allow_infinity=False), STEPS, st.data())
def test_each_reading_holds_the_one_before(value: Decimal, step: Decimal, data: st.DataObject) -> None:
    hedge = data.draw(st.sampled_from("exact about almost just_under just_over at_least at_most".split()))
    unit = data.draw(st.sampled_from(["persons", "percent", "per_100"]))
    asked = claimed(Claim("l", 0, 1, "x", value, "x", unit, hedge, step=step))
    assert asked is not None
    for probe in (value, value + step, value - step, value * 2, value / 2, D(0)):
        assert not asked.strict.holds(probe) or asked.near.holds(probe) or asked.strict.high == probe
        assert not asked.near.holds(probe) or asked.loose.holds(probe)


@settings(deadline=None)
@given(ENDS, ENDS, ENDS, ENDS)
def test_differences_and_ratios_hold_every_pair(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    one, other = Interval(min(a, b), max(a, b), False, False), Interval(min(c, d), max(c, d), False, False)
    difference = minus(one, other)
    assert difference.low is not None and difference.high is not None
    for x in (a, b):
        for y in (c, d):
            assert difference.low <= x - y <= difference.high
    ratio = divided(one, other)
    if ratio is not None and ratio.low is not None and ratio.high is not None:
        for x in (a, b):
            for y in (c, d):
                assert ratio.low - D("1e-9") <= max(x, D(0)) / y <= ratio.high + D("1e-9")


def test_a_ratio_needs_a_base_above_zero() -> None:
    assert divided(Interval(D(1), D(2)), Interval(D(0), D(1))) is None
    assert divided(Interval(D(-3), D(-2)), Interval(D(1), D(2))) is None


@settings(deadline=None)
@given(ENDS, ENDS)
def test_mirror_and_scale(a: Decimal, b: Decimal) -> None:
    one = Interval(min(a, b), max(a, b), True, False)
    assert mirrored(mirrored(one)) == one
    assert mirrored(one).holds(-one.high) if one.high is not None and a != b else True
    assert scaled(one, D(2), D(1)).high == max(a, b) * 2 + 1


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        (Interval(D(1), D(2)), Interval(D(2), D(3)), False),  # the first does not hold its upper end
        (Interval(D(1), D(2), False, False), Interval(D(2), D(3)), True),
        (Interval(None, D(2), False, False), Interval(D(2), None), True),
        (Interval(D(3), None), Interval(None, D(2)), False),
    ],
)
def test_overlap_at_the_edge(a: Interval, b: Interval, shared: bool) -> None:
    assert overlaps(a, b) is shared and overlaps(b, a) is shared


@pytest.mark.parametrize(
    ("stated", "right", "slipped"),
    [("351.6", "315.6", True), ("351.6", "361.6", True), ("351.6", "316.5", False), ("445", "45", False), ("-48", "-58", True)],
)
def test_a_slip_is_one_digit_or_two_neighbours_swapped(stated: str, right: str, slipped: bool) -> None:
    assert slip(D(stated), D(right), D("0.1")) is slipped
