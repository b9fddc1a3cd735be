"""Pages fetched from a small web of our own: what comes, what is refused, what a server is told."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newsdesk.importing.fetching.fetched import Fetcher, FetchLimits
from newsdesk.importing.fetching.not_fetched import NotFetchedError
from tests.newsdesk.importing.fetching.web import HERE, Web, moved, page, web

LIMITS = FetchLimits(size=100_000, seconds=5, redirects=5)
STORY = "槐树里办起春季集市".encode()


@pytest.fixture
def here() -> Iterator[Web]:
    with web({"/": page(STORY)}) as it:
        yield it


def refusal(here: Web, address: str, limits: FetchLimits = LIMITS) -> NotFetchedError:
    with pytest.raises(NotFetchedError) as refused:
        here.fetcher().fetch(address, limits)
    return refused.value


def test_a_page_comes_in_one_request_without_telling_where_from(here: Web) -> None:
    got = here.fetcher().fetch(here.address("/"), LIMITS)
    assert (got.data, got.kind, got.address) == (STORY, "text/html", here.address("/"))
    ((path, headers),) = here.asked
    assert path == "/"
    assert headers["host"] == f"news.test:{here.port}"
    assert "Linli" in headers["user-agent"]
    assert "Mozilla" not in headers["user-agent"]
    assert not {"referer", "cookie", "authorization"} & set(headers)


def test_wechat_is_told_a_browser_and_us(here: Web) -> None:
    here.names["mp.weixin.qq.com"] = [HERE]
    here.fetcher().fetch(here.address("/", "mp.weixin.qq.com"), LIMITS)
    agent = here.asked[0][1]["user-agent"]
    assert agent.startswith("Mozilla/5.0")
    assert "Linli" in agent


def test_packed_pages_are_unpacked(here: Web) -> None:
    here.pages["/"] = page(gzip.compress(STORY), Content_Encoding="gzip")
    assert here.fetcher().fetch(here.address("/"), LIMITS).data == STORY


def test_redirects_are_followed_to_the_end(here: Web) -> None:
    here.pages |= {
        "/a": moved("/b", 301),
        "/b": moved(here.address("/c", "other.test"), 307),
        "/c": moved(f"//news.test:{here.port}/"),
    }
    assert here.fetcher().fetch(here.address("/a"), LIMITS).address == here.address("/")
    assert [path for path, _ in here.asked] == ["/a", "/b", "/c", "/"]
    assert not any("referer" in headers for _, headers in here.asked)


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("http://inside.test/", "不是公共网站"),
        ("http://10.0.0.7/", "不是公共网站"),
        ("http://[::1]/", "不是公共网站"),
        ("http://169.254.169.254/latest/meta-data/", "不是公共网站"),
        ("file:///etc/passwd", "网址不对"),
        ("http://user@news.test/", "网址不对"),
        ("http://unknown.test/", "找不到主机"),
    ],
)
def test_a_redirect_is_checked_like_an_address(here: Web, to: str, words: str) -> None:
    here.names |= {"inside.test": ["192.168.1.1"], "10.0.0.7": ["10.0.0.7"], "::1": ["::1"]}
    here.names["169.254.169.254"] = ["169.254.169.254"]
    here.pages["/a"] = moved(to)
    assert words in refusal(here, here.address("/a")).what
    assert len(here.asked) == 1


def test_a_ring_of_redirects_ends(here: Web) -> None:
    here.pages["/a"] = moved("/a")
    assert "一再转到" in refusal(here, here.address("/a")).what
    assert len(here.asked) == 6


def test_a_name_that_changes_its_mind_is_asked_once(here: Web) -> None:
    """Between the check and the connection nobody is asked again."""
    answers = iter([[HERE], ["10.0.0.1"]])
    fetcher = Fetcher(resolve=lambda host, port: next(answers), allowed=lambda number: number == HERE)
    assert fetcher.fetch(here.address("/"), LIMITS).data == STORY


def test_without_other_orders_this_machine_is_closed(here: Web) -> None:
    for address in (here.address("/", "localhost"), here.address("/", HERE), here.address("/", "[::1]")):
        with pytest.raises(NotFetchedError) as refused:
            Fetcher().fetch(address, LIMITS)
        assert "不是公共网站" in refused.value.what
    for odd in ("127.1", "2130706433", "0x7f000001", "0177.0.0.1"):
        with pytest.raises(NotFetchedError):
            Fetcher().fetch(here.address("/", odd), LIMITS)
    assert here.asked == []


def test_a_page_that_is_too_large(here: Web) -> None:
    here.pages |= {
        "/said": page(bytes(100_001)),
        "/packed": page(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
        "/twice": page(gzip.compress(gzip.compress(bytes(50_000_000))), Content_Encoding="gzip, gzip"),
        "/unsaid": _in_chunks,
    }
    for path in ("/said", "/packed", "/twice", "/unsaid"):
        assert refusal(here, here.address(path)).what == "内容太大"


def _in_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"2710\r\n" + bytes(10_000) + b"\r\n")
    except OSError:
        pass  # the reader left, as it should


def test_what_is_broken_is_said(here: Web) -> None:
    here.pages |= {"/cut": _cut, "/odd": page(b"not gzip", Content_Encoding="gzip")}
    for path in ("/cut", "/odd"):
        assert "没有从 news.test 取到内容" in refusal(here, here.address(path)).what


def _cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half")


@pytest.mark.parametrize(("status", "words"), [(404, "不存在"), (403, "不让"), (429, "频繁"), (500, "出错")])
def test_what_a_server_says_is_told(here: Web, status: int, words: str) -> None:
    here.pages["/"] = page(b"", status=status)
    error = refusal(here, here.address("/"))
    assert str(status) in error.what
    assert words in error.why


def test_a_slow_server_and_a_slow_name_service_end(here: Web) -> None:
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not stop.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    def silent(host: str, port: int) -> list[str]:
        stop.wait(10)
        return [HERE]

    here.pages["/"] = drip
    limits = FetchLimits(seconds=0.3)
    try:
        assert "太慢" in refusal(here, here.address("/"), limits).what
        with pytest.raises(NotFetchedError) as refused:
            Fetcher(resolve=silent, allowed=lambda number: True).fetch(here.address("/"), limits)
        assert "太慢" in refused.value.what
    finally:
        stop.set()


def test_nobody_answers() -> None:
    with socket.socket() as closed:
        closed.bind((HERE, 0))
        port = closed.getsockname()[1]
    fetcher = Fetcher(resolve=lambda host, port: [HERE], allowed=lambda number: True)
    with pytest.raises(NotFetchedError) as refused:
        fetcher.fetch(f"http://news.test:{port}/", LIMITS)
    assert "没有从 news.test 取到内容" in refused.value.what


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for news.test, made on the spot."""
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    names = ["-subj", "/CN=news.test", "-addext", "subjectAltName=DNS:news.test"]
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files]
    subprocess.run(make, check=True, capture_output=True)
    return tmp_path


def test_https_is_checked_against_the_name_though_the_number_is_called(certificate: Path) -> None:
    def trusting() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(certificate / "cert.pem"))

    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with web({"/": page(STORY)}, tls=served) as here:
        fetcher = Fetcher(here.resolve, lambda number: number == HERE, tls=trusting)
        secure = here.address("/").replace("http:", "https:")
        assert fetcher.fetch(secure, LIMITS).data == STORY
        for other in (secure.replace("news.test", "other.test"), secure):
            strict = fetcher if "other" in other else here.fetcher()
            with pytest.raises(NotFetchedError) as refused:
                strict.fetch(other, LIMITS)
            assert "证书" in refused.value.why
