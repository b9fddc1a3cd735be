"""PELICAN_CLASS: Pelican that reads and renders only what changed since the last build into the same
folder."""

from __future__ import annotations

import hashlib
import importlib
import json
import logging
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import (
    ArticlesGenerator,
    Generator,
    PagesGenerator,
    PelicanTemplateNotFound,
    StaticGenerator,
)
from pelican.writers import Writer

from plugins.build_cache.codec import DamagedError
from plugins.build_cache.digest import UndigestableError
from plugins.build_cache.executor import Kind, usual_workers
from plugins.build_cache.kept import Inputs
from plugins.build_cache.later_template import LaterTemplate, later_template, quicken
from plugins.build_cache.made_by import (
    changed,
    digest_of_code,
    digest_of_settings,
    note_of,
)
from plugins.build_cache.pelican_files import KeptFiles
from plugins.build_cache.pelican_generators import KeptArticles, KeptPages, LastGenerator, Reading, Way
from plugins.build_cache.pelican_only_texts import TextsBuild
from plugins.build_cache.pelican_parts import NamedFingerprints
from plugins.build_cache.pelican_reasons import Explanation
from plugins.build_cache.pelican_stories import Site
from plugins.build_cache.pelican_told import keep_shown, keep_told
from plugins.build_cache.pelican_writer import Output, RecordingWriter
from plugins.build_cache.store import FIRST_BUILD, OutputLine, Store
from plugins.build_cache.template_inputs import InputsReader
from plugins.build_cache.why import Reason
from plugins.pelican_internals import NotToldError, left

log = logging.getLogger(__name__)

FINISHED, NEXT_DUE, LEFT = "finished", "next due", "left"
"""Notes of the store: a name for what the last build left once it was delivered, when the next story of the
future appears, and what stages left to the next build."""

OURS = "plugins."
"""Plugins of this package are known to make of a story what its file says, and nothing else."""


