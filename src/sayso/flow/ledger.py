"""An open ledger, as `sayso.open` gives it: reading into it, asking it, deciding, checking, handing on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sayso.exports.brief import Brief, make_brief
from sayso.exports.story_brief import StoryBrief, make_story_brief
from sayso.flow.comparing import Compared, bring_up_to_date, count_behind
from sayso.flow.reader import Reader
from sayso.flow.run import Manner, Summary, read_again, read_into
from sayso.ledger import decisions as decided
from sayso.ledger import kept
from sayso.ledger.ask import ask_articles, ask_figures, ask_statements
from sayso.ledger.backup import backup
from sayso.ledger.check import Fault, check, repair
from sayso.ledger.claims import ClaimFound, Narrowed, story_claims
from sayso.ledger.conditions import article_number
from sayso.ledger.forget import Tombstone, forget
from sayso.ledger.found import Found
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.ledger.stories import StoryCard, has_story, stories
from sayso.records import Anchor, Decision, Reading
from sayso.settings import Settings


class Ledger:
    """A ledger file, open. Also a context manager, which closes it.

    Every method raises LedgerError where the file can't be read or written, and UsageError for what makes no sense.
    """

    def __init__(self, path: Path | str, settings: Settings | None = None, *, create: bool = True) -> None:
        """Opens the file; makes it where there is none and `create` is set."""
        self.store = Store(path, create=create)
        self._settings = settings or Settings()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; all that was written is in it."""
        self.store.close()

    @cached_property
    def reader(self) -> Reader:
        """The reader with the parts in the settings, loaded when it is first needed."""
        return Reader(self._settings)

    def read(self, *targets: str | Path, jobs: int = 1, manner: Manner | None = None) -> Summary:
        """Reads files, folders and addresses into the ledger. What is in it already changes nothing."""
        return read_into(self.store, [str(t) for t in targets], self.reader, manner or Manner(jobs=jobs))

    def reread(self, *, jobs: int = 1, manner: Manner | None = None) -> Summary:
        """Reads again what other parts have read; the Readings before stay for the record."""
        return read_again(self.store, self.reader, manner or Manner(jobs=jobs))

    def ask(self, question: Question | None = None, **given: Any) -> list[Found]:
        """The statements that a question asks for, given as one or by its fields: `ask(voice="Roe", limit=10)`."""
        return ask_statements(self.store, question or Question(**given))

    def figures(self, question: Question | None = None, **given: Any) -> list[Found]:
        """The figures that a question asks for."""
        return ask_figures(self.store, question or Question(**given))

    def articles(self, question: Question | None = None, **given: Any) -> list[Found]:
        """The articles that a question asks for."""
        return ask_articles(self.store, question or Question(**given))

    def reading(self, name: str) -> Reading:
        """The current Reading of the article that a key or id names."""
        return kept.reading_of(self.store, name)

    def history(self, name: str) -> list[kept.Before]:
        """All Readings of an article, the first first."""
        return kept.readings_before(self.store, name)

    def readings(self) -> Iterator[Reading]:
        """The current Readings of all articles, in the order of their coming."""
        return kept.all_readings(self.store)

    def captured(self, name: str) -> bytes | None:
        """An article's captured bytes; None where only their digest is known."""
        return kept.capture(self.store, name)

    def counts(self) -> kept.Counts:
        """How much the ledger holds."""
        return kept.counts(self.store)

    def anchor(self, article: str, item: str) -> Anchor:
        """What a decision on a statement or figure hangs on: `anchor("report.txt", "s3")`."""
        with self.store.reading() as connection:
            number = article_number(connection, article)
        return decided.anchor_of(self.store, number, item)

    def decide(self, act: decided.Act, *, seen: int | None = None) -> Decision:
        """Writes an analyst's decision. It is never lost, and no later Reading overrules it. With `seen` (the last one
        that its maker knew of) StaleError is raised where another was made on the same since."""
        return decided.decide(self.store, act, seen=seen)

    def decisions(self, *, in_force: bool = True) -> list[Decision]:
        """The decisions, in order; those in force now, or all."""
        return decided.decisions(self.store, in_force=in_force)

    def review(self) -> list[decided.Review]:
        """The decisions that hang on nothing any more."""
        return decided.review(self.store)

    def compare(self) -> Compared:
        """Brings the comparison up to date: stories, claims with their origins, relations, copies. One look where
        nothing is new."""
        from sayso.flow.api import comparing_tools

        return bring_up_to_date(self.store, comparing_tools())

    def count_behind(self) -> int:
        """How many articles the comparison does not know as they are now; 0 where it is up to date."""
        from sayso.flow.api import comparing_tools

        return count_behind(self.store, comparing_tools())

    def stories(
        self, question: Question | None = None, *, after: str | None = None, limit: int = 50
    ) -> list[StoryCard]:
        """The stories, those with the latest article first; the comparison is brought up to date first."""
        self.compare()
        return stories(self.store, question, after=after, limit=limit)

    def claims(
        self, story: str, *, side: str | None = None, conflicting: bool = False, after: str | None = None,
        limit: int = 50,
    ) -> list[ClaimFound]:  # fmt: skip
        """The claims of a story: those in conflict first, then those that most articles carry. All else that is asked
        by story or claim stands in `sayso.ledger.stories` and `sayso.ledger.claims`."""
        self.compare()
        narrowed = Narrowed(side=side, conflicting=conflicting)
        return story_claims(self.store, story, narrowed, after=after, limit=limit)

    def check(self) -> Iterator[Fault]:
        """Every fault of the ledger; none where it is whole."""
        return check(self.store)

    def repair(self) -> int:
        """Makes all that is derived again from what is kept; of how many articles."""
        return repair(self.store)

    def backup(self, out: Path | str, *, replace: bool = False) -> int:
        """Copies the ledger as it stands, while others may use it; how many bytes."""
        return backup(self.store, Path(out), replace=replace)

    def brief(self, question: Question | None = None, *, most: int | None = 5) -> Brief:
        """What each side and voice states, of what a question asks for; at most so many sides, voices and lines."""
        return make_brief(self.store, question, most)

    def has_story(self, id: str) -> bool:
        """Whether one story's id is this or begins with it; the comparison is brought up to date first."""
        if not re.fullmatch("[0-9a-f]{4,16}", id):
            return False
        self.compare()
        return has_story(self.store, id)

    def story_brief(self, story: str, *, most: int = 5) -> StoryBrief:
        """A story's brief, by its id or the beginning of it; the comparison is brought up to date first."""
        from sayso.flow.api import comparing_tools

        self.compare()
        return make_story_brief(self.store, story, comparing_tools().words, most)

    def export(self, name: str, out: Path | str, *, replace: bool = False) -> int:
        """Writes the ledger in a format (csv, jsonl, parquet, geojson, annotations, html); how many rows or pages."""
        from sayso.exports.formats import export

        return export(self.store, name, Path(out), replace=replace)

    def forget(self, article: str, *, who: str, why: str) -> Tombstone:
        """Removes an article for legal reasons and leaves a tombstone."""
        return forget(self.store, article, who=who, why=why)
