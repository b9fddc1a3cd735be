"""The texts of a few stories changed and nothing else -> their pages and feeds; no other story is looked at.

Where titles, dates, labels and addresses stay as they are, so do all lists, and what they tell a story:
its neighbours, its series. What the last build told each story is kept (pelican_told.py) and put back. What
is not as expected ends this way (NotToldError), and the build lists everything as ever.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Iterator
from typing import Any, Protocol
from urllib.parse import unquote, urlparse

from blinker import Signal
from pelican import signals
from pelican.contents import Article, Page, Static
from pelican.settings import Settings

from plugins.build_cache.kept import Inputs
from plugins.build_cache.pelican_generators import KeptArticles, Read, Reading, Way
from plugins.build_cache.pelican_parts import NamedFingerprints
from plugins.build_cache.pelican_stories import KeptContent, Site, kept_story
from plugins.build_cache.pelican_told import TEXTS_ELSEWHERE, ToldCodec
from plugins.build_cache.pelican_writer import RecordingWriter
from plugins.build_cache.row import Row, rows
from plugins.build_cache.store import Store
from plugins.pelican_internals import NotToldError, OnlyTexts, left, only_texts_changed

OURS = ("plugins.", "newsdesk.")
"""Who may listen to the signals that are not sent here: those that answer only_texts_changed, or set what the
faces of the stories alone decide."""

SENT = frozenset(
    {"initialized", "readers_init", "get_writer", "generator_init", "article_generator_init"}
    | {"article_generator_preread", "article_generator_context", "content_object_init"}
    | {"content_written", "feed_generated", "feed_written"}
)

NOT_SENT = {name: it for name, it in vars(signals).items() if isinstance(it, Signal) and name not in SENT}


class Build(Protocol):
    """What is asked of IncrementalPelican."""

    settings: Settings
    path: str
    theme: str
    output_path: str
    way: Way

    def fingerprints_of(self, generator: KeptArticles, context: dict[str, Any]) -> NamedFingerprints: ...
    def _get_generator_classes(self) -> list[Any]: ...
    def _get_writer(self) -> RecordingWriter: ...


class TextsBuild:
    """Of one build, in which only `touched` files below content/ may differ from the last one."""

    def __init__(self, build: Build, store: Store, inputs: Inputs, touched: Iterable[str]) -> None:
        self._build, self._store, self._inputs = build, store, inputs
        self._touched = sorted(touched)
        self.changes: dict[str, tuple[str, ...]] = {}
        self._stories: dict[str, KeptContent] = {}
        self._made: dict[str, KeptContent] = {}

    def writer(self) -> tuple[RecordingWriter, NamedFingerprints]:
        """Holds the outputs that may have changed. Raises NotToldError; stories that were read are kept."""
        _expect(self._store.knows_all_outputs, "outputs in doubt")
        showing = self._store.noted(TEXTS_ELSEWHERE)
        _expect(not showing, f"no texts in {showing}")
        for name, signal in NOT_SENT.items():
            _expect(all(map(_is_ours, _receivers(signal))), f"nobody who listens to {name}")
        self._start()
        read = self._read()
        for each in read:
            self._store.keep_story(each.line, each.record, each.html)
        for each in read:
            self._change(self.story(each.line.path))
        changed = tuple(self._made.values())
        only_texts_changed.send(self._generator, texts=OnlyTexts(changed, self._by_slug, self._remade))
        return self._written()

    def _start(self) -> None:
        settings = self._build.settings
        self._context: dict[str, Any] = settings.copy()
        self._context |= {"generated_content": {}, "static_links": set(), "static_content": {}}
        self._context["localsiteurl"] = settings["SITEURL"]
        left(self._context).update(json.loads(self._store.noted("left")))
        cls = next(it for it in self._build._get_generator_classes() if issubclass(it, KeptArticles))
        places = {
            "path": self._build.path,
            "theme": self._build.theme,
            "output_path": self._build.output_path,
        }
        self._generator: KeptArticles = cls(context=self._context, settings=settings, **places)
        self._site = Site(settings, self._context, self._store)
        self._codec = ToldCodec(self._site, self.story)

    def _read(self) -> list[Read]:
        """The stories that changed; of the others only their stamps are kept."""
        _expect(not any(map(self._is_page, self._touched)), "a page")
        way = Way("serial", 1)
        reading = Reading(self._generator, Article, self._site, self._inputs, way)
        changed = []
        for path in self._touched:
            was = self._row(path)
            read = reading.share([path])[0][1]
            if read is None:
                raise NotToldError(path)
            now = rows([read.line.row])[0]
            _expect(_is_alike(was, now), f"the face of {path}")
            if was.whole == now.whole:
                self._store.keep_line(read.line)
            else:
                self.changes[path] = reading.changed_fields(read)
                changed.append(read)
        return changed

    def _row(self, path: str) -> Row:
        line = self._store.story(path)
        if line is None:
            raise NotToldError(path)
        return rows([line.row])[0]

    def _is_page(self, path: str) -> bool:
        return path.startswith(tuple(f"{it}/" for it in self._build.settings["PAGE_PATHS"]))

    def _is_known_target(self, link: str) -> bool:
        """Those to stories and files are found one by one, and those to labels need none."""
        kind, _, place = link.partition(":")
        path = unquote(urlparse(place).path)
        if kind == "filename" and path.startswith("/") and self._store.story(path[1:]):
            return bool(self.story(path[1:]))
        if kind == "static" and path.startswith("/") and path[1:] in self._inputs.stamps:
            file = self._generator.readers.read_file(
                base_path=self._build.path,
                path=path[1:],
                content_class=Static,
                fmt="static",
                context=self._context,
            )
            self._generator.add_source_path(file, static=True)
            return True
        return kind in ("category", "tag", "author", "index")

    def story(self, path: str) -> KeptContent:
        """Raises NotToldError."""
        if path not in self._stories:
            kind = Page if self._is_page(path) else Article
            self._stories[path] = kept_story(kind, path, self._row(path), self._site)
            self._context["generated_content"][path] = self._stories[path]
        return self._stories[path]

    def _change(self, story: KeptContent) -> KeptContent:
        """Its page is one of those to make, and shows what it showed."""
        path = story.get_relative_source_path()
        if path not in self._made and story.save_as:
            _expect(story.status != "draft", f"{path}, a draft with a page")
            self._tell(story)
            self._made[path] = story
        return story

    def _tell(self, story: KeptContent) -> None:
        """Again, what the last build told it."""
        told = self._store.told(story.save_as)
        _expect(told, f"what {story.save_as} was told")
        for name, value in self._codec.values_of(told).items():
            setattr(story, name, value)
        _expect(all(map(self._is_known_target, story._row.links)), f"links of {story.save_as}")

    def _by_slug(self, slug: str) -> KeptContent:
        """Stories lie where their addresses say."""
        for ending in self._generator.readers.extensions:
            path = f"{slug}.{ending}"
            if self._store.story(path) is not None and self.story(path).slug == slug:
                return self.story(path)
        raise NotToldError(slug)

    def _remade(self, slug: str) -> KeptContent:
        return self._change(self._by_slug(slug))

    def _written(self) -> tuple[RecordingWriter, NamedFingerprints]:
        writer = self._build._get_writer()
        for story in self._made.values():
            template = self._generator.get_template(str(story.template)).name
            shown = self._store.noted(f"shown {template}")
            _expect(shown, f"what all pages of {template} show")
            self._context.update(self._codec.values_of(shown))
            self._generator.write_article(writer.write_file, story)
        for name, told in self._store.told_of_feeds():
            paths, given = json.loads(told)
            if not self.changes.keys().isdisjoint(paths):
                stories = [self.story(path) for path in paths]
                for each in stories:
                    if each.get_relative_source_path() not in self._made:
                        self._tell(each)
                writer.write_feed(stories, self._context, name, **given)
        return writer, self._build.fingerprints_of(self._generator, self._context)


def _expect(is_so: object, what: str) -> None:
    if not is_so:
        raise NotToldError(what)


def _is_alike(was: Row, now: Row) -> bool:
    """But for what a text may bring."""
    return was._replace(whole=now.whole, exists=now.exists, holds=now.holds, links=now.links) == now


def _receivers(signal: Signal) -> Iterator[object]:
    for held in signal.receivers.values():
        yield held() if isinstance(held, weakref.ref) else held


def _is_ours(receiver: object) -> bool:
    return receiver is None or str(getattr(receiver, "__module__", "")).startswith(OURS)
