"""Who is credited: by-lines, agencies and their like, photo credits on lines of their own, repostings, corrections.

Each finder takes one short line and says what it is, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.packs.furniture import CreditWords, fold
from sayso.records import Credit, CreditKind, Span
from sayso.sources.found import Context, Found, Position
from sayso.sources.lines import Line
from sayso.sources.names import Name, is_agency, is_body, is_name, joined_slashes, split_names
from sayso.sources.rules import PageRules

_MOST_WORDS = 15
_STAFF = re.compile(r"['’]s?\s+(?=[A-Z])")  # the outlet before one of its own: "Norland Radio's Ada Corrow"
_AGENCY_WORDS = 5
_LABELLED_WORDS = 6  # after "Author:" even what is no name ("kg/mb") is no sentence


def find_correction(line: Line, context: Context) -> Found | None:
    """A paragraph that corrects the article or an earlier version of it."""
    if context.rules.words.credits.corrected.match(line.words.lstrip("*_[ ")):
        return Found(corrections=(line.span,))
    return None


def find_repost(line: Line, context: Context) -> Found | None:
    """A line that says where the piece stood first."""
    match = context.rules.words.credits.reposted.match(line.words) if line.short else None
    if match is None:
        return None
    rest = match["names"]
    end = context.rules.words.credits.repost_end.search(rest)
    name = rest[: end.start()] if end else rest
    name = name.strip(" *\"'“”")
    if not is_name(name, context.rules.words.credits):
        return Found(furniture=(line.span,))
    span = _within(line, match.start("names") + rest.index(name), len(name))
    return Found(furniture=(line.span,), credits=(Credit(name, CreditKind.REPOST, span),))


def find_byline(line: Line, context: Context) -> Found | None:
    """ "By Jane Doe in Saltova", "By CP", "-- Jane Doe": persons are authors, bodies are credited for the text."""
    if line.count > _MOST_WORDS * (2 if ":" in line.words[:20] else 1) or line.ends:
        return None
    match = context.rules.credits.byline.match(line.words)
    if match is None and context.position is not Position.WITHIN:
        match = context.rules.credits.signed.match(line.words)
    if match is None:
        return None
    rest = context.rules.credits.next_label.split(match["names"])[0]
    end = context.rules.words.credits.byline_end.search(rest)
    span = _within(line, match.start("names"), len(rest) if end is None else end.start())
    names = list(split_names(context.text, span))
    if not _are_names(names, context):
        labelled = ":" in line.words[: match.start("names")] and line.count <= _LABELLED_WORDS
        return Found(furniture=(line.span,)) if labelled else None
    given = context.rules.words.credits
    if len(names) == 1 and " " not in names[0].words and not is_body(names[0].words, given):
        return None
    day = next(context.rules.finder.find(line.words), None) if context.position is Position.BEFORE else None
    initials = ":" in line.words[: match.start("names")]  # "Author: kg/MB": letters that no agency has are a person's
    bodies = [
        n
        for n in names
        if is_agency(n.words, given) or (is_body(n.words, given) and not (initials and n.words.isupper()))
    ]
    return Found(
        furniture=(line.span,),
        credits=tuple(_credit(n, CreditKind.TEXT) for n in bodies),
        authors=tuple(n.words for n in names if n not in bodies),
        published=None if day is None else day.day,
    )


def find_text_credit(line: Line, context: Context) -> Found | None:
    """An agency or outlet credited for the words: "(ABC News)", "Source: PAP", "Reuters contributed to this report"."""
    if line.count > 2 * _MOST_WORDS:
        return None
    for pattern, kind in (
        (context.rules.credits.interview, CreditKind.INTERVIEW),
        (context.rules.credits.contributed, CreditKind.TEXT),
    ):
        match = pattern.match(line.words)
        if match is not None:
            found = _credited(line, context, match, kind)
            return found if kind is CreditKind.INTERVIEW else _without_staff(found, context)
    if is_agency(line.words.strip("–—- ()/|"), context.rules.words.credits):
        return Found(
            furniture=(line.span,), credits=(_credit(Name(line.words.strip("–—- ()/|"), line.span), CreditKind.TEXT),)
        )
    for pattern in (context.rules.credits.source, context.rules.credits.bracketed):
        match = pattern.match(line.words)
        if match is None or line.count > _MOST_WORDS:
            continue
        found = _credited(line, context, match, CreditKind.TEXT)
        labelled = " " in line.words[: match.start("names")].strip()  # "With inputs from" says more than "with"
        anybody = labelled or pattern is context.rules.credits.bracketed
        if found is not None and (":" in line.words or _bodies(found, context.rules.words.credits, anybody)):
            return found
    return None


def find_agency_copyright(line: Line, context: Context) -> Found | None:
    """An agency's notice under its own copy: "Copyright 2031 The Associated Press. All rights reserved."."""
    match = context.rules.credits.copyright.match(line.words)
    if match is None or not is_agency(match["names"], context.rules.words.credits):
        return None
    return _credited(line, context, match, CreditKind.TEXT)


def find_signature(line: Line, context: Context) -> Found | None:
    """A reporter with the agency, no "by" before them: "Jane Doe, Continental Press"."""
    match = context.rules.credits.signature.match(line.words) if context.position is Position.BEFORE else None
    if match is None:
        return None
    given = context.rules.words.credits
    person, body = match["person"], match["names"]
    named = is_name(person, given) and not is_body(person, given) and is_name(body, given) and is_body(body, given)
    found = _credited(line, context, match, CreditKind.TEXT) if named else None
    return None if found is None else replace(found, authors=(person,))


