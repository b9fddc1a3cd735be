"""An output -> the named parts that its fingerprint is made of, each with a short digest: for `make why`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pelican.contents import Content

from plugins.build_cache.digest import digest_of, short
from plugins.build_cache.pelican_fingerprints import Fingerprints, View
from plugins.build_cache.pelican_stories import KeptContent
from plugins.build_cache.why import PART


class NamedFingerprints(Fingerprints):
    """Fingerprints that can say what they are made of."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._named: dict[tuple[str, int, frozenset[str]], dict[str, str]] = {}

    def shared_parts(
        self, template: str, context: Mapping[str, Any], given: Mapping[str, Any]
    ) -> dict[str, str]:
        """For `make why`: what `page` puts together, each part with its name; here what is the same for many
        outputs of one template. The same object for the same parts."""
        inputs = self.inputs(template)
        own = frozenset(it for it in inputs.names if it in given)
        key = (template, id(context), own)
        if key not in self._named:
            parts = {f"template {name}": digest[:PART] for name, digest in inputs.sources.items()}
            fixed = self._fixed_parts(inputs, context, self._view(template, inputs), own)
            parts |= {f"variable {name}": _part(it) for name, it in fixed if name != "templates"}
            if inputs.is_open:
                parts["template *"] = _part(self._all_templates)
            self._named[key] = parts
        return self._named[key]

    def own_parts(self, template: str, given: Mapping[str, Any]) -> dict[str, str]:
        """Of one output alone; see `shared_parts`."""
        inputs = self.inputs(template)
        view = self._view(template, inputs)
        parts: dict[str, str] = {}
        for variable in sorted(it for it in inputs.names if it in given):
            value = given[variable]
            if isinstance(value, KeptContent):
                parts |= {name: _part(it) for name, it in self._story_parts(value, view)}
            else:
                parts[f"variable {variable}"] = _part(self._digest(value, view))
        return parts

    def feed_parts(self, elements: Iterable[Content], given: Mapping[str, Any]) -> dict[str, str]:
        """As `own_parts`, of a feed."""
        view = View(True, True, True, self._set_names)
        stories = b"".join(self._story(it, view) for it in elements)
        return {"variable feed": _part(digest_of(dict(given))), "variable articles": _part(stories)}

    @staticmethod
    def shared_key(parts: dict[str, str], known: dict[str, dict[str, str]]) -> str:
        """Adds `parts` to `known` under the name that is returned."""
        key = short(digest_of(parts))
        known.setdefault(key, parts)
        return key

    def _story_parts(self, story: KeptContent, view: View) -> Iterator[tuple[str, bytes]]:
        """As `_story_anew` takes them together."""
        row = story._row
        yield "story", (row.whole if view.texts else row.face).encode() + row.status.encode()
        for name, value in vars(story)["_set"].items():
            if name in view.set_names:
                yield f"attribute {name}", self._set(value, view)
        if view.texts and row.links:
            yield "attribute links", b"".join(self._target(story, link) for link in row.links)


def _part(part: bytes) -> str:
    return short(part)[:PART]
