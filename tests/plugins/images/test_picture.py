"""A picture's address in a story -> its file and its place on the site."""

from pathlib import PurePosixPath

import pytest

from article.picture_size import Size
from plugins.images.picture import Picture, picture, place_of


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("{static}/images/a.jpg", "images/a.jpg"),
        ("/images/a.jpg", "images/a.jpg"),
        ("a.jpg", "news/2026/a.jpg"),
        ("{static}../a.jpg", "news/a.jpg"),
        ("/images/%E9%9B%86%20%23.jpg", "images/集 #.jpg"),
        ("/../../etc/passwd", "etc/passwd"),
        ("../../../../etc/passwd", "etc/passwd"),
    ],
)
def test_the_file_that_an_address_means(address: str, place: str) -> None:
    assert place_of(address, "news/2026") == PurePosixPath(place)


def test_a_cover() -> None:
    assert picture(PurePosixPath("images/集 市.svg"), Size(4, 3), "摊位") == Picture(
        "images/%E9%9B%86%20%E5%B8%82.svg", 4, 3, "摊位"
    )
