"""Stories as text -> a real Pelican run over them, with the site's settings and a theme of a few lines."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from blinker import ANY, Signal
from pelican import signals
from pelican.contents import Article, Page
from pelican.generators import Generator
from pelican.settings import read_settings

ROOT = Path(__file__).parents[2]
READER = "plugins.article_reader.plugin"

EMPTY = "<!doctype html><title>{{ SITENAME }}</title>\n"
TEMPLATES = {
    **dict.fromkeys(["index", "archives", "404", "period_archives", "category", "tag"], EMPTY),
    "article": "<title>{{ article.title }}</title>\n{{ article.content|safe }}\n",
    "page": "<title>{{ page.title }}</title>\n{{ page.content|safe }}\n",
    "column": EMPTY,
    "series": EMPTY,
}
"""What a theme must have, as short as it can be. A test gives those that it is about."""


@dataclass(frozen=True)
class Built:
    """A finished run. `articles` and `pages` are Pelican's, by slug: published, hidden and drafts."""

    output: Path
    articles: dict[str, Article]
    pages: dict[str, Page]
    warnings: tuple[str, ...]

    def text(self, path: str) -> str:
        """A file of the output."""
        return (self.output / path).read_text(encoding="utf-8")


def build(
    folder: Path,
    files: Mapping[str, str | bytes],
    plugins: Sequence[str] = (),
    templates: Mapping[str, str] = {},
    settings: Mapping[str, object] = {},
) -> Built:
    """Run Pelican in `folder` over `files` (path below content/ -> text).

    `plugins` are names of our plugins, which run after the reader in this order; `templates` and `settings`
    take the place of the theme's and pelicanconf.py's.
    """
    content, theme = folder / "content", folder / "theme"
    _write(content, {"news/.keep": "", "pages/.keep": "", "images/.keep": "", **files})
    _write(theme, {"static/.keep": ""})
    _write(theme / "templates", {_file(name): text for name, text in {**TEMPLATES, **templates}.items()})
    run = read_settings(
        str(ROOT / "pelicanconf.py"),
        override={
            "PATH": str(content),
            "THEME": str(theme),
            "OUTPUT_PATH": str(folder / "output"),
            "CACHE_PATH": str(folder / "cache"),
            "PLUGINS": [READER, *(f"plugins.{name}.plugin" for name in plugins)],
            "DIRECT_TEMPLATES": ["index", "archives", "404"],
            **settings,
        },
    )
    return _run(run, folder / "output")


def _file(name: str) -> str:
    return name if "." in name else f"{name}.html"


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def _run(settings: dict[str, object], output: Path) -> Built:
    _disconnect_all()
    found: list[Generator] = []
    warnings = _Warnings()

    def remember(generators: list[Generator]) -> None:
        found.extend(generators)

    logging.getLogger().addHandler(warnings)
    try:
        pelican = settings["PELICAN_CLASS"](settings)
        signals.all_generators_finalized.connect(remember)
        pelican.run()
    finally:
        logging.getLogger().removeHandler(warnings)
        _disconnect_all()
    contents = found[0].context["generated_content"].values()
    return Built(
        output,
        {it.slug: it for it in contents if isinstance(it, Article)},
        {it.slug: it for it in contents if isinstance(it, Page)},
        tuple(warnings.messages),
    )


class _Warnings(logging.Handler):
    """What Pelican says at warning level and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _disconnect_all() -> None:
    """Signals are global: without this the plugins of one test would run in the next."""
    for signal in vars(signals).values():
        if isinstance(signal, Signal):
            for receiver in list(signal.receivers_for(ANY)):
                signal.disconnect(receiver)
