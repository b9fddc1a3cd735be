"""The theme's folder -> its Jinja environment, as Pelican makes it, without Pelican."""

from __future__ import annotations

from pathlib import Path

import jinja2

from pelicanconf import JINJA_ENVIRONMENT, THEME

TEMPLATES = Path(THEME, "templates")
COMPONENTS = sorted(it for it in (TEMPLATES / "components").iterdir() if it.is_dir())
PAGES = sorted(it.name for it in TEMPLATES.iterdir() if it.suffix in (".html", ".xml", ".css"))


def environment() -> jinja2.Environment:
    """With the site's own settings; `keep_together` leaves the text as it is."""
    jinja = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), **JINJA_ENVIRONMENT)
    jinja.filters["keep_together"] = str
    return jinja


def source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
