"""Stories -> their labels' lists, as Pelican makes them."""

from __future__ import annotations

from types import SimpleNamespace

from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Tag

from plugins.build_cache.pelican_generators import KeptArticles


def tag(name: str, slug: str) -> Tag:
    made = Tag(name, DEFAULT_CONFIG)
    made.slug = slug
    return made


def test_two_names_with_one_address_are_one_list_in_the_order_of_the_stories() -> None:
    both, park, fair = (
        SimpleNamespace(tags=[tag(*it) for it in tags])
        for tags in ([("集市", "both"), ("停车", "both")], [("停车", "both")], [("集市", "both")])
    )
    generator = KeptArticles.__new__(KeptArticles)
    generator.articles = [fair, park, both]
    [(label, stories)] = generator._by_label("tags").items()
    assert label.slug == "both"
    assert stories == [fair, park, both, both]
