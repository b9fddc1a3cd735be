"""One request to one checked address -> Answer: where to go next, or the bytes."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from newsdesk.importing.fetching.address import WebAddress
from newsdesk.importing.fetching.not_fetched import NotFetchedError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
LONGEST_WAIT = 10.0
"""Seconds without a byte."""

OURS = "Linli/0.1 (newsdesk import; one page, asked for by an editor)"
BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
BROWSERS_ONLY = ("weixin.qq.com", "qpic.cn")
"""Hosts that answer nothing useful unless a browser's name comes first; ours follows it."""

STATUS = {
    401: "网站要登录才给看",
    403: "网站不让程序取这个网页",
    404: "网页不存在，可能已经删除",
    410: "网页已经删除",
    429: "网站说取得太频繁了，请过一会儿再试",
    451: "网站因法律原因不给看",
}


@dataclass(frozen=True)
class Answer:
    """`location` is where a redirect leads, else empty."""

    location: str = ""
    data: bytes = b""
    kind: str = ""


def ask(
    address: WebAddress, numbers: tuple[str, ...], size: int, left: Callable[[], float], tls: ssl.SSLContext
) -> Answer:
    """Ask for `address`, connecting to the first of `numbers` that answers. Raises NotFetchedError.

    No Referer, no cookies; `left()` is how many seconds remain and raises where none do.
    """
    try:
        connection = _connected(address, numbers, left, tls)
        try:
            connection.request("GET", address.target, headers=_headers(address), preload_content=False)
            return _answer(connection.getresponse(), size, left)
        finally:
            connection.close()
    except ssl.SSLError as error:
        raise _of_certificate(address, error) from None
    except (HTTPError, http.client.HTTPException, OSError) as error:
        if _certificate(error):
            raise _of_certificate(address, error) from None
        raise NotFetchedError(
            f"没有从 {address.host} 取到内容", "网络不通，或者网站没有应答、中途断开"
        ) from None


def _connected(
    address: WebAddress, numbers: tuple[str, ...], left: Callable[[], float], tls: ssl.SSLContext
) -> HTTPConnection:
    """Connect to a number, never to a name: what the guard checked is what we speak to."""
    for at, number in enumerate(numbers, 1):
        wait = min(LONGEST_WAIT, left())
        connection = (
            HTTPSConnection(
                number,
                address.port,
                timeout=wait,
                server_hostname=address.host,
                ssl_context=tls,
            )
            if address.scheme == "https"
            else HTTPConnection(number, address.port, timeout=wait)
        )
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            if at == len(numbers) or _certificate(error):
                raise
        else:
            return connection
    raise NotFetchedError(f"找不到主机 {address.host}", "它没有网址")


def _headers(address: WebAddress) -> dict[str, str]:
    browser = any(address.host == host or address.host.endswith(f".{host}") for host in BROWSERS_ONLY)
    return {
        "Host": address.netloc,
        "User-Agent": f"{BROWSER} Safari/537.36 {OURS}" if browser else OURS,
        "Accept": "*/*",
        "Accept-Language": "zh-CN,zh;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }


def _answer(response: BaseHTTPResponse, size: int, left: Callable[[], float]) -> Answer:
    if response.status in REDIRECTS and response.headers.get("Location"):
        return Answer(location=response.headers["Location"])
    if response.status != 200:
        why = STATUS.get(response.status, "网站出错了，请过一会儿再试")
        raise NotFetchedError(f"网站答复 {response.status}", why)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answer(data=_body(response, size, left), kind=kind)


def _body(response: BaseHTTPResponse, size: int, left: Callable[[], float]) -> bytes:
    """All of it, counted as it comes, so that neither a large file nor one that unpacks large is read on."""
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > size:
        raise _too_large(size)
    data = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        left()
        if len(data) > size:
            raise _too_large(size)
    return bytes(data)


def _too_large(size: int) -> NotFetchedError:
    return NotFetchedError("内容太大", f"超过 {size // 1_000_000} MB")


def _certificate(error: Exception) -> bool:
    return "CERTIFICATE_VERIFY_FAILED" in str(error)


def _of_certificate(address: WebAddress, error: Exception) -> NotFetchedError:
    why = "证书无效或过期，不能确定它是不是真的网站" if _certificate(error) else "加密连接没有建立起来"
    return NotFetchedError(f"没有取 {address.host}", why)
