"""Every template compiles and reads only the variables that the theme's README lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from pelicanconf import THEME
from tests.theme.theme import PAGES, TEMPLATES, environment, source

LISTED = set(
    re.findall(r"^\| `(\w+)` \|", Path(THEME, "README.md").read_text(encoding="utf-8"), re.MULTILINE)
)

FILES = sorted(str(it.relative_to(TEMPLATES)) for it in TEMPLATES.glob("**/*.html"))

OWN = re.compile(r"#|tel:|\{\{ (SITEURL|site_url) \}\}/|\{\{ (address|more|story\.source_url) \}\}$")


def read_by(name: str) -> set[str]:
    """Variables that a template reads and does not make itself by import or set."""
    syntax = environment().parse(source(name))
    made = {"self"}
    for it in syntax.find_all((nodes.FromImport, nodes.Import)):
        made |= {it.target} if isinstance(it, nodes.Import) else set(it.names)
    for it in syntax.find_all(nodes.Assign):
        made |= {it.target.name} if isinstance(it.target, nodes.Name) else set()
    return meta.find_undeclared_variables(syntax) - made


@pytest.mark.parametrize("name", PAGES)
def test_compiles(name: str) -> None:
    environment().get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_reads_only_listed_variables(name: str) -> None:
    unknown = read_by(name) - LISTED
    assert not unknown, f"{name}: list {unknown} in themes/community/README.md"


def test_lists_only_variables_that_are_read() -> None:
    assert set.union(*map(read_by, PAGES)) >= LISTED


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_inline_style_or_script(file: str) -> None:
    text = source(file)
    assert "<style" not in text
    assert not re.search(r"\s(style|on\w+)=", text)
    for start in re.findall(r"<script[^>]*>", text):
        assert "src=" in start or 'type="application/ld+json"' in start


@pytest.mark.parametrize("file", FILES, ids=str)
def test_addresses_start_at_the_sites_own(file: str) -> None:
    """So that the site works below any path."""
    for address in re.findall(r'(?:href|src)="([^"]*)"', source(file)):
        assert OWN.match(address), address
