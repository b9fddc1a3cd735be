from __future__ import annotations

import pytest

from plugins.related_articles.settings import RelatedSettings


@pytest.mark.parametrize("how_many", [-1, 21, True, "5"])
def test_a_bad_number_is_refused_with_the_good_ones(how_many: object) -> None:
    with pytest.raises(ValueError, match="from 0 to 20"):
        RelatedSettings(how_many=how_many)  # type: ignore[arg-type]
