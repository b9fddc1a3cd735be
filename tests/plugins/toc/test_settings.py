from __future__ import annotations

import pytest

from plugins.toc.settings import TocSettings


@pytest.mark.parametrize("level", [1, 7, True, "3", 2.5])
def test_a_bad_depth_is_refused_with_the_good_ones(level: object) -> None:
    with pytest.raises(ValueError, match="from 2 to 6"):
        TocSettings(deepest_level=level)  # type: ignore[arg-type]
