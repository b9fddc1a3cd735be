"""Pelican's generators of articles and pages, which read only what changed, and no list twice."""

from __future__ import annotations

import calendar
import datetime as dt
import gc
import logging
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from pelican import signals
from pelican.contents import Article, Content, Page, SkipStub
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.utils import order_content, process_translations
from pelican.writers import Writer

from plugins.build_cache.codec import NotPlainError
from plugins.build_cache.executor import Kind, SerialExecutor, executor, is_elsewhere, results, shares
from plugins.build_cache.kept import Inputs
from plugins.build_cache.later_template import LaterTemplate
from plugins.build_cache.pelican_read import READ
from plugins.build_cache.pelican_stories import Site, kept_story, row_and_record
from plugins.build_cache.row import Row, Shape, rows
from plugins.build_cache.store import StoryLine
from plugins.build_cache.story_changes import Told, changed_fields
from plugins.pelican_internals import asked_files, moment_of

log = logging.getLogger(__name__)

SHARES = 24
"""Pieces of work for each process: enough that none waits long for another's last piece."""


SELDOM = 20_000
"""New objects from which circles are looked for, while stories are read."""


@dataclass(frozen=True)
class Read:
    """A story that was read: its line for the store, its fields and its text; or the story that cannot be
    kept."""

    line: StoryLine
    record: str
    html: str
    shape: tuple[str, str]


@dataclass(frozen=True)
class Way:
    """How a build does its work: BUILD_EXECUTOR and BUILD_WORKERS.

    `read` and `make` are the functions for processes that are none of ours, with what they are told first.
    """

    kind: Kind
    workers: int
    read: Callable[[str, list[str]], list[tuple[str, Read | None]]] | None = None
    make: Callable[[list[str]], int] | None = None


