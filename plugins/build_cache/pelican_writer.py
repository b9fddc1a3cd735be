"""Pelican's calls to write a file or a feed -> a list of outputs, of which those are made that changed."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.contents import Content
from pelican.paginator import Paginator
from pelican.utils import get_relative_path, path_to_url, sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer

from plugins.build_cache.digest import UndigestableError
from plugins.build_cache.executor import SerialExecutor, executor, is_elsewhere, results, shares
from plugins.build_cache.page_files import PageFiles
from plugins.build_cache.pelican_fingerprints import Fingerprints
from plugins.build_cache.pelican_pages import StablePaginator
from plugins.build_cache.pelican_parts import NamedFingerprints
from plugins.pelican_internals import NotToldError

log = logging.getLogger(__name__)

STABLE = frozenset({"category", "tag", "column"})
"""Templates of lists that grow at one end. A series is short, in both orders: Pelican numbers it."""

SHARES = 24
"""Pieces of work for each process, so that none waits long for another's last."""

USUAL, LARGE = 30_000, 8
"""Bytes of a story's page; of how many of these a page must be to be a piece of work of its own."""


@dataclass
class Output:
    """One file to come. A feed has `feed`, the arguments of Pelican's write_feed, and no template."""

    name: str
    template: Template | None
    context: Mapping[str, Any]
    given: dict[str, Any]
    elements: list[Content] = field(default_factory=list)
    is_override: bool = False
    is_relative: bool = False


class ListPages(dict[str, Any]):
    """What a template of one page of a list is given; Pelican's page objects are made when it is."""

    def __init__(self, given: Mapping[str, Any], lists: Mapping[str, Paginator], number: int) -> None:
        super().__init__(given)
        self._lists, self._number = lists, number
        self._names = {
            f"{name}_{part}": (name, part)
            for name in lists
            for part in ("paginator", "page", "previous_page", "next_page")
        }

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._names

    def __missing__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        key, part = self._names[name]
        pages, number = self._lists[key], self._number
        self[name] = self._part(pages, part, number)
        return self[name]

    @staticmethod
    def _part(pages: Paginator, part: str, number: int) -> object:
        if part == "paginator":
            return pages
        at = number + {"page": 0, "previous_page": -1, "next_page": 1}[part]
        return pages.page(at) if 1 <= at <= pages.num_pages else None

    def whole(self) -> dict[str, Any]:
        return {**self, **{name: self[name] for name in self._names}}


