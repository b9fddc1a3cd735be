"""`newsdesk serve` as staff meet it: an edit shows itself in the open page, a fault says how to mend it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from pelicanconf import ROOT

STORY = "---\ntitle: 春季集市\ndate: 2026-05-03\n---\n\n三号院的摊位。\n"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
PATIENCE = 60_000
"""Milliseconds for a rebuild on a busy machine; nothing is measured here."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    story = tmp_path / "content" / "news" / "2026" / "fair.md"
    story.parent.mkdir(parents=True)
    story.write_text(STORY, encoding="utf-8")
    return tmp_path / "content"


@pytest.fixture
def preview(content: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a running preview of `content`."""
    command = [sys.executable, "-m", "newsdesk", "serve", "--port", "0", "--content", str(content)]
    command += ["--output", str(tmp_path / "output"), "--", "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        found = ADDRESS.search(process.stdout.readline())
        assert found, "the preview did not say where it is"
        assert "网站已生成" in process.stdout.readline()
        yield found[0]
        process.send_signal(signal.SIGINT)


def test_an_edit_is_shown_and_a_fault_is_explained(browser: Browser, content: Path, preview: str) -> None:
    story = content / "news" / "2026" / "fair.md"
    page = browser.new_page()
    page.goto(preview + "news/2026/fair/")
    expect(page.locator("h1")).to_have_text("春季集市")
    story.write_text(STORY.replace("春季集市", "夏季集市"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("夏季集市", timeout=PATIENCE)
    story.write_text(STORY.replace("2026-05-03", "五月三日"), encoding="utf-8")
    expect(page.locator("dialog")).to_contain_text("写成 date: 2026-05-03", timeout=PATIENCE)
    story.write_text(STORY, encoding="utf-8")
    expect(page.locator("h1")).to_have_text("春季集市", timeout=PATIENCE)
    expect(page.locator("dialog")).to_have_count(0)
    page.close()
