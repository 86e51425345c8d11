"""The corpora become examples whose spans are the words that were annotated, through every rewriting."""

from __future__ import annotations

import random
import re
from pathlib import Path

from sayso.records.span import Span
from training.discourse import attribution_example
from training.examples import Example, Roles, lines_of
from training.framing import Framer, sentences_of
from training.polnear import read_polnear
from training.rewriting import Edit, floating_quotations, rewrite, vary
from training.treebanks import read_conllu, syntax_example

FRAMES = Path(__file__).parents[2] / "training" / "own" / "frames.toml"
TEXT = (
    "Velmar Army Leaves Town\n\n“We left,” Colonel Oduya said. “They did not pursue us at all. "
    "Nobody saw them on the road, and no shot was fired that whole long night.”\n\n"
    "The ministry confirmed that the town was empty.\n\n“It is a good day.”"
)
CONLLU = """# newdoc id = GUM_news_velmar
# newpar
# sent_id = GUM_news_velmar-1
# text = According to Reuters, Oduya said he's leaving.
1	According	accord	VERB	VBG	_	3	case	_	Discourse=attribution-positive:1->2:1:lex-indph-1-2+sem-atsrc-3
2	to	to	ADP	IN	_	1	fixed	_	_
3	Reuters	Reuters	PROPN	NNP	_	6	obl	_	Entity=(1-organization-new-cf1-1-1-sgl)|SpaceAfter=No
4	,	,	PUNCT	,	_	3	punct	_	_
5	Oduya	Oduya	PROPN	NNP	_	6	nsubj	_	Discourse=attribution-positive:2->3:0:sem-atsrc-5+lex-indwd-6|Entity=(2-person-new-cf1-1-1-sgl)
6	said	say	VERB	VBD	_	0	root	_	_
7-8	he's	_	_	_	_	_	_	_	_
7	he	he	PRON	PRP	_	9	nsubj	_	Discourse=ROOT:3:0
8	's	be	AUX	VBZ	_	9	aux	_	_
9	leaving	leave	VERB	VBG	_	6	ccomp	_	SpaceAfter=No
10	.	.	PUNCT	.	_	6	punct	_	_

"""  # noqa: E501


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def example() -> Example:
    said = Roles(
        [span(TEXT, "Colonel Oduya")],
        [span(TEXT, "said")],
        [span(TEXT, "“We left,”"), Span(TEXT.index("“They"), TEXT.index("\n\nThe ministry"))],
    )
    confirmed = Roles([span(TEXT, "The ministry")], [span(TEXT, "confirmed")], [span(TEXT, "that the town was empty")])
    return Example(TEXT, lines_of(TEXT), [said, confirmed])


def letters(text: str, spans: list[Span]) -> list[str]:
    return re.findall(r"[a-z]+", " ".join(s.of(text) for s in spans).lower())


def test_brat_files_are_read_with_discontinuous_spans(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    text = "“No,” he said, “never.”"
    (tmp_path / "text" / "velmar.txt").write_text(text, encoding="utf-8")
    lines = [
        "T1\tSource 6 8\the",
        "T2\tCue 9 13\tsaid",
        "T3\tContent 0 5;15 23\t…",
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
    ]
    (tmp_path / "attributions" / "velmar_aaaa.ann").write_text("\n".join(lines), encoding="utf-8")
    ((stem, read),) = read_polnear(tmp_path)
    assert stem == "velmar"
    assert read.attributions is not None
    (roles,) = read.attributions
    assert [s.of(text) for s in roles.spans()] == ["he", "said", "“No,”", "“never.”"]


def test_treebank_text_is_put_together_with_syntax_names_and_nested_attributions(tmp_path: Path) -> None:
    path = tmp_path / "gum.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (text,) = read_conllu(path)
    assert text.text == "According to Reuters, Oduya said he's leaving."
    read = syntax_example(text, names=True)
    assert read.names == [(span(text.text, "Reuters"), "organisation"), (span(text.text, "Oduya"), "person")]
    assert read.words is not None
    assert [w.span.of(text.text) for w in read.words][6:9] == ["he", "'s", "leaving"]
    assert [w.head for w in read.words if w.dep == "root"] == [5]
    outer, inner = attribution_example(text).attributions or []
    shown = [[s.of(text.text) for s in r.spans()] for r in (outer, inner)]
    assert shown == [
        ["Reuters", "According to", "Oduya said he's leaving."],
        ["Oduya", "said", "he's leaving."],
    ]


def test_rewriting_moves_spans_with_their_words() -> None:
    before = example()
    for seed in range(60):
        after = vary(example(), random.Random(seed))
        for old, new in zip(before.attributions or [], after.attributions or [], strict=True):
            for role in ("source", "cue", "content"):
                assert letters(after.text, getattr(new, role)) == letters(before.text, getattr(old, role))
        assert after.paragraphs == lines_of(after.text)


def test_an_edit_inside_a_span_lengthens_it() -> None:
    made = rewrite(example(), [Edit(TEXT.index("We left"), TEXT.index("We left") + 2, "All of us")])
    assert made.attributions is not None
    assert made.attributions[0].content[0].of(made.text) == "“All of us left,”"


def test_a_paragraph_of_mere_quotation_is_unsettled() -> None:
    assert [s.of(TEXT) for s in floating_quotations(example())] == ["“It is a good day.”"]


def test_frames_nest_a_sentence_with_its_own_attribution() -> None:
    sentences, _ = sentences_of(example())
    assert [s.text for s in sentences] == ["The ministry confirmed that the town was empty."]
    framer = Framer(FRAMES, frozenset())
    for seed in range(80):
        made = framer.paragraph(sentences[0], 1 + seed % 2, random.Random(seed))
        assert made.attributions is not None
        *outer, inner = made.attributions
        assert inner.cue[0].of(made.text) == "confirmed"
        assert inner.source[0].of(made.text).lower() == "the ministry"
        assert all(o.content[0].start <= inner.cue[0].start < o.content[0].end for o in outer)
        assert len(outer) == 1 + seed % 2
        headline = framer.headline(sentences[0], random.Random(seed))
        assert headline.attributions is not None
        assert headline.attributions[0].cue[0].of(headline.text).strip()
