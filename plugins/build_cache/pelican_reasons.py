"""The outputs that a build makes anew, and what the last one kept of them -> why, for `make why`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from pelican.paginator import Page as ListPage
from pelican.paginator import Paginator

from plugins.build_cache.digest import UndigestableError
from plugins.build_cache.pelican_parts import NamedFingerprints
from plugins.build_cache.pelican_stories import KeptContent
from plugins.build_cache.pelican_writer import Output
from plugins.build_cache.store import MadeFrom, OutputLine, Store
from plugins.build_cache.why import Changes, Reason, reasons

NOTHING: frozenset[str] = frozenset()

DEPTH = 5
"""How deep lists are searched for stories; those of period archives lie deepest."""


class Explanation:
    """Of one build. `changes` are the stories that are not as they were."""

    def __init__(self, store: Store, prints: NamedFingerprints, changes: Changes) -> None:
        self._store, self._prints, self._changes = store, prints, changes
        self._shared: dict[int, str] = {}
        self._known = store.shared_parts()
        self._found: dict[tuple[int, int], tuple[object, frozenset[str]]] = {}
        """Changed stories in a list, by its identity and depth, with the list: many pages show one."""

    def of(
        self, stale: Iterable[Output], before: Mapping[str, OutputLine], found: Mapping[str, str]
    ) -> dict[str, tuple[Reason, ...]]:
        """Why each is made; what they are made from is kept for the next build. `before` is what the store
        knew of the outputs, `found` are their fingerprints now."""
        outputs = list(stale)
        kept = self._store.made_from([it.name for it in outputs if it.name in before])
        told: dict[str, tuple[Reason, ...]] = {}
        lines = []
        for output in outputs:
            try:
                shared, own = self._made_from(output)
            except UndigestableError as error:
                told[output.name] = (("always", str(error)),)
                continue
            lines.append(MadeFrom(output.name, shared, json.dumps(own, ensure_ascii=False)))
            line, was = before.get(output.name), kept.get(output.name)
            told[output.name] = self._why(output, line, found[output.name], was, self._known[shared] | own)
        self._store.keep_made_from(lines, self._known)
        return told

    def _why(
        self,
        output: Output,
        line: OutputLine | None,
        fingerprint: str,
        was: MadeFrom | None,
        now: Mapping[str, str],
    ) -> tuple[Reason, ...]:
        if line is None:
            return (("new",),)
        if not line.fingerprint:
            return (("unfinished",),)
        if line.fingerprint == fingerprint:
            return (("by hand",),)
        parts = self._known.get(was.shared, {}) | json.loads(was.own) if was else {}
        own = next((it for it in output.given.values() if isinstance(it, KeptContent)), None)
        place = own.get_relative_source_path() if own and output.template else ""
        return reasons(parts, now, place, self._changes, lambda name: self._shown(output, name))

    def _made_from(self, output: Output) -> tuple[str, dict[str, str]]:
        """The key of the parts that it shares with others of its template, and its own."""
        if output.template is None:
            return self._prints.shared_key({}, self._known), self._prints.feed_parts(
                output.elements, output.given
            )
        template = str(getattr(output.template, "name", ""))
        shared = self._prints.shared_parts(template, output.context, output.given)
        if id(shared) not in self._shared:
            self._shared[id(shared)] = self._prints.shared_key(shared, self._known)
        return self._shared[id(shared)], self._prints.own_parts(template, output.given)

    def _shown(self, output: Output, name: str) -> list[str]:
        if not self._changes:
            return []
        value: object = output.elements
        if output.template is not None:
            value = output.given[name] if name in output.given else output.context.get(name)
        return sorted(self._changed_in(value, DEPTH))

    def _changed_in(self, value: object, depth: int) -> frozenset[str]:
        if isinstance(value, KeptContent):
            path = value.get_relative_source_path()
            return frozenset({path}) if path in self._changes else NOTHING
        if isinstance(value, ListPage | Paginator):
            return self._changed_in(value.object_list, depth)
        if not depth or not isinstance(value, list | tuple | dict):
            return NOTHING
        key = (id(value), depth)
        if key not in self._found:
            each = list(value.values()) if isinstance(value, dict) else value
            self._found[key] = value, self._changed_among(each, depth - 1)
        return self._found[key][1]

    def _changed_among(self, values: Sequence[object], depth: int) -> frozenset[str]:
        changes = self._changes
        stories = [it.__dict__["relative_source_path"] for it in values if isinstance(it, KeptContent)]
        found = frozenset(path for path in stories if path in changes)
        if len(stories) < len(values):
            others = (it for it in values if not isinstance(it, KeptContent))
            found = found.union(*(self._changed_in(it, depth) for it in others))
        return found
