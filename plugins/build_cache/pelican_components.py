"""A component of a theme -> the same component, which does not make the same piece of HTML twice.

A story stands on half a dozen lists and its title on a dozen pages; the head of the paper stands on all. What
a component gives depends on its arguments alone (themes/community/README.md), so it is kept by them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup
from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

COMPONENTS = "components/"
"""Folder of the templates whose macros know nothing but their arguments."""

PROBE, WORTH = 1 << 14, 8
"""Of so many pieces one in WORTH must have been asked for again, or a component is remembered no more: a
story is on the next list only after thousands of others."""

AT_ONCE, HELD = 512, 6_000
"""Pieces of one component that are held when they are first made, and at most: later ones when they are asked
for a second time, for most never are."""

FROZEN = 256
"""Values whose keys are held at most."""

LONGEST = 64
"""Members of a tuple that is compared; longer ones are not worth it."""

MARKED = str.__new__
"""Markup of a text that is no Markup yet, without a look at what it might be."""

BY_VALUE = frozenset({str, int, bool, float, type(None)})
ITSELF = (Content, URLWrapper)
"""What does not change while pages are made, and is one object for each story or label."""


class UnknownValueError(Exception):
    """A value that could change, or that nothing tells apart from another."""


class Keys:
    """A value -> its key, equal for two values only where no template can tell them apart."""

    def __init__(self) -> None:
        self._frozen: dict[int, tuple[object, object]] = {}

    def key(self, value: Any) -> object:
        """Raises UnknownValueError."""
        kind = type(value)
        if kind is str:
            return value
        if kind in BY_VALUE or isinstance(value, str):
            return kind, value
        if isinstance(value, ITSELF):
            return id(value)
        if isinstance(value, dt.datetime):
            return kind, value.replace(tzinfo=None), value.fold, id(value.tzinfo)
        if kind is tuple and len(value) <= LONGEST:
            return kind, tuple(map(self.key, value))
        if isinstance(value, EvalContext):
            return value.autoescape
        return self._of_frozen(value)

    def _of_frozen(self, value: Any) -> object:
        """Such as the site's settings, which are handed to components thousands of times."""
        kind = type(value)
        if not (is_dataclass(value) and getattr(kind, "__dataclass_params__").frozen):  # noqa: B009  # untyped
            raise UnknownValueError
        held = self._frozen.get(id(value))
        if held is None:
            if len(self._frozen) > FROZEN:
                self._frozen.clear()
            made = kind, tuple(self.key(getattr(value, it.name)) for it in fields(value))
            held = self._frozen[id(value)] = value, made
        return held[1]


class RememberedMacro:
    """Called as Jinja's own."""

    def __init__(self, macro: Macro, keys: Keys) -> None:
        self._macro, self._keys = macro, keys
        self._known: dict[object, tuple[str, object]] | None = {}
        self._seen: set[int] = set()
        """Hashes of all that was asked for; they only say what may be worth holding."""
        self._found = 0
        names = tuple(macro.arguments)
        self._left = [(names[given:], frozenset(names[given:])) for given in range(len(names) + 1)]
        """The arguments that are left for their names, by how many were given by place."""
        self._is_plain = not (macro.catch_kwargs or macro.catch_varargs or macro.explicit_caller)

    @pass_eval_context
    def __call__(self, *given: Any, **named: Any) -> str:
        """From a filter, or from Python."""
        if given and isinstance(given[0], EvalContext):
            return self.piece(given[0].autoescape, given[1:], named)
        return self.piece(self._macro._default_autoescape, given, named)

    def piece(self, autoescape: bool, given: tuple[Any, ...], named: dict[str, Any]) -> str:
        known = self._known
        if known is None:
            return self._made(autoescape, given, named)
        of = self._keys.key
        try:
            key = (autoescape, *map(of, given), *[(name, of(value)) for name, value in named.items()])
        except UnknownValueError:
            return self._made(autoescape, given, named)
        found = known.get(key)
        if found is not None:
            self._found += 1
            return found[0]
        made = self._made(autoescape, given, dict(named))
        asked = hash(key)
        if len(known) < (HELD if asked in self._seen else AT_ONCE):
            known[key] = made, (given, named)  # held, so that nothing else comes to stand there in memory
        self._found += asked in self._seen
        self._seen.add(asked)
        if len(self._seen) > PROBE and self._found * WORTH < len(self._seen):
            self._known, self._seen = None, set()
        return made

    def _made(self, autoescape: bool, given: tuple[Any, ...], named: dict[str, Any]) -> str:
        """As Macro.__call__ puts the arguments together, where there is nothing unusual about them."""
        is_usual = self._is_plain and len(given) < len(self._left)
        left, left_names = self._left[len(given) if is_usual else 0]
        if not is_usual or (named and not named.keys() <= left_names):
            seen = EvalContext(self._macro._environment)
            seen.autoescape = autoescape
            return self._macro(seen, *given, **named)
        made = self._macro._func(*given, *[named.get(name, missing) for name in left])
        return MARKED(Markup, made) if autoescape else made
