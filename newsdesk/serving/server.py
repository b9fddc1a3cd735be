"""The output folder -> HTTP on loopback, each page told when the site was built anew."""

from __future__ import annotations

import functools
import json
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsdesk.serving.reload import EVENTS_ADDRESS, SCRIPT, SCRIPT_ADDRESS, with_reload

LOOPBACK = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds between two signs of life to a browser, so that closed tabs are noticed."""


class News:
    """What open pages wait for: the number of the last build, and its problems if it failed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._problems = ""

    def tell(self, problems: str = "") -> None:
        """A build has ended; `problems` is empty where it went well."""
        with self._changed:
            self._number += 1
            self._problems = problems
            self._changed.notify_all()

    @property
    def number(self) -> int:
        """How many builds have ended."""
        return self._number

    def wait(self, after: int) -> tuple[int, str]:
        """Wait for another build than number `after`, for a heartbeat at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != after, timeout=HEARTBEAT)
            return self._number, self._problems


class Server(ThreadingHTTPServer):
    """Serves one folder to this machine alone. Raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int, news: News) -> None:
        self.news = news
        handler = functools.partial(_Handler, directory=str(folder))
        super().__init__((LOOPBACK, port), handler)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    extensions_map = {  # noqa: RUF012  # the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".avif": "image/avif",
    }

    def do_GET(self) -> None:
        if not self._is_for_this_machine():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif urlsplit(self.path).path == EVENTS_ADDRESS:
            self._send_news(_build_number(urlsplit(self.path).query))
        elif urlsplit(self.path).path == SCRIPT_ADDRESS:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT)
        else:
            self._send_file()

    def do_HEAD(self) -> None:
        self.do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Staff need no list of requests."""

    def _is_for_this_machine(self) -> bool:
        """A web page elsewhere may point its own host name at 127.0.0.1; such a request is not ours."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        return host in (LOOPBACK, "localhost")

    def _send_file(self) -> None:
        folder = Path(self.directory).resolve()
        file = (folder / unquote(urlsplit(self.path).path).lstrip("/").replace("\0", "")).resolve()
        if file.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", urlsplit(self.path).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file.is_dir():
            file = file / "index.html"
        if not file.is_relative_to(folder) or not file.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, folder / "404.html")
        elif file.suffix == ".html":
            self._send_page(HTTPStatus.OK, file)
        else:
            self._send(HTTPStatus.OK, self.guess_type(str(file)), file.read_bytes())

    def _send_page(self, status: HTTPStatus, page: Path) -> None:
        html = page.read_bytes() if page.is_file() else "<p>还没有这个网页。</p>".encode()
        self._send(status, "text/html; charset=utf-8", with_reload(html, self.server.news.number))

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_news(self, seen: int) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        try:
            while True:
                number, problems = self.server.news.wait(after=seen)
                name = "failed" if problems else "built"
                message = (
                    f"event: {name}\ndata: {json.dumps(problems)}\n\n" if number != seen else ": alive\n\n"
                )
                self.wfile.write(message.encode())
                self.wfile.flush()
                seen = number
        except OSError:  # the tab was closed
            self.close_connection = True


def _build_number(query: str) -> int:
    """The build that a page comes from, as its script says it."""
    number = query.removeprefix("after=")
    return int(number) if number.isascii() and number.isdigit() else 0
