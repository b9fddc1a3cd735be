"""A host's name -> the internet addresses that we may connect to; never one inside our own network.

A page could name our router, a printer, or the service that gives a cloud machine its passwords. So every
host is looked up once, every address that comes back must be a public one, and only these are connected to.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from newsdesk.importing.fetching.not_fetched import NotFetchedError

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port -> internet addresses as text. Raises OSError where the name is not known."""

Policy = Callable[[str], bool]
"""May we connect to this internet address?"""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MOST_ADDRESSES = 4

CLOSED: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider's own translation; some clouds' metadata
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # a cloud's metadata at a public address
        "169.254.0.0/16",  # this link; most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols; a cloud's metadata
        "192.0.2.0/24",  # examples
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # tests between networks; proxies that make up addresses
        "198.51.100.0/24",  # examples
        "203.0.113.0/24",  # examples
        "224.0.0.0/4",  # many receivers
        "240.0.0.0/4",  # reserved, and the address of all
        "2001::/23",  # protocols, Teredo
        "2001:db8::/32",  # examples
        "2002::/16",  # 6to4: an IPv4 address inside
    )
)
OPEN_IPV6 = ipaddress.ip_network("2000::/3")
"""The public part of IPv6. All else is this machine, private, a link, many receivers, or IPv4 in disguise."""


def is_public(text: str) -> bool:
    """Is this an address of the public internet? False for what is no address."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if address.version == 6 and address not in OPEN_IPV6:
        return False
    inside = any(address.version == network.version and address in network for network in CLOSED)
    return not inside and address.is_global


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What this machine's name service says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(it[4][0]) for it in found))


def checked_addresses(host: str, port: int, resolve: Resolver, allowed: Policy) -> tuple[str, ...]:
    """Where to connect for `host`. Raises NotFetchedError if any of its addresses is not `allowed`."""
    try:
        found = tuple(resolve(host, port))
    except (OSError, UnicodeError):
        raise NotFetchedError(f"找不到主机 {host}", "网址可能写错了，或者这台电脑没有连上网") from None
    if not found or not all(map(allowed, found)):
        raise NotFetchedError(
            f"{host} 不是公共网站，为了安全没有去取", "它在本机或内部网络里（用了代理软件时也会这样）"
        )
    return found[:MOST_ADDRESSES]
