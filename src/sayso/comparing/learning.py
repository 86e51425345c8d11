"""Learning the roster: rows that Readings suggest, for a person to accept. Nothing here changes a roster.

Voices of one folded name make one proposal; what the roster already has is left out, and of a known voice only the
names that are new are proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.packs.roster import Entry, Roster
from sayso.records import Reading, Voice, VoiceKind

_SHOWN_ARTICLES = 3  # named in a proposal, to look up


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row to add, or names to add to a row (`entry`). `articles` are keys of some of the `count` articles."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    body: str | None
    side: str | None
    count: int
    articles: tuple[str, ...]
    entry: Entry | None = None


@dataclass(slots=True)
class _Seen:
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    articles: dict[str, None] = field(default_factory=dict)


def propose_rows(readings: Iterable[Reading], roster: Roster, least: int = 2) -> list[Proposal]:
    """Rows for persons and bodies named in at least `least` articles, those of most articles first."""
    seen: dict[str, _Seen] = {}
    for number, reading in enumerate(readings):
        key = reading.article.key or reading.article.id or str(number)
        for statement in reading.statements:
            for voice in statement.voices:
                if _is_proposed(voice):
                    _note(seen.setdefault(_identity(voice, roster), _Seen()), voice, key)
    found = [p for s in seen.values() if len(s.articles) >= least and (p := _proposal(s, roster)) is not None]
    return sorted(found, key=lambda p: (-p.count, p.name))


def _is_proposed(voice: Voice) -> bool:
    """Persons under a full name and bodies; a surname alone, a state or unnamed people make no row."""
    if voice.kind is VoiceKind.PERSON:
        return " " in voice.name
    return voice.kind is VoiceKind.BODY and voice.name[:1].isupper()


def _identity(voice: Voice, roster: Roster) -> str:
    known = roster.known(voice.name)
    return known.id if known is not None else roster.folding.person_key(voice.name)


def _note(seen: _Seen, voice: Voice, article: str) -> None:
    first = article not in seen.articles
    seen.articles[article] = None
    if not first:
        return
    seen.names.update(
        list(dict.fromkeys(n.removeprefix("the ").removeprefix("The ") for n in (voice.name, *voice.aliases)))
    )
    seen.kinds.update([voice.kind.value if voice.kind else "person"])
    for counter, value in ((seen.roles, voice.role), (seen.bodies, voice.body), (seen.sides, voice.side)):
        if value:
            counter.update([value])


def _proposal(seen: _Seen, roster: Roster) -> Proposal | None:
    names = _most(seen.names)
    entry = next((e for n in names if (e := roster.known(n)) is not None), None)
    aliases = [n for n in names if roster.known(n) is None]
    if entry is not None and not aliases:
        return None
    name = entry.name if entry is not None else max(names, key=lambda n: (len(n.split()), seen.names[n], n))
    return Proposal(
        name=name,
        kind=entry.kind if entry is not None else _most(seen.kinds)[0],
        aliases=tuple(a for a in aliases if a != name),
        roles=tuple(_told(seen.roles, seen)),
        body=next(iter(_told(seen.bodies, seen)), None),
        side=next(iter(_most(seen.sides)), None),
        count=len(seen.articles),
        articles=tuple(seen.articles)[:_SHOWN_ARTICLES],
        entry=entry,
    )


def _told(counter: Counter[str], seen: _Seen) -> list[str]:
    """Roles or bodies that more than one article tells, where there are more than two: one alone may be misread."""
    least = 2 if len(seen.articles) > 2 else 1
    return [told for told in _most(counter) if counter[told] >= least]


def _most(counter: Counter[str]) -> list[str]:
    return sorted(counter, key=lambda k: (-counter[k], k))


def to_toml(proposals: Sequence[Proposal]) -> str:
    """The proposals as blocks to paste into a roster; names for a row that is there stand in a comment."""
    return "\n".join(_block(p) for p in proposals)


def _block(proposal: Proposal) -> str:
    says = f"sayso roster learn, {proposal.count} articles: {', '.join(proposal.articles)}"
    if proposal.entry is not None:
        names = ", ".join(_quoted(a) for a in proposal.aliases)
        return f"# {_plain(proposal.name)} (in the roster): aliases to add: [{names}]\n#   says = {_quoted(says)}\n"
    lines = ["[[voice]]", f"name = {_quoted(proposal.name)}", f"kind = {_quoted(proposal.kind)}"]
    if proposal.aliases:
        lines.append(f"aliases = [{', '.join(_quoted(a) for a in proposal.aliases)}]")
    if proposal.roles:
        lines.append(f"roles = [{', '.join('{ title = ' + _quoted(r) + ' }' for r in proposal.roles)}]")
    lines += [f"{key} = {_quoted(v)}" for key, v in (("body", proposal.body), ("side", proposal.side)) if v]
    return "\n".join([*lines, f"says = {_quoted(says)}", ""])


def _plain(words: str) -> str:
    """Words for a comment: on one line, without control characters."""
    return "".join(c if c.isprintable() else " " for c in words)


def _quoted(words: str) -> str:
    """A TOML basic string; whatever could end or break it is escaped."""
    out = []
    for c in words:
        if c in '"\\':
            out.append("\\" + c)
        elif c.isprintable():
            out.append(c)
        else:
            out.append(f"\\u{ord(c):04X}" if ord(c) < 0x10000 and not 0xD800 <= ord(c) <= 0xDFFF else "\\uFFFD")
    return '"' + "".join(out) + '"'
