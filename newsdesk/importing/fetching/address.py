"""The text of a web address -> WebAddress, whose parts are safe to connect to and to send."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from newsdesk.importing.fetching.not_fetched import NOT_AN_ADDRESS, ONLY_WEB, NotFetchedError

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000
FIRST_FREE_PORT = 1024
"""Below it live mail, files and remote control; web pages only at 80 and 443."""

ODD = re.compile(r"[\x00-\x20\x7f\\]")
HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*\.?")
NUMBERS = re.compile(r"[0-9a-f:.]+")
KEPT = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True)
class WebAddress:
    """`host` is in small ASCII letters; `target` is the path with the query, ready for the request line."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.target}"

    @property
    def netloc(self) -> str:
        """Host and port as they stand in an address and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def join(self, other: str) -> WebAddress:
        """The address that `other`, found on this page, leads to. Raises NotFetchedError."""
        try:
            return web_address(urljoin(str(self), other.strip()))
        except ValueError:
            raise NotFetchedError(NOT_AN_ADDRESS, "网页上的网址写错了") from None


def is_web(text: str) -> bool:
    """Does `text` look like an address rather than a file's name?"""
    return bool(re.match(r"\s*[a-z][a-z0-9+.-]*://", text, re.I))


def web_address(text: str) -> WebAddress:
    """The address in `text`. Raises NotFetchedError."""
    text = text.strip()
    if len(text) > LONGEST or ODD.search(text):
        raise NotFetchedError(NOT_AN_ADDRESS, "网址太长，或者里面有空格和看不见的字符")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise NotFetchedError(NOT_AN_ADDRESS, "主机或端口写错了") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise NotFetchedError(NOT_AN_ADDRESS, ONLY_WEB)
    if "@" in parts.netloc:
        raise NotFetchedError(NOT_AN_ADDRESS, "网址里带有用户名或密码，为了安全不去取")
    if port is not None and port < FIRST_FREE_PORT and port not in PORTS.values():
        raise NotFetchedError(NOT_AN_ADDRESS, f"端口 {port} 不是网页用的")
    target = quote(parts.path or "/", safe=KEPT) + (
        f"?{quote(parts.query, safe=KEPT)}" if parts.query else ""
    )
    return WebAddress(scheme, _host(parts.hostname or ""), port or PORTS[scheme], target)


def _host(name: str) -> str:
    try:
        host = (
            name if NUMBERS.fullmatch(name) and ":" in name else name.encode("idna").decode("ascii").lower()
        )
    except UnicodeError:
        host = ""
    if ":" not in host and not HOST.fullmatch(host):
        raise NotFetchedError(NOT_AN_ADDRESS, "主机名写错了")
    return host
