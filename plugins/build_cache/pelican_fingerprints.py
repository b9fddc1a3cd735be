"""An output that Pelican asks for -> its fingerprint: everything that its page or feed can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pelican.contents import Article, Content
from pelican.paginator import Page as ListPage
from pelican.paginator import Paginator
from pelican.settings import Settings
from pelican.urlwrappers import URLWrapper

from plugins.build_cache.digest import digest_of, short
from plugins.build_cache.pelican_stories import TEXT_FIELDS, KeptContent
from plugins.build_cache.row import Row
from plugins.build_cache.template_inputs import ANY, InputsReader, TemplateInputs

TOTALS = frozenset({"paginator", "num_pages", "page_range", "count", "end_index", "has_next", ANY})
"""Attributes of a page of a list by which it tells how long the whole list is."""

MEMBERS = "articles"
"""The field of a shelf or the like that holds its stories."""

_MISSING = object()


class View:
    """How closely a template looks at stories: at their texts, at how long lists are, at the stories that
    a shelf holds, and at which attributes that stages set once all stories are known."""

    def __init__(self, texts: bool, totals: bool, members: bool, set_names: frozenset[str]) -> None:
        self.texts, self.totals, self.members, self.set_names = texts, totals, members, set_names
        self.stories: dict[int, bytes] = {}
        """By identity, for stories last as long as the build does."""

        self.shared: dict[int, tuple[object, bytes]] = {}
        """Of lists and labels, which many pages show, with what they are of."""

        self.set: dict[int, tuple[object, bytes]] = {}
        """The same of what stages have set on stories."""


class Fingerprints:
    """Of all outputs of one build."""

    def __init__(
        self,
        templates_read: InputsReader,
        settings: Settings,
        context: Mapping[str, Any],
        templates: Mapping[str, str],
        all_templates: str,
    ) -> None:
        """`all_templates` is a digest of every file of the theme's templates, `templates` are the inputs
        of templates as an earlier build found them, by name."""
        self._all_templates = all_templates.encode()
        self._reader, self._settings, self._context = templates_read, settings, context
        self._inputs = {name: TemplateInputs.read(text) for name, text in templates.items()}
        self._pages: dict[tuple[int, int, int], bytes] = {}
        self._own: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._fixed: dict[tuple[str, int, tuple[str, ...]], bytes] = {}
        self._views: dict[tuple[bool, bool, bool, frozenset[str]], View] = {}
        self._view_of: dict[str, View] = {}
        self._links: dict[str, bytes] = {}
        self._held: list[View] = []
        stories = [it for it in context["generated_content"].values() if isinstance(it, KeptContent)]
        for story in stories:
            story.__dict__["_set"] = story.set_in_this_build
        self._stories_by_identity = frozenset(id(it) for it in stories if isinstance(it, Article))
        self._set_names = frozenset(name for it in stories for name in vars(it)["_set"])
        self.new_templates: dict[str, str] = {}

    def inputs(self, template: str) -> TemplateInputs:
        if template not in self._inputs:
            self._inputs[template] = self._reader.inputs(template)
            self.new_templates[template] = self._inputs[template].text()
        return self._inputs[template]

    def page(self, name: str, template: str, context: Mapping[str, Any], given: Mapping[str, Any]) -> str:
        """Raises UndigestableError, naming the variable, where something that the page may show cannot be
        compared."""
        inputs = self.inputs(template)
        view = self._view_of.get(template) or self._view(template, inputs)
        own = self._own_names(template, inputs, given)
        key = (template, id(context), own)
        fixed = self._fixed.get(key)
        if fixed is None:
            found = self._fixed_parts(inputs, context, view, frozenset(own))
            fixed = self._fixed[key] = short(b"\n".join([part for _, part in found])).encode()
        parts = [fixed, name.encode() if "output_file" in inputs.names else b""]
        parts += [variable.encode() + b"=" + self._digest(given[variable], view) for variable in own]
        return short(b"\n".join(parts))

    def variables(
        self, template: str, context: Mapping[str, Any], given: Mapping[str, Any]
    ) -> dict[str, object]:
        """What all outputs of a template show that stages have put in the context."""
        names = self.inputs(template).names - given.keys()
        found = {name: self._value(name, context) for name in sorted(names)}
        return {name: it for name, it in found.items() if it is not _MISSING}

    def minds_all_that_is_set(self, template: str) -> bool:
        """Does a page of it change with each attribute that stages have set on its story?"""
        return self._view(template, self.inputs(template)).set_names == self._set_names

    def shows_texts_of_stories(
        self, template: str, context: Mapping[str, Any], given: Mapping[str, Any]
    ) -> bool:
        """May a page of it show the text of any story, or what is made of one?"""
        inputs = self.inputs(template)
        usual = self._view(template, inputs)
        if not usual.texts:
            return False
        view = View(True, usual.totals, usual.members, usual.set_names)
        self._held.append(view)  # pages of lists are known by the identity of their view
        for variable in inputs.names:
            value = given[variable] if variable in given else self._value(variable, context)
            if value is not _MISSING:
                self._digest(value, view)
        return not self._stories_by_identity.isdisjoint(view.stories)

    def _own_names(self, template: str, inputs: TemplateInputs, given: Mapping[str, Any]) -> tuple[str, ...]:
        """The variables that this output alone is given, of those that its template mentions."""
        key = (template, type(given), *given)
        found = self._own.get(key)
        if found is None:
            found = self._own[key] = tuple(sorted(it for it in inputs.names if it in given))
        return found

    def _fixed_parts(
        self, inputs: TemplateInputs, context: Mapping[str, Any], view: View, own: frozenset[str]
    ) -> Iterator[tuple[str, bytes]]:
        """What is the same for all outputs of one template."""
        yield "templates", inputs.digest.encode() + (self._all_templates if inputs.is_open else b"")
        for variable in sorted(inputs.names - own):
            value = self._value(variable, context)
            if value is not _MISSING:
                yield variable, variable.encode() + b"=" + self._digest(value, view)

    def _view(self, template: str, inputs: TemplateInputs) -> View:
        found = inputs.attributes
        says = (True, True, True, self._set_names)
        if ANY not in found:
            names = found & self._set_names
            says = bool(found & TEXT_FIELDS), bool(found & TOTALS), MEMBERS in found, names
        view = self._view_of[template] = self._views.setdefault(says, View(*says))
        return view

    def feed(self, name: str, elements: Iterable[Content], given: Mapping[str, Any]) -> str:
        parts = [name.encode(), digest_of(dict(given))]
        says = (True, True, True, self._set_names)
        view = self._views.setdefault(says, View(*says))
        parts += [self._story(it, view) for it in elements]
        return short(b"\n".join(parts))

    def _value(self, variable: str, context: Mapping[str, Any]) -> object:
        """A variable that the settings do not hold already: those are in the store's own digest."""
        value = context.get(variable, _MISSING)
        return _MISSING if value is self._settings.get(variable, _MISSING) else value

    def _digest(self, value: object, view: View) -> bytes:
        """Lists and labels are shared by many pages, so each is digested once."""
        if isinstance(value, KeptContent):
            return self._story(value, view)
        if not isinstance(value, list | tuple | dict | URLWrapper):
            return self._one(value, view)
        held = view.shared.get(id(value))
        if held is None:
            held = view.shared[id(value)] = value, self._one(value, view)
        return held[1]

    def _one(self, value: object, view: View) -> bytes:
        def special(it: object) -> bytes | None:
            if isinstance(it, KeptContent):
                return self._story(it, view)
            if isinstance(it, URLWrapper):
                return f"{type(it).__name__}:{it.name}:{it.slug}:{it.url}".encode()
            if isinstance(it, ListPage):
                return self._list_page(it, view)
            if isinstance(it, Paginator):
                return self._digest(it.object_list, view) + f":{it.per_page}".encode()
            if hasattr(it, "made_from"):
                return b"<" + b",".join(digest_of(part, special) for part in it.made_from) + b">"
            if not view.members and is_shelf(it):
                return digest_of(_without_members(it), special)
            return self._stories(it, view)

        return digest_of(value, special)

    def _stories(self, value: object, view: View) -> bytes | None:
        if not (isinstance(value, list | tuple) and value and isinstance(value[0], KeptContent)):
            return None
        known = view.stories
        try:
            return b"".join([known[id(it)] for it in value])
        except KeyError:
            is_all = all(isinstance(it, KeptContent) for it in value)
            return b"".join([self._story(it, view) for it in value]) if is_all else None

    def _story(self, story: Content, view: View) -> bytes:
        found = view.stories.get(id(story))
        if found is None:
            if not isinstance(story, KeptContent):
                return digest_of(story)  # raises: nothing is known of it
            found = view.stories[id(story)] = self._story_anew(story, view)
        return found

    def _story_anew(self, story: KeptContent, view: View) -> bytes:
        values = story.__dict__
        row: Row = values["_row"]
        parts = [(row.whole if view.texts else row.face).encode(), row.status.encode()]
        if view.set_names:
            known, names = view.set, view.set_names
            for name, value in values["_set"].items():
                if name in names:
                    held = known.get(id(value))
                    digest = held[1] if held else self._set(value, view)
                    parts.append(name.encode() + b"=" + digest)
        if view.texts and row.links:
            parts += [self._target(story, link) for link in row.links]
        return b" ".join(parts)

    def _set(self, value: object, view: View) -> bytes:
        """What a stage has set on a story; two neighbours hold the same link to a third."""
        if value is None or value == ():
            return b"-" if value is None else b"()"
        held = view.set.get(id(value))
        if held is None:
            found = _brief(value)
            if found is None:
                shown = _without_members(value) if is_shelf(value) and not view.members else value
                found = digest_of(shown, _brief)
            held = view.set[id(value)] = value, found
        return held[1]

    def _target(self, story: KeptContent, link: str) -> bytes:
        """Where a link within the site leads in this build."""
        resolved = self._links.get(link) if link.partition(":")[2][:1] == "/" else None
        if resolved is None:
            html = f'<a href="{{{link.partition(":")[0]}}}{link.partition(":")[2]}">'
            resolved = str(story.with_links(html)).encode()
            self._links[link] = resolved
        return resolved

    def _list_page(self, page: ListPage, view: View) -> bytes:
        key = (id(page.paginator), page.number, id(view))
        if key not in self._pages:
            parts = [
                page.number,
                page.url,
                vars(page).get("total"),
                page.has_previous(),
                len(page.object_list),
            ]
            if view.totals:
                parts += [page.paginator.num_pages, page.paginator.count]
            members = b"".join([self._story(it, view) for it in page.object_list])
            self._pages[key] = short(digest_of(parts) + members).encode()
        return self._pages[key]


def is_shelf(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, type) and hasattr(value, MEMBERS)


def _without_members(shelf: object) -> list[object]:
    """What a template can show of a shelf without looking at its stories."""
    return [getattr(shelf, it.name) for it in fields(shelf) if it.name != MEMBERS]  # type: ignore[arg-type]


def _brief(value: object) -> bytes | None:
    """A story that another one names, by what itself says."""
    if isinstance(value, KeptContent):
        return value._row.face.encode()
    made_from: tuple[object, ...] | None = getattr(value, "made_from", None)
    if made_from is not None:
        faces = [
            it._row.face.encode() if isinstance(it, KeptContent) else digest_of(it, _brief)
            for it in made_from
        ]
        return b"<" + b",".join(faces) + b">"
    if isinstance(value, URLWrapper):
        return f"{value.name}:{value.slug}".encode()
    return None
