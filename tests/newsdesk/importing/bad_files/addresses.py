"""Addresses that must never be connected to."""

from __future__ import annotations

from collections.abc import Mapping

from tests.newsdesk.importing.bad_files.bad import Bad

INSIDE = "不是公共网站，为了安全没有去取"

ADDRESSES: Mapping[str, Bad] = {
    address[:60]: Bad(lambda folder, address=address: address, says)
    for address, says in {
        "file:///etc/passwd": "http",
        "ftp://news.example/a.html": "http",
        "gopher://127.0.0.1:25/x": "http",
        "http://127.0.0.1/": INSIDE,
        "http://127.0.0.1:8000/admin": INSIDE,
        "http://127.1/": INSIDE,
        "http://0/": INSIDE,
        "http://0x7f000001/": INSIDE,
        "http://2130706433/": INSIDE,
        "http://017700000001/": INSIDE,
        "http://[::1]/": INSIDE,
        "http://[::ffff:127.0.0.1]/": INSIDE,
        "http://[fd00::1]/": INSIDE,
        "http://169.254.169.254/latest/meta-data/": INSIDE,
        "http://10.0.0.1/": INSIDE,
        "http://192.168.1.1/": INSIDE,
        "http://user:pw@news.example/": "用户名或密码",
        "http://127.0.0.1:22/": "端口 22",
        "http://news.example:99999/": "写错了",
        "http:///nohost": "写错了",
        "http://[::1/": "写错了",
        "http://news.example/\r\nHost: x": "看不见的字符",
        "http://news.example/" + "a" * 5_000: "太长",
    }.items()
}
