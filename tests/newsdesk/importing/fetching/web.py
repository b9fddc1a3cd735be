"""A small web of our own on 127.0.0.1, under names that our own name service gives."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newsdesk.importing.fetching.fetched import Fetcher

HERE = "127.0.0.1"
Page = Callable[[BaseHTTPRequestHandler], None]


def page(
    data: bytes = b"", kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Page:
    """Answers with these bytes; `Content_Encoding="gzip"` and the like are further headers."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def moved(to: str, status: int = 302) -> Page:
    return page(status=status, Location=to)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that leaves in the middle is what some tests are about."""


@dataclass
class Web:
    """What was asked for, and how to reach it."""

    port: int
    pages: dict[str, Page]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=lambda: {"news.test": [HERE], "other.test": [HERE]})

    def address(self, path: str, host: str = "news.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def resolve(self, host: str, port: int) -> list[str]:
        if host not in self.names:
            raise OSError("no such name")
        return self.names[host]

    def fetcher(self) -> Fetcher:
        """One that knows our names and may go to 127.0.0.1, and nowhere else."""
        return Fetcher(resolve=self.resolve, allowed=lambda number: number == HERE)


@contextmanager
def web(pages: dict[str, Page], tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Serves `pages` by path."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            here.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            here.pages.get(self.path, page(b"nothing", status=404))(self)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = _Server((HERE, 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    here = Web(server.server_address[1], pages)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
