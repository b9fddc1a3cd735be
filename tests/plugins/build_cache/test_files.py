"""A picture is copied when it came or changed, and not in every build."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build_cache.pelican_files import KeptFiles
from tests.identity.paper import Paper


def test_only_what_changed_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    really = KeptFiles._copy_staticfile

    def told(self: KeptFiles, file: object) -> None:
        copied.append(file.save_as)  # type: ignore[attr-defined]  # Pelican's Static
        really(self, file)

    monkeypatch.setattr(KeptFiles, "_copy_staticfile", told)
    paper = Paper(tmp_path)
    paper.begin()
    assert paper.build() == 0
    assert copied == ["images/a.svg"]
    paper.put("news/2026/more.md", next(iter(paper.stories.values())))
    assert paper.build() == 0
    assert copied == ["images/a.svg"]
    paper.picture(1)
    assert paper.build() == 0
    assert copied == ["images/a.svg"] * 2
    (tmp_path / "output" / "images" / "a.svg").unlink()
    assert paper.build() == 0
    assert copied == ["images/a.svg"] * 3
    assert 'width="320"' in (tmp_path / "output" / "images" / "a.svg").read_text()
