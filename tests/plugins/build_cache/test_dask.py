"""A build on a Dask cluster of two workers gives what a serial one gives, byte for byte."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from tests.identity.paper import CATEGORIES, TAGS, TEXTS, Paper, Story

STORIES = 60
"""More than are worth a second process."""

CONF = """
from contextlib import contextmanager

@contextmanager
def BUILD_EXECUTOR():
    from distributed import Client
    with Client({address!r}) as client:
        yield client.get_executor()
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None, host="127.0.0.1") as cluster:
        yield cluster


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.begin()
    for at in range(STORIES):
        date, text = f"2026-04-{at % 28 + 1:02} 08:{at:02}", TEXTS[at % len(TEXTS)]
        story = Story(f"第{at}件事", date, CATEGORIES[at % 3], (TAGS[at % 4],), text=text)
        paper.put(f"news/2026/n{at}.md", story)
    return paper


def _here(paper: Paper) -> dict[str, bytes]:
    """The site that a clean build on one processor makes."""
    paper.settings()
    with (paper.folder / "conf.py").open("a") as conf:
        conf.write('BUILD_EXECUTOR = "serial"\n')
    assert paper.clean_build() == 0
    return paper.files("clean")


def _elsewhere(paper: Paper, cluster: LocalCluster) -> dict[str, bytes]:
    paper.settings()
    with (paper.folder / "conf.py").open("a") as conf:
        conf.write(CONF.format(address=cluster.scheduler_address))
    assert paper.build() == 0
    return paper.files("output")


def _plans() -> str:
    """In a worker: the build that it has a plan of."""
    module = sys.modules.get("plugins.build_cache.pelican_elsewhere")
    current = getattr(module, "_current", None)
    return str(current[0]) if current else ""


def test_a_cluster_of_two_makes_the_same_site(paper: Paper, cluster: LocalCluster) -> None:
    assert _elsewhere(paper, cluster) == _here(paper)
    with Client(cluster) as client:
        first = set(client.run(_plans).values())
    assert len(first) == 1, "both workers took part in one build"
    assert "" not in first
    paper.put("news/2026/n7.md", Story("改过的一篇", text=TEXTS[1]))
    assert _elsewhere(paper, cluster) == _here(paper)
    paper.template("article.html")
    assert _elsewhere(paper, cluster) == _here(paper)
    with Client(cluster) as client:
        assert set(client.run(_plans).values()) != first, "the second large build was made there too"


def test_a_worker_with_other_code_says_so(
    paper: Paper, cluster: LocalCluster, capsys: pytest.CaptureFixture[str]
) -> None:
    def forget() -> None:
        import plugins.build_cache.pelican_elsewhere as module

        module._code = lambda: "other"

    with Client(cluster) as client:
        client.run(forget)
    paper.settings()
    with (paper.folder / "conf.py").open("a") as conf:
        conf.write(CONF.format(address=cluster.scheduler_address))
    assert paper.build() == 1
    assert "start it anew" in capsys.readouterr().err


def test_what_is_no_executor_is_refused(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    paper.settings()
    with (paper.folder / "conf.py").open("a") as conf:
        conf.write('BUILD_EXECUTOR = "dask"\n')
    assert paper.build() == 1
    assert "a function that gives an Executor" in capsys.readouterr().err
