"""A template and its variables -> its page, as Jinja makes it, without what Jinja asks anew for each page.

Names of Jinja that it does not promise to keep are touched here and in pelican_components.py alone;
tests/plugins/build_cache/test_quick_jinja.py compares both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from types import BuiltinMethodType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from plugins.build_cache.pelican_components import COMPONENTS, Keys, RememberedMacro

TEXT_ESCAPED: Callable[[str], str] = vars(markupsafe)["_escape_inner"]
"""The part of `escape` that is written in C."""


def escaped(value: Any) -> str:
    """Of what is printed at once: as `escape`, but no text becomes Markup for the moment until then."""
    kind = type(value)
    if kind is str:
        return TEXT_ESCAPED(value)
    return value if kind is Markup else escape(value)


class QuickContext(Context):
    """Jinja looks whether what it calls wants to see the context; of most it is known."""

    def call(self, called: Any, *given: Any, **named: Any) -> Any:
        kind = type(called)
        if kind is RememberedMacro:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
            return called.piece(self.eval_ctx.autoescape, given, named)
        if kind is BuiltinMethodType:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
            try:
                return called(*given, **named)
            except StopIteration:
                return self.environment.undefined("what was called had nothing more to give")
        return super().call(called, *given, **named)


class QuickTemplate(Template):
    """Set as an environment's `template_class`, with QuickContext as its `context_class`."""

    _every: dict[str, Any] | None = None
    """The globals, which stay while pages are made."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace["escape"] = escaped  # what compiled templates call for all that they print
        return super()._from_namespace(environment, namespace, globals)

    def new_context(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> Context:
        if shared or locals:
            return super().new_context(vars, shared, locals)
        every = self._all_globals()
        parent = {**every, **(vars or {})}
        return self.environment.context_class(self.environment, parent, self.name, self.blocks, globals=every)

    def _all_globals(self) -> dict[str, Any]:
        if self._every is None:
            self._every = dict(self.globals)
        return self._every

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is not None and ctx is not None and ctx.globals_keys <= self._all_globals().keys():
            return self._module
        return super()._get_default_module(ctx)

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:
        """Its components are remembered."""
        module = super().make_module(*given, **named)
        if self.name and self.name.startswith(COMPONENTS):
            keys = Keys()
            for name, value in vars(module).items():
                if type(value) is Macro and not value.caller:
                    setattr(module, name, RememberedMacro(value, keys))
        return module
