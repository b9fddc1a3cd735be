"""What stages have told a story once all were known <-> JSON: its neighbours, its series, what goes with it.

A build that lists no stories puts it back on those whose pages it makes. Other stories are named by their
paths and loaded when a page asks for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NoReturn, cast

from plugins.build_cache.codec import Codec, Json, NotPlainError
from plugins.build_cache.digest import UndigestableError
from plugins.build_cache.pelican_fingerprints import MEMBERS, Fingerprints, is_shelf
from plugins.build_cache.pelican_stories import KeptContent, Site
from plugins.build_cache.pelican_writer import Output
from plugins.build_cache.store import Store, ToldLine
from plugins.pelican_internals import NotToldError


class Untold:
    """Stands for the stories of a shelf. Whoever looks at them needs them all."""

    def _raise(self, *given: object) -> NoReturn:
        raise NotToldError("the stories of a shelf")

    __bool__ = __len__ = __iter__ = __getitem__ = __contains__ = __str__ = __eq__ = __hash__ = _raise


UNTOLD = Untold()

TEXTS_ELSEWHERE = "texts elsewhere"
"""The note that names a page, not of a story nor a feed, that shows texts of stories; "" for none."""

LONGEST = 100_000
"""Characters of what all pages of a template show, such as the head of the paper; more is not kept."""


class ToldCodec(Codec):
    """A Codec that also knows stories, and shelves without theirs."""

    def __init__(self, site: Site, story: Callable[[str], KeptContent]) -> None:
        super().__init__(*site.codec_kinds)
        self._story = story

    def plain(self, value: object) -> Json:
        """Raises NotPlainError."""
        if value is UNTOLD:
            return ["untold"]
        if isinstance(value, KeptContent):
            return ["story", value.get_relative_source_path()]
        if is_shelf(value) and getattr(value, MEMBERS) is not UNTOLD:
            return super().plain(replace(cast(Any, value), **{MEMBERS: UNTOLD}))
        return super().plain(value)

    def value(self, plain: Json) -> object:
        """Raises NotToldError where a story is gone, ValueError where the text is none of ours."""
        if isinstance(plain, list) and plain[0] == "story":
            return self._story(str(plain[1]))
        return UNTOLD if plain == ["untold"] else super().value(plain)


def keep_told(store: Store, prints: Fingerprints, outputs: Iterable[Output]) -> None:
    """After a build that listed everything: what the pages and feeds that it makes were told."""
    lines: list[ToldLine] = []
    codec: ToldCodec | None = None
    for output in outputs:
        story = output.given.get("article")
        if output.template is None:
            paths = [it.get_relative_source_path() for it in output.elements]
            lines.append(ToldLine(output.name, True, json.dumps([paths, output.given])))
        elif isinstance(story, KeptContent):
            codec = codec or ToldCodec(story._site, _never)
            lines.append(ToldLine(output.name, False, _told(codec, prints, str(output.template.name), story)))
    store.keep_told(lines)


def _told(codec: ToldCodec, prints: Fingerprints, template: str, story: KeptContent) -> str:
    """ "" where it cannot be kept, or where the page does not change with all of it."""
    told = cast(dict[str, object], vars(story)["_set"])
    if not prints.minds_all_that_is_set(template):
        return ""
    try:
        return codec.text_of(told)
    except NotPlainError:
        return ""


def keep_shown(store: Store, prints: Fingerprints, codec: Codec, outputs: Iterable[Output]) -> None:
    """For each template of stories' pages: what it shows on all of them; and which other page shows texts."""
    first: dict[str, Output] = {}
    others: list[Output] = []
    for output in outputs:
        if output.template is not None and isinstance(output.given.get("article"), KeptContent):
            first.setdefault(str(output.template.name), output)
        elif output.template is not None:
            others.append(output)
    for template, output in first.items():
        store.note(f"shown {template}", _shown(codec, prints, template, output))
    store.note(TEXTS_ELSEWHERE, next((it.name for it in others if _shows_texts(prints, it)), ""))


def _shows_texts(prints: Fingerprints, output: Output) -> bool:
    """As an index with whole stories does. What cannot be compared is in doubt already."""
    try:
        return prints.shows_texts_of_stories(
            str(getattr(output.template, "name", "")), output.context, output.given
        )
    except UndigestableError:
        return False


def _shown(codec: Codec, prints: Fingerprints, template: str, output: Output) -> str:
    """ "" where it holds stories or what cannot be kept."""
    if prints.inputs(template).is_open:
        return ""
    try:
        shown = codec.text_of(prints.variables(template, output.context, output.given))
    except NotPlainError:
        return ""
    return shown if len(shown) <= LONGEST else ""


def _never(path: str) -> KeptContent:
    raise AssertionError(path)