class IncrementalPelican(Pelican):
    """Stock Pelican but where the setting BUILD_STORE names a folder; then see README.md.

    `kept` are the outputs that stay as they lie in BUILD_FOR, `next_due` the moment (nanoseconds) at which
    the first story of the future appears, 0 if there is none; `why_everything` is a sentence or "";
    `reasons` say why each output that was made is made (why.py). `is_same_site`: no story came, went or
    changed its place, and none was listed; `follows`: the last build of this store was the one that
    BUILD_FOLLOWS names; `state` names what this one left; `loads_ahead` is BUILD_LOADS_AHEAD.
    """

    is_part = False
    """Is this the plan of a process elsewhere, which lists outputs and makes those that it is asked for?"""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self.loads_ahead: tuple[str, ...] = tuple(settings.get("BUILD_LOADS_AHEAD", ()))
        self._known_maker = ""
        self._begin()

    def _begin(self) -> None:
        """As if nothing had been looked at yet."""
        self.kept: frozenset[str] = frozenset()
        self.next_due = 0
        self.why_everything = ""
        self.is_same_site = self.follows = False
        self.state = ""
        self.reasons: dict[str, tuple[Reason, ...]] = {}
        self._changes: dict[str, tuple[str, ...]] = {}
        self._before: dict[str, OutputLine] = {}
        self._later: dict[str, LaterTemplate] = {}
        self._store: Store | None = None
        self._fingerprints: dict[str, str] = {}
        self._templates_read: InputsReader | None = None
        self._read_paths: set[str] = set()

    def run(self) -> None:
        """A store that turns out to be damaged is thrown away, and all is made anew."""
        try:
            self._run()
        except (sqlite3.Error, json.JSONDecodeError, DamagedError) as error:
            if self._store is None or self.is_part:
                raise
            log.debug("the store is damaged: %s", error)
            self._store.throw_away()
            self._begin()
            self._run()
            self.why_everything = self.why_everything or "以前的记录坏了"

    def _run(self) -> None:
        self.why_everything = self._why_everything()
        kind = self.settings.get("BUILD_EXECUTOR", "processes")
        workers = int(self.settings.get("BUILD_WORKERS") or usual_workers())
        self.way = Way(kind, workers)
        if self.settings.get("BUILD_STORE") and not self.why_everything:
            self._store = self._opened_store()
            self._belongs_here(self._store)
            stamps = self.settings.get("CONTENT_STAMPS")
            self._inputs = Inputs(os.path.abspath(self.path), self._store, stamps)
            if callable(kind):
                self.way = self._way_elsewhere(kind, workers)
        elif callable(kind):
            self.way = Way("processes", workers)  # who is elsewhere plans by the store
        if not self._made_texts_only():
            super().run()

    def _way_elsewhere(self, kind: Kind, workers: int) -> Way:
        from plugins.build_cache.pelican_elsewhere import errand, make_elsewhere, read_elsewhere

        assert self._store is not None
        self._store.be_readable_elsewhere()
        told = errand(self, self._made_by(), f"{os.getpid()} {self._inputs.now}")
        return Way(kind, workers, partial(read_elsewhere, told), partial(make_elsewhere, told))

    def _why_everything(self) -> str:
        """What makes it impossible to know what an output depends on."""
        unknown = [name for name in self.settings["PLUGINS"] if not name.startswith(OURS)]
        vouched = self.settings.get("BUILD_CACHE_VOUCHED", ())
        if set(unknown) - set(vouched):
            return f"插件 {'、'.join(sorted(set(unknown) - set(vouched)))} 不在可以增量生成的名单里"
        if self.settings["RELATIVE_URLS"]:
            return "链接写成相对路径时，每一页都要重新生成"
        try:
            digest_of_settings(self.settings)
        except UndigestableError as error:
            return f"设置 {error} 无法和上一次比较"
        return ""

    def _opened_store(self) -> Store:
        """Where the last one was thrown away, `why_everything` says why, as closely as that can be told."""
        made_by = self._made_by()
        store = Store(Path(self.settings["BUILD_STORE"]) / "build.sqlite", made_by)
        if store.why_new:
            code = made_by.split()[0]
            if store.why_new != FIRST_BUILD:
                said = changed(store.left, code, self.settings) if store.left else store.why_new
                self.why_everything = said
            store.note("digests", note_of(code, self.settings))
        return store

    def _made_by(self) -> str:
        if not self._known_maker:
            root = Path(__file__).parents[2]
            code = digest_of_code([root / "plugins", root / "article"])
            self._known_maker = f"{code} {digest_of_settings(self.settings)}"
        return self._known_maker

    def _belongs_here(self, store: Store) -> None:
        """A store knows one content folder and one output folder; for another it starts from nothing."""
        pair = f"{os.path.realpath(self.path)} -> {self.settings.get('BUILD_FOR', self.output_path)}"
        if store.noted("pair") != pair:
            store.forget_outputs(list(store.outputs()))
            store.note("pair", pair)

    # What the generators and the writer ask for.

    @property
    def has_store(self) -> bool:
        return self._store is not None

    def _get_generator_classes(self) -> list[type[Generator]]:
        classes: list[type[Generator]] = super()._get_generator_classes()
        if self._store is None:
            return [*classes, LastGenerator]
        ours = {ArticlesGenerator: KeptArticles, PagesGenerator: KeptPages, StaticGenerator: KeptFiles}
        bound = [type(it.__name__, (ours[it],), {"build": self}) if it in ours else it for it in classes]
        return [*bound, LastGenerator]

    def _get_writer(self) -> Writer:
        usual = super()._get_writer()
        kind = type("RecordingWriter", (RecordingWriter, type(usual)), {"build": self})
        return kind(self.output_path, settings=self.settings)

    def story_files(self, generator: Generator, folders: Iterable[str], left_out: Iterable[str]) -> list[str]:
        """Paths below the content folder of the files that the generator reads."""
        ignored = self.settings["IGNORE_FILES"]
        endings = tuple(f".{it}" for it in generator.readers.extensions)
        starts = tuple(f"{it}/" if it else "" for it in folders)
        skipped = tuple(f"{it.rstrip('/')}/" for it in left_out)
        return [
            path
            for path in self._inputs.stamps
            if path.endswith(endings)
            and path.startswith(starts)
            and not (skipped and path.startswith(skipped))
            and not any(fnmatch(path.rpartition("/")[2], it) for it in ignored)
        ]

    def stories(self, generator: Generator, kind: type[Content], paths: list[str]) -> list[Content]:
        assert self._store is not None
        self._context, self._env = generator.context, generator.env
        site = Site(self.settings, generator.context, self._store)
        reading = Reading(generator, kind, site, self._inputs, self.way, self._get_ready)
        found = reading.stories(paths)
        for path in reading.failed:
            generator._add_failed_source_path(path)
        due = [it._row.moment * 1000 for it in found if hasattr(it, "_row") and it._row.is_future]
        self.next_due = min([*due, self.next_due or (1 << 62)]) if due else self.next_due
        self._changes |= reading.changes
        self._read_paths |= set(paths)
        self._store.commit()
        return found

    def _get_ready(self) -> None:
        """While other processes read: what there will be need of when all is read."""
        for name in self.loads_ahead:
            importlib.import_module(name)
        if self._templates_read is None:
            self._templates_read = InputsReader(self._env)
            self._templates_read.read_ahead()

    def file_digest(self, place: str) -> str:
        """Of what a file below the content folder holds; read again only when it changed."""
        return self._inputs.holding(place)

    def template(self, generator: Generator, name: str) -> LaterTemplate:
        """Raises PelicanTemplateNotFound, as Pelican's own."""
        if name not in self._later:
            quicken(generator.env, self._made_by())
            try:
                endings = self.settings["TEMPLATE_EXTENSIONS"]
                self._later[name] = later_template(generator.env, name, endings)
            except TemplateNotFound as error:
                raise PelicanTemplateNotFound(f"[templates] unable to load {name}") from error
        return self._later[name]

    def fingerprints(self) -> NamedFingerprints:
        assert self._store is not None
        known = self._known_templates()
        read = self._templates_read or InputsReader(self._env)
        return NamedFingerprints(read, self.settings, self._context, known, self._templates)

    def _known_templates(self) -> dict[str, str]:
        """Those of the last build, if no template changed since."""
        assert self._store is not None
        folders = [Path(self.theme, "templates"), *map(Path, self.settings["THEME_TEMPLATES_OVERRIDES"])]
        whole = hashlib.blake2b(digest_size=16)
        for file in sorted(it for folder in folders for it in folder.rglob("*") if it.is_file()):
            whole.update(f"{file.name} ".encode() + file.read_bytes())
        self._templates = whole.hexdigest()
        return dict(self._store.templates()) if self._store.noted("templates") == self._templates else {}

    def keep_templates(self, prints: NamedFingerprints) -> None:
        assert self._store is not None
        self._store.keep_templates(prints.new_templates.items())
        self._store.note("templates", self._templates)
        self._store.commit()

    def stale(self, found: Mapping[str, str]) -> frozenset[str]:
        """The outputs to make. From here on the store says of them that nobody knows what lies there."""
        assert self._store is not None
        folder = Path(self.settings.get("BUILD_FOR", self.output_path))
        before = self._before = self._store.outputs()
        self.kept = frozenset(
            name
            for name, fingerprint in found.items()
            if fingerprint and name in before and before[name].fingerprint == fingerprint
            and _lies_there(folder, before[name])
        )  # fmt: skip
        self._fingerprints = dict(found)
        gone = before.keys() - found.keys()
        self._store.doubt_outputs([name for name in found if name not in self.kept])
        self._store.forget_outputs(gone)
        gone_stories = self._store.stories().keys() - self._read_paths
        self._changes |= dict.fromkeys(gone_stories, ("gone",))
        self._store.forget_stories(gone_stories)
        self._inputs.keep_file_digests()
        self._store.commit()
        return frozenset(found) - self.kept

    def _made_texts_only(self) -> bool:
        """The short way, where `newsdesk build` says that files in BUILD_TOUCHED alone can differ from what
        the build BUILD_FOLLOWS left, and these differ in nothing but their texts."""
        store, touched = self._store, self.settings.get("BUILD_TOUCHED")
        if store is None:
            return False
        finished, follows = store.noted(FINISHED), self.settings.get("BUILD_FOLLOWS")
        self.follows = bool(finished) and finished == follows
        store.note(FINISHED, "")  # until all is delivered; kept together with the first story that is
        if not self.follows or touched is None or self.why_everything:
            return False
        texts = TextsBuild(self, store, self._inputs, touched)
        try:
            writer, prints = texts.writer()
            self._changes |= texts.changes
            writer.make_among_others(prints)
        except NotToldError as error:
            log.debug("all is listed: %s", error)
            self._changes |= texts.changes
            return False
        self.next_due = int(store.noted(NEXT_DUE) or 0)
        self.is_same_site = True
        return True

    def fingerprints_of(self, generator: Generator, context: dict[str, Any]) -> NamedFingerprints:
        self._context, self._env = context, generator.env
        return self.fingerprints()

    def stale_among_others(self, found: Mapping[str, str]) -> frozenset[str]:
        """As `stale`; all other outputs are as they were."""
        assert self._store is not None
        before = self._before = self._store.outputs_named(found)
        stale = frozenset(name for name, it in found.items() if before[name].fingerprint != it)
        self.kept = self._store.output_names() - stale
        self._fingerprints = {name: found[name] for name in stale}
        self._store.doubt_outputs(stale)
        self._inputs.keep_file_digests()
        self._store.commit()
        return stale

    def size_before(self, name: str) -> int:
        """Bytes of an output as the last build left it, 0 where that is not known."""
        return self._before[name].size or 0 if name in self._before else 0

    def keep_told(self, prints: NamedFingerprints, outputs: Iterable[Output]) -> None:
        """For a build that lists no stories."""
        assert self._store is not None
        keep_told(self._store, prints, outputs)

    def keep_shown(self, prints: NamedFingerprints, outputs: Iterable[Output]) -> None:
        assert self._store is not None
        codec = Site(self.settings, self._context, self._store).codec
        keep_shown(self._store, prints, codec, outputs)

    def explain(self, prints: NamedFingerprints, outputs: Iterable[Output]) -> None:
        """Keep why these are made, and what they are made from."""
        assert self._store is not None
        explanation = Explanation(self._store, prints, self._changes)
        self.reasons = explanation.of(outputs, self._before, self._fingerprints)
        self._store.commit()

    def delivered(self) -> None:
        """All outputs are in BUILD_FOR now: remember what lies there."""
        if self._store is None:
            return
        folder = Path(self.settings.get("BUILD_FOR", self.output_path))
        lines = []
        for name, fingerprint in self._fingerprints.items():
            if name not in self.kept:
                stat = os.stat(f"{folder}/{name}")  # one of many thousands
                lines.append(OutputLine(name, fingerprint, stat.st_size, stat.st_mtime_ns))
        self._store.keep_outputs(lines)
        self.state = f"{os.getpid()} {time.time_ns()}"
        self._store.note(FINISHED, self.state)
        self._store.note(NEXT_DUE, str(self.next_due))
        self._store.note(LEFT, json.dumps(left(self._context)))
        self._store.commit()
        self._store.close()


def _lies_there(folder: Path, line: OutputLine) -> bool:
    """As it was delivered, not removed and not changed by hand."""
    try:
        stat = os.stat(f"{folder}/{line.name}")  # one of many thousands
    except OSError:
        return False
    return stat.st_size == line.size and stat.st_mtime_ns == line.mtime


def register() -> None:
    """Called by Pelican. PELICAN_CLASS does the work; named among PLUGINS it changes nothing."""
    signals.initialized.connect(_say)


def _say(pelican: Pelican) -> None:
    log.debug("build cache: %s", type(pelican).__name__)
