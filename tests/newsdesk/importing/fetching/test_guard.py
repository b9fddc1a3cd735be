"""Which addresses of the internet we may connect to."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.fetching.guard import checked_addresses, is_public
from newsdesk.importing.fetching.not_fetched import NotFetchedError

PUBLIC = ["1.1.1.1", "8.8.8.8", "101.226.103.106", "2606:4700:4700::1111", "240e:1::1"]
CLOSED = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "198.18.0.7",
    "224.0.0.251",
    "239.1.1.1",
    "255.255.255.255",
    "240.0.0.1",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "fec0::1",
    "100::1",
    "2001:db8::1",
    "not an address",
    "",
]


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("number", CLOSED)
def test_closed(number: str) -> None:
    assert not is_public(number)


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_closed(
    number: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    closed = number.is_private or number.is_multicast or number.is_link_local or not number.is_global
    assert not (closed and is_public(str(number)))


def test_one_closed_address_among_public_ones_closes_the_host() -> None:
    with pytest.raises(NotFetchedError) as refused:
        checked_addresses("news.test", 80, lambda host, port: ["8.8.8.8", "10.0.0.1"], is_public)
    assert "news.test 不是公共网站" in refused.value.what


def test_the_addresses_that_were_checked_are_those_to_use() -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    assert checked_addresses("news.test", 80, lambda host, port: next(answers), is_public) == ("8.8.8.8",)


def test_a_host_that_is_not_known() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(NotFetchedError) as refused:
        checked_addresses("news.test", 80, resolve, is_public)
    assert "找不到主机" in refused.value.what
    with pytest.raises(NotFetchedError):
        checked_addresses("news.test", 80, lambda host, port: [], is_public)
