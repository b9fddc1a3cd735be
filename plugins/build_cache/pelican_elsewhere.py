"""A share of a build's work -> done in a process that was not forked from it: of a Dask cluster, for example.

A forked process sees all that the build has made so far. Such a one is sent an Errand and makes its own plan:
it loads the same plugins with the same settings, looks at the build's store, and lists the outputs as the
build did, once for each build; then it reads the stories and makes the outputs that it is asked for. It must
see the content, the store and the output folder at the same paths, and run the same code.
"""

from __future__ import annotations

import contextlib
import functools
import io
import locale
import os
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.writers import Writer

from article.present import NAME as PRESENT
from plugins.build_cache.kept import Inputs
from plugins.build_cache.looked_at_store import LookedAtStore
from plugins.build_cache.made_by import digest_of_code
from plugins.build_cache.pelican_generators import Read, Reading, Way
from plugins.build_cache.pelican_stories import Site
from plugins.build_cache.pelican_writer import RecordingWriter

KINDS = {"article": (ArticlesGenerator, Article), "page": (PagesGenerator, Page)}


AT_HOME = frozenset({"BUILD_EXECUTOR", "CONTENT_STAMPS", "BUILD_FOLLOWS", "BUILD_TOUCHED", "BUILD_BESIDE"})
"""Settings that are of use to the build's own process alone."""


@dataclass(frozen=True)
class Errand:
    """What a process elsewhere is told of a build.

    `kind` is the class of the site's Pelican, `number` differs from build to build, `made_by` is what the
    store was made by, `code` a digest of our code, `present` SOURCE_DATE_EPOCH where it is given.
    """

    kind: type[Pelican]
    settings: Mapping[str, Any]
    number: str
    made_by: str
    code: str
    present: str


def errand(build: Pelican, made_by: str, number: str) -> Errand:
    settings = {name: it for name, it in build.settings.items() if name not in AT_HOME}
    return Errand(type(build), settings, number, made_by, _code(), os.environ.get(PRESENT, ""))


def read_elsewhere(told: Errand, kind: str, paths: list[str]) -> list[tuple[str, Read | None]]:
    """`kind` is one of KINDS."""
    with _turn, contextlib.redirect_stdout(io.StringIO()):
        return _part(told).reading(kind).share(paths)


def make_elsewhere(told: Errand, names: list[str]) -> int:
    """Into the folder that the build makes the site in."""
    with _turn, contextlib.redirect_stdout(io.StringIO()):
        writer = _part(told).listed()
        for name in names:
            writer.make_one(writer.outputs[name])
    return len(names)


class Part(Pelican):
    """Mixed with the site's Pelican. Nothing is made before it is asked for."""

    is_part = True

    def begin(self, made_by: str) -> None:
        self.way = Way("serial", 1)
        self._store = LookedAtStore(Path(self.settings["BUILD_STORE"]) / "build.sqlite", made_by)
        self._inputs = Inputs(os.path.abspath(self.path), self._store)
        self._listed: RecordingWriter | None = None

    def reading(self, kind: str) -> Reading:
        context = {**self.settings, "generated_content": {}, "static_links": set(), "static_content": {}}
        context["localsiteurl"] = self.settings["SITEURL"]
        wanted, content = KINDS[kind]
        cls = next(it for it in self._get_generator_classes() if issubclass(it, wanted))
        places = {"path": self.path, "theme": self.theme, "output_path": self.output_path}
        generator = cls(context=context, settings=self.settings, **places)
        site = Site(self.settings, context, self._store)
        return Reading(generator, content, site, self._inputs, self.way)

    def listed(self) -> RecordingWriter:
        """All outputs of the site, with what they are made from."""
        if self._listed is None:
            folder: str = self.settings["OUTPUT_PATH"]
            with tempfile.TemporaryDirectory() as self.output_path:  # for files that are copied as they are
                Pelican.run(self)
            assert self._listed is not None
            self._listed.output_path = folder
        return self._listed

    def _get_writer(self) -> Writer:
        self._listed = super()._get_writer()
        return self._listed


_turn = threading.Lock()
"""Pelican, Markdown and we keep things in modules: a worker with threads does one share at a time."""

_current: tuple[str, Part] | None = None


@functools.cache
def _code() -> str:
    """As it was when this process first needed it."""
    return digest_of_code((Path(__file__).parents[1], Path(__file__).parents[2] / "article"))


def _part(told: Errand) -> Part:
    global _current
    if told.code != _code():
        raise RuntimeError("this worker runs other code than the build: start it anew")
    if _current is None or _current[0] != told.number:
        os.environ.pop(PRESENT, None)
        if told.present:
            os.environ[PRESENT] = told.present
        _set_locale(told.settings)
        part: Part = type("Part", (Part, told.kind), {})(dict(told.settings))
        part.begin(told.made_by)
        _current = (told.number, part)
    return _current[1]


def _set_locale(settings: Mapping[str, Any]) -> None:
    """As Pelican does when it reads the settings."""
    for name in settings["LOCALE"]:
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, str(name))
            return