class Reading:
    """Reads the stories of one generator, or finds them in the store."""

    def __init__(
        self,
        generator: Any,
        kind: type[Content],
        site: Site,
        inputs: Inputs,
        way: Way,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        """`meanwhile` is done here while other processes read, if they do."""
        self._generator, self._kind, self._site, self._inputs, self._way = generator, kind, site, inputs, way
        self._meanwhile = meanwhile
        self.read = 0
        self.failed: list[str] = []
        self.unkept: dict[str, Content] = {}
        self.changes: dict[str, tuple[str, ...]] = {}
        """Of the stories that were read: the fields that changed, for `make why`."""

    def stories(self, paths: Iterable[str]) -> list[Content]:
        """In the order of their paths, those that cannot be read left out."""
        known = self._known(sorted(paths))
        changed = [path for path in sorted(paths) if path not in known]
        for read in self._reading(changed):
            self.read += 1
            self.changes[read.line.path] = self.changed_fields(read)
            self._inputs.store.keep_story(read.line, read.record, read.html)
            self._inputs.store.note_once(f"shape {read.shape[0]}", read.shape[1])
            known[read.line.path] = rows([read.line.row])[0]
        gc.freeze()
        found = [kept_story(self._kind, path, known[path], self._site) for path in sorted(known)]
        if not self.unkept:
            return found
        return sorted([*found, *self.unkept.values()], key=lambda it: str(it.get_relative_source_path()))

    def _known(self, paths: list[str]) -> dict[str, Row]:
        store, stamps = self._inputs.store, self._inputs.stamps
        lines = store.stories()
        kept = [lines[path] for path in paths if path in lines]
        known: dict[str, Row] = {}
        for line, row in zip(kept, rows([it.row for it in kept]), strict=True):
            if self._inputs.is_as_kept(line, row):
                known[line.path] = row
                if line[1:4] != stamps[line.path]:
                    stamp = self._inputs.stamp(line.path)
                    store.keep_line(line._replace(mtime=stamp.mtime, size=stamp.size, inode=stamp.inode))
        return known

    def changed_fields(self, read: Read) -> tuple[str, ...]:
        """Against what the store holds of it."""
        store, path = self._inputs.store, read.line.path
        line = store.story(path)
        if line is None:
            return ("new",)
        was, now = rows([line.row, read.line.row])
        before = Told(was, self._site.shape(was.shape), store.record(path), store.body(path))
        return changed_fields(before, Told(now, Shape.read(read.shape[1]), read.record, read.html))

    def _reading(self, paths: list[str]) -> Iterator[Read]:
        global _reading_now
        _reading_now = self
        gc.freeze()  # so that no process that is forked looks through what it shares with this one
        with executor(self._way.kind, self._way.workers, len(paths)) as pool:
            parts = shares(paths, SHARES * self._way.workers)
            share = _read_share
            if is_elsewhere(pool) and self._way.read:
                share = partial(self._way.read, self._kind.__name__.lower())
            read_elsewhere = results(pool, share, parts)
            if not isinstance(pool, SerialExecutor):
                self._meanwhile()
            for done in read_elsewhere:
                for path, read in done:
                    if read is not None:
                        yield read
                    elif path not in self.unkept:
                        self._again(path)

    def _again(self, path: str) -> None:
        """A story that no process could hand over: read here, in this process, and in each build."""
        story = self._story(path)
        if story is None:
            self.failed.append(path)
        else:
            self.unkept[path] = story

    def share(self, paths: list[str]) -> list[tuple[str, Read | None]]:
        return [(path, self._one(path)) for path in paths]

    def _one(self, path: str) -> Read | None:
        digest = self._inputs.digest(path)
        asked_files.start()
        story = self._story(path)
        if story is None:
            return None
        asked_files.existing = {self._inputs.place(it): there for it, there in asked_files.existing.items()}
        asked_files.held = {self._inputs.place(it) for it in asked_files.held}
        try:
            row, record, shape = row_and_record(story, asked_files, self._inputs, self._site.codec)
        except NotPlainError as error:
            log.debug("%s cannot be kept: %s", path, error)
            return None
        stamp = self._inputs.stamp(path)
        line = StoryLine(path, stamp.mtime, stamp.size, stamp.inode, digest, row.line())
        return Read(line, record, str(story._content), shape)

    def _story(self, path: str) -> Content | None:
        generator = self._generator
        kind = self._kind.__name__.lower()
        try:
            story = generator.readers.read_file(
                base_path=generator.path,
                path=path,
                content_class=READ[self._kind],
                context=generator.context,
                preread_signal=getattr(signals, f"{kind}_generator_preread"),
                preread_sender=generator,
                context_signal=getattr(signals, f"{kind}_generator_context"),
                context_sender=generator,
            )
        except Exception:
            log.exception("Could not process %s", path, exc_info=generator.settings.get("DEBUG", False))
            return None
        return None if isinstance(story, SkipStub) or not story.is_valid() else story


_reading_now: Reading
"""What a forked process finds when a share of the work reaches it."""


def _read_share(paths: list[str]) -> list[tuple[str, Read | None]]:
    gc.enable()  # Markdown's trees are circles, but few
    gc.set_threshold(SELDOM)
    return _reading_now.share(paths)


class _OfBuild:
    """What both generators ask the build; `build` is set on a subclass for each."""

    build: Any

    def check_disabled_readers(self) -> None:
        """No second walk through the folder: newsdesk check names every file that is no story."""

    def get_template(self, name: str) -> LaterTemplate:
        """Most builds make pages of a few templates only."""
        found: LaterTemplate = self.build.template(self, name)
        return found


class KeptArticles(_OfBuild, ArticlesGenerator):
    """Of stories that did not change only the rows are loaded."""

    def generate_context(self) -> None:
        settings = self.settings
        paths = self.build.story_files(self, settings["ARTICLE_PATHS"], settings["ARTICLE_EXCLUDES"])
        stories = self.build.stories(self, Article, paths)
        by_status: dict[str, list[Article]] = {"published": [], "hidden": [], "draft": []}
        for story in stories:
            by_status[story.status].append(story)
            self.context["generated_content"][story.get_relative_source_path()] = story
            self.context["static_links"] |= story.get_static_links()
        self.articles, self.translations = self._ordered(by_status["published"])
        self.hidden_articles, self.hidden_translations = self._ordered(by_status["hidden"])
        self.drafts, self.drafts_translations = self._ordered(by_status["draft"])
        signals.article_generator_pretaxonomy.send(self)
        self._sort_into_labels()
        self.dates = sorted(self.articles, key=moment_of, reverse=self.context["NEWEST_FIRST_ARCHIVES"])
        self.period_archives = self._build_period_archives(self.dates, self.articles, settings)
        self._update_context(
            (
                "articles",
                "drafts",
                "hidden_articles",
                "dates",
                "tags",
                "categories",
                "authors",
                "related_posts",
            )
        )
        self.context["period_archives"] = self.period_archives
        signals.article_generator_finalized.send(self)

    def _ordered(self, stories: list[Article]) -> tuple[list[Article], list[Article]]:
        """As Pelican orders them; its search for translations is only for stories that share a slug."""
        by = self.settings["ARTICLE_TRANSLATION_ID"]
        plain = by in ("slug", ["slug"]) and len({it.slug for it in stories}) == len(stories)
        if plain and all(it.in_default_lang for it in stories):
            originals, translations = sorted(stories, key=lambda it: it.slug), []
        else:
            originals, translations = process_translations(stories, translation_id=by)
        order = self.settings["ARTICLE_ORDER_BY"]
        if order in ("date", "reversed-date"):
            originals.sort(key=moment_of, reverse=order != "date")
            return originals, translations
        return order_content(originals, order), translations

    def _sort_into_labels(self) -> None:
        self.tags.update(self._by_label("tags"))
        categories = self._by_label("category")
        self.categories = sorted(categories.items(), reverse=self.settings["REVERSE_CATEGORY_ORDER"])
        self.authors = sorted(self._by_label("authors").items())

    def _by_label(self, field: str) -> dict[Any, list[Article]]:
        """Stories that show the same label, in the order of `articles`; each label is asked of one of them.

        A story of the store has its labels in its row, unless a plugin gave it others.
        """
        lists: dict[Hashable, tuple[Article, list[Article]]] = {}
        for story in self.articles:
            for name in _labels(story, field):
                lists.setdefault(name, (story, []))[1].append(story)
        found: dict[Any, list[Article]] = {}
        for name, (story, stories) in lists.items():
            labels = getattr(story, field)
            label = labels if field == "category" else labels[_labels(story, field).index(name)]
            found[label] = [*found.get(label, ()), *stories]
        if len(found) < len(lists):  # two names with one address are one label
            place = {id(story): at for at, story in enumerate(self.articles)}
            for stories in found.values():
                stories.sort(key=lambda it: place[id(it)])
        return found

    def _build_period_archives(
        self, sorted_articles: list[Article], articles: list[Article], settings: dict[str, str]
    ) -> dict[str, list[dict[str, object]]]:
        """Pelican's, in one pass for each granularity instead of one for each period."""
        found: dict[str, list[dict[str, object]]] = defaultdict(list)
        days = {id(it): _day(it) for it in articles}
        for granularity, parts in (("year", 1), ("month", 2), ("day", 3)):
            save_as = settings[f"{granularity.upper()}_ARCHIVE_SAVE_AS"]
            url = settings[f"{granularity.upper()}_ARCHIVE_URL"]
            if not save_as:
                continue
            periods = {it: day[:parts] for it, day in days.items()}
            members: dict[tuple[int, ...], list[Article]] = defaultdict(list)
            for story in articles:
                members[periods[id(story)]].append(story)
            for number, group in groupby([(periods[id(it)], it) for it in sorted_articles], itemgetter(0)):
                dates = [story for _, story in group]
                named = (number[0], *(calendar.month_name[it] for it in number[1:2]), *number[2:])
                found[granularity].append(
                    {
                        "dates": dates,
                        "articles": members[number],
                        "save_as": save_as.format(date=dates[0].date),
                        "url": url.format(date=dates[0].date),
                        "period": named,
                        "period_num": number,
                    }
                )
        return found

    def generate_articles(self, write: Callable[..., None]) -> None:
        signal = signals.article_generator_write_article
        for story in chain(self.translations, self.articles, self.hidden_translations, self.hidden_articles):
            if signal.receivers:
                signal.send(self, content=story)
            self.write_article(write, story)

    def write_article(self, write: Callable[..., None], story: Article) -> None:
        write(
            story.save_as,
            self.get_template(story.template),
            self.context,
            article=story,
            category=getattr(story, "category", None),
            override_output=hasattr(story, "override_save_as"),
            url=story.url,
            blog=True,
        )

    def generate_tags(self, write: Callable[..., None]) -> None:
        self._write_lists(write, self.tags.items(), "tag")

    def generate_categories(self, write: Callable[..., None]) -> None:
        self._write_lists(write, self.categories, "category")

    def generate_authors(self, write: Callable[..., None]) -> None:
        self._write_lists(write, self.authors, "author")

    def _write_lists(
        self, write: Callable[..., None], lists: Iterable[tuple[Any, list[Article]]], kind: str
    ) -> None:
        """Pelican searches a list for every story of the site; a story's place among the dates does as
        well."""
        place = {id(story): at for at, story in enumerate(self.dates)}
        template = self.get_template(kind)
        for label, stories in lists:
            if label.save_as:
                write(
                    label.save_as,
                    template,
                    self.context,
                    url=label.url,
                    articles=stories,
                    dates=sorted(stories, key=lambda it: place[id(it)]),
                    template_name=kind,
                    blog=True,
                    page_name=label.page_name,
                    all_articles=self.articles,
                    **{kind: label},
                )


def _labels(story: Article, field: str) -> tuple[Hashable, ...]:
    """What tells a story's labels apart, in their order."""
    values = vars(story)
    row: Row | None = values.get("_row")
    if row is not None and field not in values:
        found = getattr(row, field)
        return ((found,) if found else ()) if field == "category" else found
    labels = getattr(story, field, ())
    return tuple((it.name, it.slug) for it in ([labels] if field == "category" and labels else labels))


def _day(story: Article) -> tuple[int, ...]:
    row: Row | None = vars(story).get("_row")
    if row is None:
        date: dt.datetime = story.date
        return date.year, date.month, date.day
    wall = row.date.split("|", 2)[1]
    return int(wall[:4]), int(wall[5:7]), int(wall[8:10])


class KeptPages(_OfBuild, PagesGenerator):
    """Few as pages are, reading one loads Markdown and all that belongs to it."""

    def generate_context(self) -> None:
        settings = self.settings
        paths = self.build.story_files(self, settings["PAGE_PATHS"], settings["PAGE_EXCLUDES"])
        by_status: dict[str, list[Page]] = {"published": [], "hidden": [], "draft": []}
        for page in self.build.stories(self, Page, paths):
            by_status[page.status].append(page)
            self.add_source_path(page)
            self.add_static_links(page)
        self.pages, self.translations = self._ordered(by_status["published"])
        self.hidden_pages, self.hidden_translations = self._ordered(by_status["hidden"])
        self.draft_pages, self.draft_translations = self._ordered(by_status["draft"])
        self._update_context(("pages", "hidden_pages", "draft_pages"))
        signals.page_generator_finalized.send(self)

    def _ordered(self, pages: list[Page]) -> tuple[list[Page], list[Page]]:
        originals, translations = process_translations(pages, self.settings["PAGE_TRANSLATION_ID"])
        return order_content(originals, self.settings["PAGE_ORDER_BY"]), translations


class LastGenerator:
    """Stands behind all others, so that what they asked the writer for is made before the run ends."""

    def __init__(self, **given: object) -> None:
        """`given` are context, settings and paths, as every generator has them: plugins look there."""
        vars(self).update(given)

    def generate_output(self, writer: Writer) -> None:
        writer.make()
