"""pelicanconf.py agrees with what the check knows of addresses, and with what Pelican says."""

import logging

import pelican.readers
import pytest

import pelicanconf
from article.address import TAKEN


def test_no_story_may_take_an_address_that_the_site_makes() -> None:
    places = [value for name, value in vars(pelicanconf).items() if name.endswith("_SAVE_AS") and value]
    places += [pelicanconf.FEED_ALL_ATOM, pelicanconf.CATEGORY_FEED_ATOM, *pelicanconf.STATIC_PATHS, "theme"]
    first = {str(place).split("/")[0].removesuffix(".html").removesuffix(".xml") for place in places}
    assert first - {"{slug}"} <= TAKEN | {"sitemap"}


def test_staff_hear_no_english_of_a_picture_without_words(caplog: pytest.LogCaptureFixture) -> None:
    pelican.readers.find_empty_alt('<img src="a.jpg" alt="">', "a.md")
    said = {(it.levelno, it.msg) for it in caplog.records if it.levelno == logging.WARNING}
    assert said and said <= set(pelicanconf.LOG_FILTER)
