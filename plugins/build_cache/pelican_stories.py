"""A row of the store -> a story that Pelican, its plugins and the templates take for one they have read.

Its fields and its text are loaded when something first asks for them; most builds ask for a few stories'
only.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Mapping
from typing import Any, Protocol, cast
from zoneinfo import ZoneInfo

from pelican.contents import Article, Author, Category, Content, Page, Tag
from pelican.settings import Settings
from pelican.utils import SafeDatetime

from plugins.build_cache.codec import Codec, Json, NotPlainError, encoded, read, written
from plugins.build_cache.kept import Inputs
from plugins.build_cache.row import Row, Shape
from plugins.pelican_internals import AskedFiles

TEXT_FIELDS = frozenset({"content", "_content", "get_content", "toc", "reading", "structured_data"})
"""Fields made of a story's text. A template that mentions none of them shows the same after an edit of the
text."""

NOT_KEPT = frozenset(
    {"settings", "_context", "translations", "source_path", "relative_source_path", "_content", "_status"}
    | {"slug", "lang", "in_default_lang", "template", "category", "tags", "author", "authors", "date"}
)
"""Instance attributes that are not in a story's record: they come from its row, or from this build."""

SHORT = 40
"""Characters of the longest text that is kept in the row itself, to be at hand without the record."""

UNSEEN = frozenset({"settings", "_context", "translations", "source_path", "metadata"})
"""Attributes that are the same for every story, or name the folder that the site happens to lie in; and
`metadata`, which is written in a way of its own."""

ITSELF = frozenset({str, bool, type(None)})
"""Kinds of values that are plain."""

GIVEN = frozenset(
    {
        "_site",
        "_row",
        "_loaded",
        "_shape",
        "_record",
        "_own",
        "_set",
        "relative_source_path",
        "translations",
        "_status",
    }
    | {"slug", "lang", "in_default_lang", "template"}
)
"""Attributes that every kept story has from the start."""

CLASSES: dict[str, type[dt.datetime]] = {"datetime": dt.datetime, "SafeDatetime": SafeDatetime}


class Kept(Protocol):
    """Where records and texts are."""

    def record(self, path: str) -> str: ...
    def body(self, path: str) -> str: ...
    def noted(self, name: str) -> str: ...


class Site:
    """What all stories of one build share."""

    def __init__(self, settings: Settings, context: dict[str, object], kept: Kept) -> None:
        self.settings, self.context, self.kept = settings, context, kept
        self._labels: dict[tuple[type, str, str], object] = {}
        self._shapes: dict[str, Shape] = {}
        self._zones: dict[str, ZoneInfo | None] = {}
        kinds = {"Category": Category, "Tag": Tag, "Author": Author}
        labels = {name: (kind, self._maker(kind)) for name, kind in kinds.items()}
        packages = {str(name).partition(".")[0] + "." for name in settings["PLUGINS"]}
        self.codec_kinds = labels, CLASSES, tuple(sorted(packages | {"article."}))
        self.codec = Codec(*self.codec_kinds)
        self.root = os.path.abspath(settings["PATH"])  # as Pelican makes it

    def label(self, kind: type, name: str, slug: str) -> object:
        """One object for each label, as in a list of stories read from files."""
        found = self._labels.get((kind, name, slug))
        if found is None:
            found = self._labels[kind, name, slug] = kind(name, self.settings)
            found.slug = slug
        return found

    def moment(self, text: str) -> dt.datetime:
        """A date as `moment_text` writes it."""
        kind, wall, zone, fold = text.split("|")
        if zone not in self._zones:
            self._zones[zone] = ZoneInfo(zone) if zone else None
        return CLASSES[kind].fromisoformat(wall).replace(tzinfo=self._zones[zone], fold=int(fold))

    def shape(self, name: str) -> Shape:
        found = self._shapes.get(name)
        if found is None:
            found = self._shapes[name] = Shape.read(self.kept.noted(f"shape {name}"))
        return found

    def _maker(self, kind: type):  # type: ignore[no-untyped-def]  # Codec says it
        return lambda name, slug: self.label(kind, name, slug)


