"""pelicanconf.py's SITE -> SiteSettings: what the site is called, who runs it, what its navigation shows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Phone:
    """One number on the home page, dialled by a tap."""

    label: str
    number: str


@dataclass(frozen=True, kw_only=True)
class SiteSettings:
    """The identity of one community's site. Another community changes these values and tokens.css alone."""

    name: str
    """The masthead, `<title>` and the feeds' name."""

    seal: str
    """Four Han characters, the red seal beside the name."""

    description: str
    """One sentence for search engines, shares and feeds."""

    address: str
    """Where the site is live, without a closing slash; canonical links, feeds and sitemap start with it."""

    publisher: str
    """Who runs the site; the last lines of each page."""

    navigation: tuple[str, ...] = ()
    """Categories (栏目) in the order of the navigation. Those not named follow, the largest first."""

    notices: str = "通知公告"
    """The category that the notice board shows."""

    phones: tuple[Phone, ...] = ()

    note: str = ""
    """One line at the head of every page, for example that this is a sample."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("SiteSettings.name is empty; write the site's name")
        if len(self.seal) != 4:
            raise ValueError(f"SiteSettings.seal is {self.seal!r}; use exactly four characters")
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname or self.address.endswith("/"):
            raise ValueError(
                f"SiteSettings.address is {self.address!r}; write https://host/path without a closing slash"
            )
