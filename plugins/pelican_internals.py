"""The few private names of Pelican that we touch, in one place, tested against the pinned version."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from blinker import Signal
from pelican.contents import Article, Content
from pelican.generators import ArticlesGenerator


def html_of(content: Content) -> str:
    """The story's HTML before links are resolved."""
    return str(content._content)


def html_once(content: Content) -> str:
    """The same for who asks every story: a kept one does not keep it at hand."""
    values = vars(content)
    loads = "_loaded" in values and "_content" not in values
    html = html_of(content)
    if loads:
        del values["_content"], values["_loaded"]["_content"]
    return html


def set_html(content: Content, html: str) -> None:
    """Replace the story's HTML; Pelican resolves links in it later."""
    content._content = html


def every_story(generator: ArticlesGenerator) -> list[Article]:
    """Published, hidden and draft stories: each that a template may be given."""
    return list(
        chain(
            generator.articles,
            generator.translations,
            generator.hidden_articles,
            generator.hidden_translations,
            generator.drafts,
            generator.drafts_translations,
        )
    )


def html_digest(content: Content) -> str:
    """What `html_of` depends on, without loading it: for stages that keep what they made of a story's
    text."""
    kept: str = getattr(content, "kept_digest", "")
    return kept or hashlib.blake2b(html_of(content).encode(), digest_size=16).hexdigest()


def digests_as_read(contents: Iterable[Content], names: Sequence[str]) -> list[str]:
    """For each a digest of all that a kept story's file says; "" where Pelican's own reader read it, or
    something gave one of these fields another value in this build."""
    return [_digest_as_read(it, names) for it in contents]


def _digest_as_read(content: Content, names: Sequence[str]) -> str:
    kept: str = getattr(content, "kept_digest", "")
    if kept:
        values = vars(content)
        loaded = values["_loaded"]
        for it in names:
            if it in values and (it not in loaded or loaded[it] is not values[it]):
                return ""
    return kept


def moment_of(content: Content) -> int:
    """Its date in microseconds since 1970, without making a date of each of ten thousand stories."""
    kept: int | None = getattr(content, "kept_moment", None)
    return int(content.date.timestamp() * 1_000_000) if kept is None else kept


@dataclass(frozen=True)
class OnlyTexts:
    """A build in which nothing but the texts of a few stories changed.

    `changed` are these, with the new text, and what the last build told them (related stories, neighbours).
    `story` gives another one by its slug; with `remade` its page is made anew too. Both raise NotToldError
    where there is no such story.
    """

    changed: tuple[Article, ...]
    story: Callable[[str], Article]
    remade: Callable[[str], Article]


only_texts_changed = Signal("only_texts_changed")
"""Sent with the generator of articles and `texts`, an OnlyTexts, in place of the signals of a whole site: no
list is made in such a build. A stage that tells stories something made of texts tells it anew to `changed`,
and to others where it became something else. One that cannot raises NotToldError."""


def left(context: dict[str, Any]) -> dict[str, str]:
    """What stages leave to the next build, by the stage's name: kept if this one ends well. In a build in
    which only texts changed it holds what the last one left; in any other it is empty at first."""
    notes: dict[str, str] = context.setdefault("LEFT_TO_THE_NEXT_BUILD", {})
    return notes


class NotToldError(Exception):
    """A build that lists no stories cannot know this: all is to be listed then."""


class AskedFiles:
    """Which files a story's reading asked for besides its own: whether they are there, or what they hold.

    A stage that looks at another file calls `exists` or `holds`; the build cache reads the story anew
    where the answer is another one.
    """

    def __init__(self) -> None:
        self.existing: dict[str, bool] = {}
        self.held: set[str] = set()

    def start(self) -> None:
        self.existing, self.held = {}, set()

    def exists(self, file: str) -> bool:
        self.existing[file] = found = os.path.isfile(file)
        return found

    def holds(self, file: Path) -> Path:
        self.held.add(str(file))
        return file


asked_files = AskedFiles()
