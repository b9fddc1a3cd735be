"""Pelican's own arguments -> a site, and the files that Pelican read for it."""

from __future__ import annotations

import contextlib
import importlib
import logging
import pkgutil
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pelican
from pelican import signals
from pelican.generators import Generator
from pelican.log import FatalLogger
from pelican.log import init as init_logging

KINDS = ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages")


class SiteError(Exception):
    """There is no whole site. The text is Chinese, for staff."""


class Incremental(Protocol):
    """What plugins.build_cache adds to Pelican; a site with a Pelican of its own does without.

    `kept` are the outputs that were not made anew, `next_due` is when the next story appears (nanoseconds,
    0 for never), `why_everything` says why all was made anew, "" where it was not, `reasons` why each output
    was that was made (why.py). `is_same_site`: the stories and their places are those of the last build, and
    none was listed; `follows`: the last build of the store was the one that was named; `state` names what
    this one left; `loads_ahead` are modules that its stages load only when they come to need them.
    """

    kept: frozenset[str]
    next_due: int
    why_everything: str
    reasons: Mapping[str, Sequence[Sequence[str]]]
    is_same_site: bool
    follows: bool
    state: str
    loads_ahead: tuple[str, ...]

    def delivered(self) -> None: ...


@dataclass(frozen=True)
class Run:
    """A run that ended well. `read` are the places below content/ of the stories, `theme` is the theme's
    folder, `kept` the outputs that stay as they are. Where `is_same_site` is true, nothing but the texts of
    stories can differ from the last build: what was not made anew is as it was, and `read` is empty."""

    read: frozenset[str]
    kept: frozenset[str]
    theme: str
    site: Incremental | None
    is_same_site: bool = False


def run_pelican(arguments: list[str], given: Mapping[str, object]) -> Run:
    """Build a site; any error that Pelican logs ends it. Pelican's main() would go on or swallow Ctrl+C.

    `given` are settings beside those of the settings file. Raises SiteError; KeyboardInterrupt passes
    through.
    """
    read: set[str] = set()

    def note(generators: list[object]) -> None:
        for generator in generators:
            for kind in KINDS:
                read.update(it.get_relative_source_path() for it in getattr(generator, kind, ()))

    with _site(arguments, given) as site, signals.all_generators_finalized.connected_to(note):
        site.run()
    if not hasattr(site, "delivered"):
        return Run(frozenset(read), frozenset(), str(site.theme), None)
    incremental: Incremental = site
    return Run(frozenset(read), incremental.kept, str(site.theme), incremental, incremental.is_same_site)


def ask_pelican(arguments: list[str], given: Mapping[str, object], name: str) -> object:
    """The variable `name` once all stories are known, None where there is none. No page is made.

    Raises SiteError.
    """
    found: list[object] = []

    def pick(generators: list[Generator]) -> None:
        found.append(generators[0].context.get(name))
        raise _EnoughError

    watched = signals.all_generators_finalized.connected_to(pick)
    with contextlib.suppress(_EnoughError), _site(arguments, given) as site, watched:
        site.run()
    return found[0] if found else None


class _EnoughError(Exception):
    """All that was asked for is known."""


@contextlib.contextmanager
def _site(arguments: list[str], given: Mapping[str, object]) -> Iterator[pelican.Pelican]:
    """Pelican before its run, for which any error that it logs is fatal."""
    options = pelican.parse_arguments(arguments)
    options.overrides = {**options.overrides, **given}
    with _fatal_errors(options.verbosity):
        try:
            site, _ = pelican.get_instance(options)
        except Exception as error:
            raise SiteError(f"网站设置有一处不对（{options.settings}）：{error}") from error
        try:
            yield site
        except _EnoughError:
            raise
        except Exception as error:
            raise SiteError(_told(error)) from error


def load_what_settings_name(conf: str) -> None:
    """The modules of the settings file and of the plugins that it names; nothing is registered or built.

    Of a plugin in a folder of its own also those that it loads only when it comes to need them.
    """
    settings = pelican.read_settings(conf)
    for plugin in filter(lambda it: isinstance(it, str), settings["PLUGINS"]):
        importlib.import_module(plugin)
        folder, _, name = plugin.rpartition(".")
        if name == "plugin":
            for module in pkgutil.iter_modules(importlib.import_module(folder).__path__):
                importlib.import_module(f"{folder}.{module.name}")


@contextlib.contextmanager
def _fatal_errors(verbosity: int) -> Iterator[None]:
    """Pelican's --fatal errors, for this run alone: it is kept in a class, for all loggers of the process."""
    before, root = FatalLogger.fatal_lvl, logging.getLogger()
    handlers, level = root.handlers[:], root.level
    init_logging(level=verbosity, fatal="errors", handler=logging.StreamHandler())
    try:
        yield
    finally:
        FatalLogger.fatal_lvl = before
        root.handlers[:], root.level = handlers, level


def _told(error: Exception) -> str:
    """A logged error has said what is wrong; anything else is a fault of the program or the theme."""
    if isinstance(error, RuntimeError) and not error.__cause__ and "error encountered" in str(error):
        return "生成网站时出错，见上面几行。"
    trace = "".join(traceback.format_exception(error))
    return f"{trace}\n这是程序或模板的错，不是稿件的错。请把上面的文字发给维护网站的人。"