class RecordingWriter(Writer):
    """Mixed with the writer that the site uses. `build` is set on a subclass for each build."""

    build: Any
    paginator: type[Paginator] = StablePaginator

    def __init__(self, output_path: str, settings: Any = None) -> None:
        super().__init__(output_path, settings=settings)
        self.outputs: dict[str, Output] = {}
        self.copies: dict[str, tuple[str, Callable[[], None]]] = {}
        self._files = PageFiles()

    def write_file(
        self,
        name: str,
        template: Template,
        context: Mapping[str, Any],
        relative_urls: bool = False,
        paginated: Mapping[str, list[Content]] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        if not name:
            return
        if paginated is None:
            paginated = {key: kwargs[key] for key in kwargs if key in {"articles", "dates"}}
        if not paginated or template_name not in self.settings["PAGINATED_TEMPLATES"]:
            self._add(Output(name, template, context, kwargs, [], override_output, relative_urls))
            return
        size = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        paginator = self.paginator if template_name in STABLE else Paginator
        lists = {key: paginator(name, url, it, self.settings, size) for key, it in paginated.items()}
        first = next(iter(lists.values()))
        for number in range(1, first.num_pages + 1):
            given = ListPages(kwargs, lists, number)
            place = first.page(number).save_as
            self._add(Output(place, template, context, given, [], override_output, relative_urls))

    def write_feed(
        self,
        elements: list[Content],
        context: Mapping[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        given = {"url": url, "feed_type": feed_type, "feed_title": feed_title}
        if not path:
            return super().write_feed(elements, context, path, override_output=override_output, **given)
        shown = list(elements[: self.settings["FEED_MAX_ITEMS"]])
        self._add(Output(path, None, context, given, shown, override_output))
        return None

    def add_copy(self, name: str, fingerprint: str, copy: Callable[[], None]) -> None:
        """A picture or the like, for `copy` to put there if another lies there now. A page of that name
        comes later in Pelican, and stays."""
        self.copies[name] = fingerprint, copy

    def _add(self, output: Output) -> None:
        """Two contents at one place stop the build, as in Pelican, but where one says that it may take it."""
        before = self.outputs.get(output.name)
        if before is None or (output.is_override and not before.is_override):
            self.outputs[output.name] = output
        elif output.is_override or not before.is_override:
            raise FileOverwriteFailedError(f'"{output.name}" is to be written twice')

    def make(self) -> None:
        """Render what changed into the folder that Pelican writes to, and tell the build what did not."""
        if self.build.is_part:
            return
        if not self.build.has_store:
            self._make_all(list(self.outputs.values()))
            return
        prints = self.build.fingerprints()
        found = {name: self._fingerprint(prints, it) for name, it in self.outputs.items()}
        copies = {name: it for name, it in self.copies.items() if name not in found}
        stale = self.build.stale(found | {name: it[0] for name, it in copies.items()})
        self.build.keep_templates(prints)
        for name in copies.keys() & stale:
            copies[name][1]()
        self.build.keep_shown(prints, self.outputs.values())
        self._make_stale(prints, stale)

    def make_among_others(self, prints: NamedFingerprints) -> None:
        """As `make`, where the site has more outputs than this writer knows. Raises NotToldError."""
        found = {name: self._fingerprint(prints, it) for name, it in self.outputs.items()}
        if "" in found.values():
            raise NotToldError("an output that is made in each build")
        self._make_stale(prints, self.build.stale_among_others(found))

    def _make_stale(self, prints: NamedFingerprints, stale: frozenset[str]) -> None:
        outputs = [self.outputs[name] for name in self.outputs if name in stale]

        def explain() -> None:
            self.build.keep_told(prints, outputs)
            self.build.explain(prints, outputs)

        self._make_all(outputs, explain)

    def _fingerprint(self, prints: Fingerprints, output: Output) -> str:
        """ "" where it cannot be known: then it is made in every build."""
        try:
            if output.template is None:
                return prints.feed(output.name, output.elements, output.given)
            return prints.page(output.name, str(output.template.name), output.context, output.given)
        except UndigestableError as error:
            log.debug("%s is made anew each time: %s", output.name, error)
            return ""

    def _make_all(self, outputs: list[Output], meanwhile: Callable[[], None] = lambda: None) -> None:
        """Large ones first and each alone, so that no process waits long for another.

        `meanwhile` writes into the store: who is elsewhere begins after it.
        """
        global _making_now
        way = self.build.way
        work = [max(1, self.build.size_before(it.name) // USUAL) for it in outputs]
        with executor(way.kind, way.workers, sum(work)) as pool:
            early = set() if isinstance(pool, SerialExecutor) else _small_of_many(outputs, work)
            for at in sorted(early):
                self.make_one(outputs[at])
            left = sorted((at for at in range(len(outputs)) if at not in early), key=lambda it: -work[it])
            large = [[at] for at in left if work[at] >= LARGE]
            parts = shares(left[len(large) :], SHARES * way.workers)
            if not isinstance(pool, SerialExecutor):
                parts.reverse()  # lists stand last and take longest: nobody is to wait for them in the end
            parts = [*large, *parts]
            _making_now = (self, outputs)
            gc.freeze()
            if is_elsewhere(pool) and way.make:
                meanwhile()
                made = results(pool, way.make, [[outputs[it].name for it in part] for part in parts])
            else:
                made = results(pool, _make_share, parts)
                meanwhile()
            for _ in made:
                pass

    def make_one(self, output: Output) -> None:
        path = sanitised_join(self.output_path, output.name)
        self._files.make_folder_of(path)
        if output.template is None:
            self._written_files.discard(path)
            super().write_feed(output.elements, output.context, output.name, **output.given)
            return
        local = self._local(output)
        text = output.template.render(local)
        self._files.write(path, text)
        if signals.content_written.receivers:
            signals.content_written.send(path, context=local)

    def _local(self, output: Output) -> dict[str, Any]:
        """As Pelican makes it: with relative links the address of the site is the way back from this page."""
        given = output.given.whole() if isinstance(output.given, ListPages) else output.given
        local = {**output.context, "localsiteurl": output.context.get("localsiteurl")}
        if output.is_relative:
            back = path_to_url(get_relative_path(output.name))
            local |= {"SITEURL": back, "localsiteurl": back}
        if local["localsiteurl"] and isinstance(output.context, dict):
            output.context["localsiteurl"] = local["localsiteurl"]  # where stories look for it
        return {**local, "output_file": output.name, **given}


def _small_of_many(outputs: Sequence[Output], work: Sequence[int]) -> set[int]:
    """One of each template that several share: each process that is forked then has these templates."""
    found: dict[str, list[int]] = {}
    for at, output in enumerate(outputs):
        if output.template is not None:
            found.setdefault(str(output.template.name), []).append(at)
    return {min(places, key=lambda it: work[it]) for places in found.values() if len(places) > 1}


_making_now: tuple[RecordingWriter, list[Output]]
"""What a forked process finds when a share of the work reaches it."""


def _make_share(numbers: list[int]) -> int:
    writer, outputs = _making_now
    for number in numbers:
        writer.make_one(outputs[number])
    return len(numbers)
