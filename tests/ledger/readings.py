"""Readings made by hand of invented reports, and many of them by recombination: what the ledger's tests write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.records import (
    Act,
    Article,
    Certainty,
    DateSource,
    Figure,
    Link,
    LinkKind,
    MadeBy,
    Medium,
    MediumKind,
    Mode,
    Place,
    PlaceUse,
    Precision,
    Reading,
    Span,
    Statement,
    Time,
    TimeType,
    Verification,
    VerificationStatus,
    Voice,
    VoiceKind,
)
from sayso.records.identity import article_id, digest, text_digest

PARTS = MadeBy("0.1.0", "newsreader 3", ("conflict 2", "english 1"), "roster 1", "atlas 7")
TEXT = (
    "Tall bridges fall\n\n"
    "At least 340 soldiers were killed near Olmino on 3 March, the Merenian defence ministry said on Telegram. "
    "The figure could not be verified. Kordania's president Ivo Terel, according to CP, reportedly denied "
    "“any losses on the Zelna front”, and told reporters that his army had captured up to 12 tanks."
)
MINISTRY = Voice("v:ministry", "Merenian Defence Ministry", None, "Merenia", "Merenia", VoiceKind.BODY, ("MoD",))
TEREL = Voice("v:terel", "Ivo Terel", "president", "Kordania", "Kordania", VoiceKind.PERSON)


def at(words: str, text: str = TEXT) -> Span:
    """Where these words first stand, with whatever number for the 340."""
    match = re.search(re.escape(words).replace("340", r"\d+"), text)
    assert match is not None
    return Span(*match.span())


def _number(text: str) -> float:
    return float(re.sub(r"\D", "", at("At least 340 soldiers", text).of(text)))


def article(
    text: str = TEXT, *, outlet: str | None = "Courier", key: str = "one", published: str | None = "2031-03-04"
) -> Article:
    """An article with this text."""
    captured = digest(text.encode("utf-8", "surrogatepass"))
    return Article(
        id=article_id(None, outlet, captured), digest=captured, text=text, key=key, text_digest=text_digest(text),
        path=f"pile/{key}.txt", outlet=outlet, title=text.split("\n", 1)[0], published=published,
        published_from=DateSource.METADATA if published else None, language="en", encoding="utf-8",
    )  # fmt: skip


def reading(
    given: Article | None = None, *, parts: MadeBy = PARTS, ministry: Voice = MINISTRY, terel: Voice = TEREL
) -> Reading:
    """The Reading of TEXT: three statements, two figures, a time, two places."""
    given = given or article()
    text = given.text
    killed = Statement(
        "s1", at("the Merenian defence ministry", text), at("said", text),
        (at("At least 340 soldiers were killed near Olmino on 3 March", text),), (ministry,),
        medium=Medium(MediumKind.SOCIAL, "Telegram", at("Telegram", text)), said_on="2031-03-03", act=Act.SAY,
        certainty=Certainty.CERTAIN,
        verification=Verification(VerificationStatus.UNVERIFIED, at("The figure could not be verified", text)),
    )  # fmt: skip
    denied = Statement(
        "s2", at("Kordania's president Ivo Terel", text), at("denied", text),
        (at("“any losses on the Zelna front”", text),),
        (terel,), Mode.DIRECT, chain=(Link("CP", LinkKind.AGENCY, at("CP", text), at("according to", text)),),
        act=Act.DENY, hedges=(at("reportedly", text),), certainty=Certainty.DOUBTFUL,
    )  # fmt: skip
    told = Statement(
        "s3", at("Kordania's president Ivo Terel", text), at("told", text),
        (at("that his army had captured up to 12 tanks", text),), (terel,), act=Act.CLAIM, certainty=Certainty.CERTAIN,
    )  # fmt: skip
    return Reading(
        article=given,
        statements=(killed, denied, told),
        figures=(
            Figure("f1", at("At least 340 soldiers", text), _number(text), None, unit="person", measure="killed",
                   of=("Kordania",), who="soldiers", by=(ministry.name,), as_of="2031-03-03", place="Olmino",
                   statement="s1"),
            Figure("f2", at("up to 12 tanks", text), None, 12, unit="tank", measure="captured", of=("Merenia",),
                   by=(terel.name,), statement="s3"),
        ),
        times=(Time(at("3 March", text), TimeType.DATE, "2031-03-03", "2031-03-03"),),
        places=(
            Place(at("Olmino", text), "Olmino", PlaceUse.LITERAL, "atlas", "77", 50.5, 30.25, Precision.SETTLEMENT, 4),
            Place(at("Kordania", text), "Kordania", PlaceUse.ASSOCIATIVE, "atlas", "5", 52.0, 35.0, Precision.COUNTRY),
        ),
        made_by=parts,
    )  # fmt: skip


def many(count: int, *, parts: MadeBy = PARTS) -> Iterator[Reading]:
    """Readings of as many different articles: other names, numbers and places of the words."""
    for i in range(count):
        text = f"Report {i}\n" + TEXT.replace("340", str(100 + i))
        made = reading(article(text, key=f"report-{i}", outlet=f"Outlet {i % 7}", published=f"2031-03-{1 + i % 28:02}"),
                       parts=parts, terel=replace(TEREL, id=f"v:terel-{i % 5}", name=f"Ivo Terel {i % 5}"))  # fmt: skip
        yield made