class KeptContent(Content):
    """Pelican's attributes, each from the row or the record."""

    _site: Site
    _row: Row

    def __getattr__(self, name: str) -> object:
        """Only what is not set on this object in this build comes here."""
        values: dict[str, Any] = self.__dict__  # a story's attributes, of any kind
        shape: Shape = values["_shape"]
        at = shape.short.get(name)
        if at is not None:
            short: str | bool | None = values["_row"].short[at]
            values[name] = values["_loaded"][name] = short
            return short
        if name not in shape.names:
            raise AttributeError(name)
        found = self._placed(name) if name in NOT_KEPT else self._recorded(name)
        values[name] = values["_loaded"][name] = found
        return found

    @property
    def set_in_this_build(self) -> dict[str, object]:
        """What stages that see all stories have set on this one: related stories, its shelves."""
        values = self.__dict__
        loaded = values["_loaded"]
        names = values.keys() - GIVEN
        if not names.isdisjoint(loaded):
            names = {it for it in names if it not in loaded or loaded[it] is not values[it]}
        return {name: values[name] for name in sorted(names)}

    def _placed(self, name: str) -> object:
        row, site = self._row, self._site
        if name == "category":
            return site.label(Category, *row.category) if row.category else None
        if name == "tags":
            return [site.label(Tag, *it) for it in row.tags]
        if name == "authors":
            return [site.label(Author, *it) for it in row.authors]
        if name == "date":
            return site.moment(row.date)
        if name == "author":
            return site.label(Author, *row.authors[0])
        if name == "_content":
            return site.kept.body(self.get_relative_source_path())
        return self._recorded(name)

    def _recorded(self, name: str) -> object:
        """Each field is made from its plain form when it is asked for: most lists ask for one or two."""
        values = self.__dict__
        site: Site = values["_site"]
        record: dict[str, Json] | None = values.get("_record")
        if record is None:
            record = values["_record"] = read(site.kept.record(values["relative_source_path"]))
        if name != "metadata":
            return site.codec.value(record[name])
        own, keys = self._own_metadata, cast(list[str], site.codec.value(record["metadata"]))
        return {key: own[key] if key in own else getattr(self, key) for key in keys}

    @property
    def _own_metadata(self) -> dict[str, object]:
        """What `metadata` holds that is no attribute."""
        values = self.__dict__
        if "_own" not in values:
            values["_own"] = self._recorded("own metadata")
        return cast(dict[str, object], values["_own"])

    @property
    def settings(self) -> Settings:
        return self._site.settings

    @property
    def _context(self) -> dict[str, object]:
        return self._site.context

    @property
    def source_path(self) -> str:
        return f"{self._site.root}/{self.relative_source_path}"

    @property
    def kept_digest(self) -> str:
        return self._row.whole

    @property
    def kept_moment(self) -> int | None:
        """None where a plugin gave this story another date."""
        values: dict[str, Any] = self.__dict__
        return None if "date" in values and "date" not in values["_loaded"] else self._row.moment

    @property
    def url(self) -> str:
        return cast(str, self.__dict__.get("override_url") or self._row.url)

    @property
    def save_as(self) -> str:
        return cast(str, self.__dict__.get("override_save_as") or self._row.save_as)

    @property
    def summary(self) -> str:
        """As Pelican finds it, without its four steps: a list asks for each of its stories'."""
        found = self._own_metadata.get("summary")
        return found if isinstance(found, str) else cast(str, super().summary)

    @summary.setter
    def summary(self, value: str) -> None:
        """Pelican's own does nothing."""

    def get_relative_source_path(self, source_path: str | None = None) -> str:
        if source_path is None:
            return cast(str, self.__dict__["relative_source_path"])
        return cast(str, super().get_relative_source_path(source_path))

    def get_static_links(self) -> set[str]:
        return set(self._row.pictures)

    def refresh_metadata_intersite_links(self) -> None:
        if self._row.shape.startswith("linked"):
            super().refresh_metadata_intersite_links()

    def with_links(self, html: str) -> str:
        """`html` with the links within the site as a page of this story has them."""
        siteurl: str = super().get_siteurl()
        return KeptContent._update_content(self, html, siteurl)

    def _update_content(self, content: str, siteurl: str) -> str:
        if "{" not in content and "|" not in content:  # every link that Pelican resolves has one of them
            return content
        return cast(str, super()._update_content(content, siteurl))


class KeptArticle(KeptContent, Article):
    pass


class KeptPage(KeptContent, Page):
    pass


KINDS: dict[type, type[KeptContent]] = {Article: KeptArticle, Page: KeptPage}


