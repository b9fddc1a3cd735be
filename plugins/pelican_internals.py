"""The few private names of Pelican that we touch, in one place, tested against the pinned version."""

import hashlib
from itertools import chain
from pathlib import Path

from pelican.contents import Article, Content
from pelican.generators import ArticlesGenerator


def html_of(content: Content) -> str:
    """The story's HTML before links are resolved."""
    return str(content._content)


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


def moment_of(content: Content) -> int:
    """Its date in microseconds since 1970, without making a date of each of ten thousand stories."""
    kept: int | None = getattr(content, "kept_moment", None)
    return int(content.date.timestamp() * 1_000_000) if kept is None else kept


class AskedFiles:
    """Which files a story's reading asked for besides its own: whether they are there, or what they hold.

    A stage that looks at another file calls `exists` or `holds`; the build cache reads the story anew
    where the answer is another one.
    """

    def __init__(self) -> None:
        self.existing: set[str] = set()
        self.held: set[str] = set()

    def start(self) -> None:
        self.existing, self.held = set(), set()

    def exists(self, file: Path) -> bool:
        self.existing.add(str(file))
        return file.is_file()

    def holds(self, file: Path) -> Path:
        self.held.add(str(file))
        return file


asked_files = AskedFiles()
