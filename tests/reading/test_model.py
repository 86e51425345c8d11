"""The shipped model: finds what reports do with words, at valid spans, whatever was read before."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from sayso.errors import PartError
from sayso.reading.analysis import Analysis
from sayso.reading.model import ReadingModel
from sayso.records.span import Span
from tests.conftest import any_text

REPORTS = (
    "The Ostravian defence ministry said on Monday that its troops had entered Lower Tamsk.",
    "“We are staying,” General Pavo Lindqvist told reporters. “Nobody will drive us out.”",
    "According to the Velmar Tribune, officials believe the dam was mined.\n\nThe army denied it.",
    "Velmar Army Has Left Tamsk, Minister Says\n\nNobody was hurt.",
    "Residents heard explosions all night, the governor, Ilse Korhonen, wrote on Telegram.",
)


@pytest.fixture(scope="module")
def model() -> ReadingModel:
    return ReadingModel.load()


def lines(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def analyse(model: ReadingModel, text: str) -> Analysis:
    return model.analyse(text, lines(text))


def roles(model: ReadingModel, text: str) -> list[tuple[str, str, str]]:
    return [
        tuple(" / ".join(s.of(text) for s in spans) for spans in (a.source, a.cue, a.content))  # type: ignore[misc]
        for a in analyse(model, text).attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (REPORTS[0], "The Ostravian defence ministry", "said", "that its troops had entered Lower Tamsk"),
        (REPORTS[1], "General Pavo Lindqvist", "told", "“We are staying,” / “Nobody will drive us out.”"),
        (REPORTS[3], "Minister", "Says", "Velmar Army Has Left Tamsk"),
        ("«The road is ours», said Colonel Maren Oduya.", "Colonel Maren Oduya", "said", "«The road is ours»"),
        ("Mayor: ‘We Will Not Leave’", "Mayor", ":", "‘We Will Not Leave’"),
        (
            "At least ten people died, according to the governor and the army.",
            "the governor and the army",
            "according to",
            "At least ten people died",
        ),
        ("She hoped that the truce would hold.", "She", "hoped", "that the truce would hold"),
    ],
)
def test_attributions_of_every_build_are_found(
    model: ReadingModel, text: str, source: str, cue: str, content: str
) -> None:
    found = [tuple(part.strip(" .") for part in own) for own in roles(model, text)]
    assert (source, cue, content.strip(" .")) in found


def test_an_attribution_within_anothers_content_has_it_as_parent(model: ReadingModel) -> None:
    text = REPORTS[2]
    found = analyse(model, text).attributions
    by_cue = {a.cue[0].of(text).lower(): index for index, a in enumerate(found)}
    inner = found[by_cue["believe"]]
    assert inner.parent == by_cue["according to"]
    assert found[by_cue["according to"]].parent is None
    assert [s.of(text) for s in inner.source] == ["officials"]


def test_verbs_have_their_heads(model: ReadingModel) -> None:
    text = "The governor praised the crews and thanked the engineers."
    tokens = analyse(model, text).tokens
    verbs = {text[t.start : t.end]: (t.dep, t.head) for t in tokens if t.dep}
    praised = next(i for i, t in enumerate(tokens) if text[t.start : t.end] == "praised")
    assert verbs == {"praised": ("root", -1), "thanked": ("conj", praised)}


def test_names_have_their_kind(model: ReadingModel) -> None:
    text = "General Pavo Lindqvist of the Ostravian Air Force flew from Ankara to Geneva, Reuters reported."
    kinds = {text[n.start : n.end]: n.kind for n in analyse(model, text).names}
    assert kinds["Ankara"] == kinds["Geneva"] == "place"
    assert kinds["Reuters"] == "organisation"
    assert any("Lindqvist" in name and kind == "person" for name, kind in kinds.items())


def test_a_reading_does_not_depend_on_what_else_is_read(model: ReadingModel) -> None:
    """One window a call: int8 scales activations by what is in the batch, so that neighbours must not be there."""
    alone = {text: analyse(ReadingModel.load(), text) for text in REPORTS}
    chance = random.Random(7)
    for _ in range(3):
        for text in chance.sample(REPORTS * 2, 2 * len(REPORTS)):
            assert analyse(model, text) == alone[text]


@settings(max_examples=40)
@given(any_text)
def test_any_text_gives_valid_spans(model: ReadingModel, text: str) -> None:
    found = analyse(model, text)
    assert all(0 <= t.start < t.end <= len(text) for t in found.tokens)
    assert all(a.end <= b.start for a, b in pairwise(found.tokens))
    assert all(-1 <= t.head < len(found.tokens) for t in found.tokens)
    assert all(0 <= n.start < n.end <= len(text) and 0 <= n.score <= 1 for n in found.names)
    for index, one in enumerate(found.attributions):
        assert all(0 <= s.start < s.end <= len(text) for s in (*one.source, *one.cue, *one.content))
        assert one.cue
        assert one.content
        assert 0 <= one.score <= 1
        assert one.parent is None or (one.parent != index and 0 <= one.parent < len(found.attributions))


def test_parents_never_form_a_circle(model: ReadingModel) -> None:
    text = " ".join(f"He said that she said that they believe that {word} was told of it." for word in "abcdefgh")
    found = analyse(model, text).attributions
    for index in range(len(found)):
        seen, at = set(), found[index].parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].parent


def test_the_shipped_files_are_small_enough() -> None:
    import sayso.model  # the package of data files

    folder = Path(next(iter(sayso.model.__path__)))
    assert sum(f.stat().st_size for f in folder.iterdir() if f.is_file()) < 36_000_000


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(PartError, match="reading model"):
        ReadingModel.load(tmp_path)