def kept_story(kind: type, path: str, row: Row, site: Site) -> KeptContent:
    """`kind` is Pelican's own class of it."""
    cls = KINDS[kind]
    story = cls.__new__(cls)
    story.__dict__.update(
        _site=site,
        _row=row,
        _shape=site.shape(row.shape),
        _loaded={},
        relative_source_path=path,
        translations=[],
        _status=row.status,
        slug=row.slug,
        lang=row.lang,
        in_default_lang=row.in_default_lang,
        template=row.template,
    )
    return story


def moment_text(moment: dt.datetime) -> str:
    """Raises NotPlainError for a kind of date that cannot be written down."""
    zone = moment.tzinfo
    if type(moment).__name__ not in CLASSES or not (zone is None or isinstance(zone, ZoneInfo)):
        raise NotPlainError(f"{type(moment).__qualname__} with {type(zone).__qualname__}")
    return f"{type(moment).__name__}|{moment.replace(tzinfo=None)}|{zone or ''}|{moment.fold}"


def row_and_record(
    story: Content, asked: AskedFiles, inputs: Inputs, codec: Codec
) -> tuple[Row, str, tuple[str, str]]:
    """What the store keeps of a story that was just read, and the name and text of its shape.

    Raises NotPlainError where it cannot be kept.
    """
    held, metadata = vars(story), story.metadata
    plain: dict[str, Json] = {
        name: it if type(it) in ITSELF else codec.plain(it) for name, it in held.items() if name not in UNSEEN
    }
    own = {key: it for key, it in metadata.items() if held.get(key, key) is not it}
    plain |= {"metadata": ["list", *metadata], "own metadata": codec.plain(own)}
    short = {name: held[name] for name in sorted(held) if _is_short(name, held[name])}
    record = written({name: it for name, it in plain.items() if name not in NOT_KEPT and name not in short})
    names = " ".join(sorted(held.keys() - {"settings", "_context"}))
    linked = any("{" in str(metadata.get(name, "")) for name in story.settings["FORMATTED_FIELDS"])
    shape = f"{names}|{' '.join(short)}"
    named = f"{'linked ' if linked else ''}{brief(shape.encode())[:12]}"
    return _row(story, asked, inputs, (named, tuple(short.values())), plain), record, (named, shape)


def _is_short(name: str, value: object) -> bool:
    if type(value) not in ITSELF or name in TEXT_FIELDS or name in NOT_KEPT:
        return False
    return not isinstance(value, str) or len(value) <= SHORT


def _row(
    story: Content,
    asked: AskedFiles,
    inputs: Inputs,
    shape: tuple[str, tuple[str | bool | None, ...]],
    plain: Mapping[str, Json],
) -> Row:
    url, save_as = story.url, story.save_as
    shown = {name: it for name, it in plain.items() if name not in TEXT_FIELDS}
    face = encoded({**shown, "url": url, "save_as": save_as})
    texts = encoded({name: it for name, it in plain.items() if name in TEXT_FIELDS})
    links = _links(story)
    date = getattr(story, "date", None)
    category = getattr(story, "category", None)
    return Row(
        face=brief(face),
        whole=brief(face + texts),
        moment=int(date.timestamp() * 1_000_000) if date else 0,
        date=moment_text(date) if date else "",
        is_future=date is not None and date > dt.datetime.fromtimestamp(inputs.present / 1e9, date.tzinfo),
        status=story.status,
        slug=story.slug,
        category=(category.name, category.slug) if category else None,
        tags=tuple((it.name, it.slug) for it in getattr(story, "tags", ())),
        authors=tuple((it.name, it.slug) for it in getattr(story, "authors", ())),
        url=url,
        save_as=save_as,
        template=story.template,
        lang=getattr(story, "lang", ""),
        in_default_lang=story.in_default_lang,
        shape=shape[0],
        short=shape[1],
        exists=tuple(sorted(asked.existing.items())),
        holds=tuple((name, inputs.holding(name)) for name in sorted(asked.held)),
        links=links,
        pictures=tuple(sorted(story.get_static_links())) if links else (),
    )


def _links(story: Content) -> tuple[str, ...]:
    """The targets of links that Pelican resolves while a page is made."""
    fields = [str(story.metadata.get(it)) for it in story.settings["FORMATTED_FIELDS"]]
    text = "".join([str(story._content), *fields])
    if "{" not in text and "|" not in text:
        return ()
    found = story._get_intrasite_link_regex().finditer(text)
    return tuple(sorted({f"{it['what']}:{it['value']}" for it in found}))


def brief(data: bytes) -> str:
    """A digest of 16 bytes as text."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
