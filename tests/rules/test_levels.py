"""Every format has its level, and the examples of each level belong there."""

from __future__ import annotations

import pytest

from regesta.model.finding import RegestaError
from regesta.model.records import FORMATS
from regesta.rules.base import data_text, parse
from regesta.rules.levels import Levels, levels


@pytest.mark.parametrize("level", levels().levels)
def test_the_examples_of_a_level_belong_there(level: str) -> None:
    known = levels().levels[level]
    for words in (*known.match, *known.never):
        assert words.replace(" ", "_") in FORMATS
    assert {levels().of(words.replace(" ", "_")) for words in known.match} == {level}
    assert level not in {levels().of(words.replace(" ", "_")) for words in known.never}


def test_a_format_without_a_level_or_with_two_is_refused() -> None:
    text = data_text("levels.yml")
    for broken in (
        text.replace("officials, committee", "officials"),
        text.replace("[summit]", "[summit, visit]", 1),
    ):
        with pytest.raises(RegestaError, match="every format must stand on one level"):
            parse(broken, Levels, "levels.yml")
