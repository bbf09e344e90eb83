"""The figures of how sure a record is."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from regesta.rules.confidence import ActorSure, Doubt, confidence_rules


def test_each_doubt_takes_something_off() -> None:
    figures = confidence_rules().actors.doubts
    assert set(figures) == set(get_args(Doubt))
    assert all(0 < figure < 1 for figure in figures.values())


def test_a_doubt_without_a_figure_is_refused() -> None:
    with pytest.raises(ValidationError, match="no figure for lone"):
        ActorSure.model_validate(
            {"doubts": {doubt: 0.1 for doubt in get_args(Doubt) if doubt != "lone"}, "least": 0.2}
        )
