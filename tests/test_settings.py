"""pelicanconf.py agrees with what the check knows of addresses, and with what Pelican says."""

from pathlib import Path

import pelican.readers

import pelicanconf
from article.address import TAKEN


def test_no_story_may_take_an_address_that_the_site_makes() -> None:
    places = [value for name, value in vars(pelicanconf).items() if name.endswith("_SAVE_AS") and value]
    places += [pelicanconf.FEED_ALL_ATOM, pelicanconf.CATEGORY_FEED_ATOM, *pelicanconf.STATIC_PATHS, "theme"]
    first = {str(place).split("/")[0].removesuffix(".html").removesuffix(".xml") for place in places}
    assert first - {"{slug}"} <= TAKEN | {"sitemap"}


def test_staff_hear_no_english_of_a_picture_without_words() -> None:
    source = Path(pelican.readers.__file__).read_text(encoding="utf-8")
    assert [text for _, text in pelicanconf.LOG_FILTER if f'"{text}"' not in source] == []
    assert any(text.startswith("Empty alt attribute") for _, text in pelicanconf.LOG_FILTER)
