"""Lines of many bars and dots: each is told for what it is, and none takes for ever."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.lines import lines_of
from newsdesk.importing.page.look import look


@pytest.mark.parametrize("line", ["|" * 150, "院 | " * 38 + "院", "院· " * 50, "(" * 150, "关于|" * 50])
def test_a_line_of_bars_is_read(line: str) -> None:
    assert look(lines_of(line)[0]).line.text == line.strip()


@pytest.mark.parametrize("line", ["关于槐树里 | 版权申明 | 联系我们", "网站地图·联系我们"])
def test_a_foot_of_links_goes(line: str) -> None:
    assert look(lines_of(line)[0]).junk is not None
