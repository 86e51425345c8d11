"""Times: the cases, and what holds for any text."""

from __future__ import annotations

import csv
import re
import time
from itertools import groupby
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from sayso.packs.times import TimeWords, load_time_words
from sayso.reading.times import read_times
from sayso.records import Span, Time, TimeType

CASES = Path(__file__).parents[1] / "cases" / "times.tsv"
_VALUE = re.compile(
    r"(BC)?[\dX]{2,4}(-(\d\d|XX|W\d\d|WXX|SP|SU|FA|WI|Q[1-4X]|H[12])(-(\d\d|XX|[1-7]|WE))?)?(T(\d\d:\d\d|M[OI]|AF|EV|NI))?"
    r"|PT?[\d.X]+(D|W|M|Y|H|S|WE|Q|DE|CE|ML|TNI|TMO|TAF|TEV)|PXX|(PAST|PRESENT|FUTURE)_REF"
)

# Words that make time expressions, mixed as no text would mix them.
_WORDS = (
    "Monday May 4 31 2031 1999 '98 the of in early late mid - – end last next this past that same previous following "
    "quarter third second year years ago later before after since until three a few half 24 hours day days week month "
    "weekend summer fall morning night noon 9am 10:30 p.m. GMT Moscow time 1980s nineties century BC AD Christmas "
    "Easter Day every per daily now recently from to and or , . ; ( ) ’s 's \n 29 February Feb. 12/31/99 2031-02-30 "
    "0000-00-00 99999999999 1,000,000 years ٣ hundred twenty five Q2 first two minutes decade decades thousand"
)
time_texts = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=25).map(" ".join)
dates = st.sampled_from([None, "2031-03-06", "2031-03", "2031", "0001-01-01", "9999-12-31", "2032-02-29", "soon", ""])


@pytest.fixture(scope="module")
def pack() -> TimeWords:
    """English."""
    return load_time_words()


def read(text: str, published: str | None, pack: TimeWords) -> tuple[Time, ...]:
    return read_times(text, [Span(0, len(text))], published or None, pack)


def load_cases() -> list[tuple[str, str, list[dict[str, str]]]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(text, when, list(group)) for (text, when), group in groupby(rows, lambda r: (r["text"], r["published"]))]


@pytest.mark.parametrize(("text", "published", "rows"), load_cases(), ids=lambda x: x if isinstance(x, str) else "")
def test_case(text: str, published: str, rows: list[dict[str, str]], pack: TimeWords) -> None:
    """Every time of the text is found, with its type, value, EDTF and choice, and nothing else."""
    wanted = [tuple(r[k] for k in ("span", "type", "value", "edtf", "chosen")) for r in rows if r["span"] != "-"]
    found = [
        (t.span.of(text), t.type.value, t.value, t.edtf or "", "chosen" if t.chosen else "")
        for t in read(text, published, pack)
    ]
    assert found == wanted


def check(text: str, times: tuple[Time, ...]) -> None:
    end = 0
    for found in times:
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        assert not found.span.of(text)[0].isspace()
        assert not found.span.of(text)[-1].isspace()
        assert found.type == TimeType.SET or _VALUE.fullmatch(found.value or ""), found
        assert not (found.chosen and found.edtf is None), found
        if found.edtf is not None:
            parse_edtf(found.edtf)


@given(text=time_texts, published=dates)
def test_any_mixture_of_time_words_gives_valid_spans_and_values(
    pack: TimeWords, text: str, published: str | None
) -> None:
    check(text, read(text, published, pack))


@given(text=st.text(), published=dates)
def test_any_text_gives_valid_spans(pack: TimeWords, text: str, published: str | None) -> None:
    check(text, read(text, published, pack))


def test_only_the_stretches_are_read(pack: TimeWords) -> None:
    text = "Views on Monday: 7\nIt began on Tuesday."
    assert [t.span.of(text) for t in read_times(text, [Span(19, len(text))], "2031-03-06", pack)] == ["Tuesday"]


def test_a_history_reads_bare_months_in_the_year_told(pack: TimeWords) -> None:
    """Many old years and no words of the day: bare months are those of the year told, not of publication."""
    text = (
        "The war of 1911 began in March 1911. In June the fort fell. By 1912 the coast was lost, and in May 1913 the "
        "king fled. The truce of 1914 held until 1915. In April the league was made."
    )
    values = {t.span.of(text): t.value for t in read(text, "2031-03-06", pack)}
    assert values["June"] == "1911-06"
    assert values["April"] == "1915-04"


def test_the_same_words_in_news_are_near_publication(pack: TimeWords) -> None:
    text = "The fort fell in June. It had stood since 1911."
    assert read(text, "2031-03-06", pack)[0].value == "2030-06"


def test_the_past_hours_end_on_the_day_told(pack: TimeWords) -> None:
    """A dateline of today is not the day told; "on Monday" is."""
    text = "6 March 2031\nOn Monday the ministry spoke. Over the past 24 hours it lost two tanks."
    assert read(text, "2031-03-06", pack)[-1].edtf == "2031-03-02/2031-03-03"


def test_time_is_linear_in_length(pack: TimeWords) -> None:
    """A long stretch without a paragraph's end, of words that begin expressions and lead nowhere."""
    for piece in ("the last of the first ", "three hundred and ", "in early ", "day "):
        took = []
        for length in (20_000, 160_000):
            began = time.process_time()
            read(piece * (length // len(piece)), "2031-03-06", pack)
            took.append(time.process_time() - began)
        assert took[1] < 8 * 2.5 * took[0], piece
