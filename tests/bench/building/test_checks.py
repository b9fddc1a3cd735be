"""What the benchmark finds missing in a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.building.checks import faults
from bench.building.peers import PEERS, why_not
from bench.building.runs import Run, growth, table

WHOLE = '<a href="#one">一</a><a href="#two">二</a><a href="/articles/a000001/">另一篇</a>'


def _site(folder: Path, **pages: str) -> list[str]:
    for name in ("a000000", "a000001"):
        source = folder / "content" / "2026" / f"{name}.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text("## 一\n\n正文。\n\n## 二\n\n正文。\n", encoding="utf-8")
    for name, html in pages.items():
        page = folder / "output" / "articles" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(html, encoding="utf-8")
    return list(faults(folder / "content", folder / "output"))


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    assert _site(tmp_path, a000000=WHOLE, a000001=WHOLE.replace("a000001", "a000000")) == []


def test_links_without_quotes_and_with_a_host_count(tmp_path: Path) -> None:
    other = "<a href=#a>一</a><a href=#b>二</a><a href=https://news.example/articles/a000000/>另一篇</a>"
    assert _site(tmp_path, a000000=WHOLE, a000001=other) == []


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    found = _site(tmp_path, a000000='<a href="#one">一</a><a href="/articles/gone/">另一篇</a>')
    assert found == [
        "a000001: there is no page of it",
        "a000000: 2 headings, but 1 links to them",
        "a000000: a link to gone, which is not there",
    ]


def test_a_link_to_itself_is_none_to_another(tmp_path: Path) -> None:
    found = _site(tmp_path, a000000=WHOLE, a000001=WHOLE)
    assert found == ["a000001: no link to another story"]


def test_without_node_a_peer_is_left_out_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert why_not(PEERS["ours"], tmp_path) == ""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no node" in why_not(PEERS["eleventy"], tmp_path)


def test_medians_ratios_and_growth() -> None:
    runs = [Run("ours", 1000, "cold", wall, 2.0, 90) for wall in (1.0, 9.0, 2.0)]
    runs += [Run("hugo", 1000, "cold", 4.0, 1.0, 80), Run("ours", 10_000, "cold", 30.0, 20.0, 300)]
    assert "| 1,000 | cold | 2.00 s (CPU 2.00, 90 MB, × 0.50) | 4.00 s (CPU 1.00, 80 MB, × 1.00) |" in table(
        runs, "hugo"
    )
    assert growth(runs, "ours") == ["ours, cold, 1,000 to 10,000: CPU time grows with exponent 1.00"]
