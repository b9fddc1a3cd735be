"""templates/stylesheet.css -> one small file in the output; `STYLESHEET` and `SCRIPT` for templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.stylesheet.css import SmallCss, fingerprint, small_css

if TYPE_CHECKING:
    from pelican.writers import Writer

SOURCE = "stylesheet.css"
SCRIPT = "js/app.js"


class StylesheetGenerator(Generator):
    """Pelican asks every generator for its part of the context before any page is written."""

    _css: SmallCss

    def generate_context(self) -> None:
        """Make the file and name it, so that pages can link to it."""
        folder = self.settings["THEME_STATIC_DIR"]
        self._css = small_css(self.env.get_template(SOURCE).render())
        script = Path(self.theme, "static", SCRIPT).read_text(encoding="utf-8")
        self.context["STYLESHEET"] = f"{folder}/{self._css.name}"
        self.context["SCRIPT"] = f"{folder}/{SCRIPT}?v={fingerprint(script)}"

    def generate_output(self, writer: Writer) -> None:
        """Write the file; one of an earlier build would be a page's bytes of yesterday, so it goes."""
        folder = Path(self.output_path, self.settings["THEME_STATIC_DIR"])
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("site-????????.css"):
            old.unlink()
        (folder / self._css.name).write_text(self._css.text, encoding="utf-8")


def add_generator(pelican: Pelican) -> type[StylesheetGenerator]:
    """Signal get_generators."""
    return StylesheetGenerator


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
