"""A story's facts -> its NewsArticle as JSON-LD (schema.org), for search engines and share cards."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import quote

import msgspec
from markupsafe import Markup

Json = str | int | list["Json"] | dict[str, "Json"] | None

LANGUAGE = "zh-CN"

BREAKS_OUT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""`</script>` and `<!--` would end or hide the element; in JSON's texts these marks may be numbers."""

MAY_BREAK_OUT = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True)
class Site:
    """Who publishes. `address` has no closing slash."""

    name: str
    publisher: str
    address: str


@dataclass(frozen=True)
class Moment:
    """A time with its zone; where only a day was given, `has_time` is false and no hour is claimed."""

    time: dt.datetime
    has_time: bool

    def __str__(self) -> str:
        return self.time.isoformat(timespec="seconds") if self.has_time else self.time.date().isoformat()


@dataclass(frozen=True)
class Photo:
    """`url` is a path below the site's address without a leading slash; sizes are in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class StoryFacts:
    """What the page says of itself, as plain text; "" and () mean not given."""

    url: str
    title: str
    subtitle: str
    summary: str
    published: Moment | None
    modified: Moment | None
    authors: tuple[str, ...]
    editor: str
    source: str
    source_url: str
    section: str
    tags: tuple[str, ...]
    characters: int
    photo: Photo | None
    correction: str


def structured_data(story: StoryFacts, site: Site) -> Markup:
    """Compact JSON that is safe inside `<script type="application/ld+json">`, without what is not given."""
    address = f"{site.address}/{quote(story.url)}"
    known = {name: value for name, value in _properties(story, site).items() if value}
    whole = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        **known,
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
    }
    text = msgspec.json.encode(whole).decode()
    return Markup(text.translate(BREAKS_OUT) if MAY_BREAK_OUT.search(text) else text)


def _properties(story: StoryFacts, site: Site) -> dict[str, Json]:
    published = str(story.published) if story.published else ""
    return {
        "headline": story.title,
        "alternativeHeadline": story.subtitle,
        "description": story.summary,
        "datePublished": published,
        "dateModified": str(story.modified) if story.modified else published,
        "author": [_person(name) for name in story.authors]
        or [_organization(story.source or site.publisher)],
        "editor": [_person(name) for name in _names(story.editor)],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": site.publisher,
            "url": f"{site.address}/",
        },
        "sourceOrganization": _organization(story.source) if story.source else None,
        "isBasedOn": story.source_url,
        "articleSection": story.section,
        "keywords": list(story.tags),
        "wordCount": story.characters,
        "image": _image(story.photo, site.address) if story.photo else None,
        "correction": story.correction,
    }


def _names(editor: str) -> list[str]:
    """`林小满、苏禾` -> both names."""
    return [name for part in editor.split("、") if (name := part.strip())]


def _person(name: str) -> dict[str, Json]:
    return {"@type": "Person", "name": name}


def _organization(name: str) -> dict[str, Json]:
    return {"@type": "Organization", "name": name}


def _image(photo: Photo, address: str) -> dict[str, Json]:
    return {
        "@type": "ImageObject",
        "url": f"{address}/{quote(photo.url)}",
        "width": photo.width,
        "height": photo.height,
    }
