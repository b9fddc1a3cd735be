"""Each component knows only its arguments and shows each of its examples as in its golden file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jinja2 import meta

from tests.theme.theme import COMPONENTS, environment, source

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = [
    pytest.param(folder.name, name, arguments, id=f"{folder.name}-{name}")
    for folder in COMPONENTS
    for name, arguments in yaml.safe_load((folder / "examples.yaml").read_text(encoding="utf-8")).items()
]
WITHOUT_LOOK = {"when"}
"""Components that are words alone."""


@pytest.mark.parametrize(("component", "name", "arguments"), EXAMPLES)
def test_example(
    component: str, name: str, arguments: dict[str, object], golden: Callable[[Path, str], None]
) -> None:
    template = environment().get_template(f"components/{component}/{component}.html")
    html = getattr(template.module, component.replace("-", "_"))(**arguments)
    golden(GOLDEN / component / f"{name}.html", f"{html.strip()}\n" if html.strip() else "")


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda it: it.name)
def test_has_its_files(folder: Path) -> None:
    look = set() if folder.name in WITHOUT_LOOK else {f"{folder.name}.css"}
    assert {it.name for it in folder.iterdir()} == {f"{folder.name}.html", "examples.yaml"} | look


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda it: it.name)
def test_knows_only_its_arguments(folder: Path) -> None:
    syntax = environment().parse(source(f"components/{folder.name}/{folder.name}.html"))
    assert meta.find_undeclared_variables(syntax) == set()


def test_no_golden_file_is_left_over() -> None:
    wanted = {(it.values[0], f"{it.values[1]}.html") for it in EXAMPLES}
    assert {(it.parent.name, it.name) for it in GOLDEN.glob("*/*")} == wanted