def find_agency_below(line: Line, context: Context) -> Found | None:
    """A body alone on the line below a by-line: the agency or outlet that its author writes for."""
    given, name = context.rules.words.credits, line.words.strip()
    if line.count > _AGENCY_WORDS or not is_name(name, given) or not is_body(name, given):
        return None
    return Found(furniture=(line.span,), credits=(Credit(name, CreditKind.TEXT, line.span),))


def _without_staff(found: Found | None, context: Context) -> Found | None:
    """Who contributed: bodies are credited for the text, persons ("Norland Radio's Ada Corrow") are authors."""
    if found is None:
        return None
    given = context.rules.words.credits
    bodies = tuple(c for c in found.credits if is_body(c.name, given) and not _STAFF.search(c.name))
    authors = tuple(given.byline_end.split(_STAFF.split(c.name)[-1])[0] for c in found.credits if c not in bodies)
    return replace(found, credits=bodies, authors=authors)


def find_via(line: Line, context: Context) -> Found | None:
    """ "Via Continental Press": whose the words are; between paragraphs a person's or photo agency's is a photo's."""
    match = context.rules.credits.via.match(line.words) if line.count <= 10 else None
    if match is None:
        return None
    given, name = context.rules.words.credits, match["names"].strip()
    pictured = fold(name) in given.photo_agencies or not is_body(name, given)
    photo = context.position is Position.WITHIN and pictured
    return _credited(line, context, match, CreditKind.PHOTO if photo else CreditKind.TEXT)


def find_photo_credit(line: Line, context: Context) -> Found | None:
    """A photo credit on a line of its own: "Jane Doe/Reuters", "Photograph: CP", "(AP Photo/Jane Doe)"."""
    if line.count > _MOST_WORDS:
        return None
    match = context.rules.credits.labelled.match(line.words)
    name, start = (match["names"], match.start("names")) if match else (line.words.strip("()[] |"), None)
    given = context.rules.words.credits
    if not (names_photo(name, given) or (match and (is_name(name, given) or _names_agency(name, given)))):
        return None
    start = line.words.index(name) if start is None else start
    span = _within(line, start, len(name))
    return Found(
        furniture=(line.span,), credits=(Credit(joined_slashes(name), CreditKind.PHOTO, span),), caption_above=True
    )


def find_dateline(lines: Sequence[Line], taken: Set[int], rules: PageRules) -> list[Credit]:
    """Who supplied the words, as a dateline says it: "SALTOVA, Merenia (CP) — …". Datelines open the running text."""
    opening = [at for at, line in enumerate(lines) if line.prose and at not in taken][:2]
    for at in opening:
        match = rules.credits.dateline.match(lines[at].words[:160])
        group = "round" if match and match["round"] else "slashed"
        if match is not None and is_name(match[group], rules.words.credits):
            span = _within(lines[at], match.start(group), len(match[group]))
            return [Credit(match[group], CreditKind.TEXT, span)]
    return []


def names_photo(name: str, words: CreditWords) -> bool:
    """Whether a name with slashes credits a picture: one part is a photo agency's, or a person's comes first."""
    if name.startswith("http") or name.endswith((".", ":", "?")):
        return False
    parts = [part.strip() for part in name.split("/")]
    if len(parts) < 2:
        return fold(name) in words.photo_agencies and fold(name) not in words.agencies
    if not 1 < len(parts) <= 5 or not all(part and is_name(part, words) for part in parts):
        return False
    known = any(fold(part) in words.photo_agencies or fold(part) in words.agencies for part in parts)
    return known or (" " in parts[0] and not any(c.isdigit() for c in name))


def _names_agency(name: str, words: CreditWords) -> bool:
    """Whether one part of a labelled credit is a known photo agency's ("Composite: Alamy/Lantern design")."""
    parts = [fold(part) for part in name.split("/")]
    return len(name.split()) <= 6 and any(part in words.photo_agencies for part in parts)


def _credited(line: Line, context: Context, match: re.Match[str], kind: CreditKind) -> Found | None:
    span = _within(line, match.start("names"), len(match["names"]))
    names = list(split_names(context.text, span))
    if not _are_names(names, context):
        return None
    return Found(furniture=(line.span,), credits=tuple(_credit(n, kind) for n in names))


def _bodies(found: Found, words: CreditWords, anybody: bool) -> bool:
    """Whether what is credited without a colon are bodies; with neither brackets nor a label they must be known."""
    if anybody:
        return all(is_body(c.name, words) for c in found.credits)
    return all(is_agency(c.name, words) for c in found.credits)


def _are_names(names: Sequence[Name], context: Context) -> bool:
    """Whether all look like names, the first like none of a time ("By Friday")."""
    given = context.rules.words.credits
    return bool(names) and all(is_name(n.words, given) for n in names) and not _is_time(names[0].words, context)


def _is_time(name: str, context: Context) -> bool:
    """ "By Friday", "By May 3" are no by-lines."""
    first = fold(name).split()[:1]
    dates = context.rules.words.dates
    return bool(first) and (first[0] in dates.months or first[0] in dates.weekdays)


def _credit(name: Name, kind: CreditKind) -> Credit:
    return Credit(name.words, kind, name.span)


def _within(line: Line, start: int, length: int) -> Span:
    return Span(line.span.start + start, line.span.start + start + length)
