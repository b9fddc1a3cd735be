"""Pelican's generator of static files, which copies a picture only where another one lies."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican.contents import Static
from pelican.generators import StaticGenerator

from plugins.build_cache.pelican_writer import RecordingWriter


class KeptFiles(StaticGenerator):
    """`build` is set on a subclass for each build. Links instead of copies are made as ever."""

    build: Any

    def generate_output(self, writer: RecordingWriter) -> None:
        if self.settings["STATIC_CREATE_LINKS"]:
            super().generate_output(writer)
            return
        files: list[Static] = self.context["staticfiles"]
        self.context["staticfiles"] = []
        super().generate_output(writer)  # the theme's own
        self.context["staticfiles"] = files
        for file in files:
            digest = self.build.file_digest(file.get_relative_source_path())
            fingerprint = f"file {digest}" if digest else ""
            writer.add_copy(file.save_as, fingerprint, partial(self._copy_staticfile, file))
