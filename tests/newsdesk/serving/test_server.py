"""The preview server: pages that reload themselves, served to this machine alone."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.serving.reload import SCRIPT_ADDRESS, with_reload
from newsdesk.serving.server import News, Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    site = tmp_path / "site"
    (site / "新闻").mkdir(parents=True)
    (site / "index.html").write_text("<html><body>首页</body></html>")
    (site / "404.html").write_text("<body>找不到</body>")
    (site / "新闻" / "index.html").write_text("<body>新闻</body>")
    (site / "feed.xml").write_text("<feed/>")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "leak.txt").symlink_to(tmp_path / "secret.txt")
    with Server(site, 0, News()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def get(server: Server, path: str, host: str = "127.0.0.1") -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    return response, response.read()


def test_a_page_carries_the_reload_script_and_other_files_do_not(server: Server) -> None:
    response, body = get(server, "/")
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert body == with_reload("<html><body>首页</body></html>".encode(), 0)
    assert get(server, "/feed.xml")[1] == b"<feed/>"
    assert b"EventSource" in get(server, SCRIPT_ADDRESS)[1]


def test_a_folder_is_its_index_page(server: Server) -> None:
    assert get(server, "/%E6%96%B0%E9%97%BB")[0].getheader("Location") == "/%E6%96%B0%E9%97%BB/"
    assert "新闻".encode() in get(server, "/%E6%96%B0%E9%97%BB/")[1]


@pytest.mark.parametrize(
    "path", ["/none", "/../secret.txt", "/%2e%2e/secret.txt", "/leak.txt", "/..%2fsecret.txt", "/%00x"]
)
def test_what_is_not_in_the_site_is_the_404_page(server: Server, path: str) -> None:
    response, body = get(server, path)
    assert response.status == 404
    assert "找不到".encode() in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", ""])
def test_another_host_name_is_refused(server: Server, host: str) -> None:
    assert get(server, "/", host)[0].status == 403


def test_an_open_page_is_told_of_each_build(server: Server) -> None:
    connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
    connection.request("GET", "/-reload?after=0")
    events = connection.getresponse()
    server.news.tell()
    assert [events.readline(), events.readline(), events.readline()] == [
        b"event: built\n",
        b'data: ""\n',
        b"\n",
    ]
    server.news.tell("content/a.md:1: 坏了")
    assert events.readline() == b"event: failed\n"


def test_a_page_without_a_body_tag_gets_the_script_too() -> None:
    assert with_reload(b"<p>x", 3) == b'<p>x<script src="/-reload.js?after=3" defer></script>'
