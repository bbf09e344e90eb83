"""Tables as data frames."""

from __future__ import annotations

import importlib.util
from typing import Any

import pandas as pd
import pytest

import regesta
from regesta.export.tables import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_frame_with_its_columns_and_what_they_mean(
    register: regesta.Register, name: str
) -> None:
    found = register.frame(name)
    assert list(found.columns) == [column.name for column in TABLES[name].columns]
    assert found.attrs["columns"][found.columns[0]] == TABLES[name].columns[0].about


def test_columns_have_the_types_that_they_declare(register: regesta.Register) -> None:
    found = register.frame("commitments")
    kinds = {name: str(found[name].dtype) for name in ("quote", "start", "due_latest", "confidence", "who")}
    assert kinds == {
        "quote": "string", "start": "Int64", "due_latest": "datetime64[s]", "confidence": "Float64",
        "who": "object",
    }  # fmt: skip
    assert isinstance(found["who"][0], list)
    assert found["due"].isna().any()


def test_frames_are_narrowed_joined_and_counted(register: regesta.Register) -> None:
    said = register.frame("statements", act="agree")
    assert set(said["act"]) == {"agree"}
    documents = register.frame("documents")
    both = said.merge(documents, left_on="document_id", right_on="id", suffixes=("", "_document"))
    assert len(both) == len(said) == sum(1 for _ in register.statements(act="agree"))
    assert both.groupby("side").size().sum() == len(said)


def test_a_day_before_and_after_all_others_is_a_day(register: regesta.Register) -> None:
    """An interval that is open ends on 9999-12-31, which is beyond nanoseconds."""
    days = pd.Series(pd.array(["9999-12-31"], dtype="datetime64[s]"))
    assert register.frame("commitments")["window_latest"].dtype == days.dtype


def test_a_table_that_is_none_is_refused(register: regesta.Register) -> None:
    with pytest.raises(regesta.RegestaError, match="There is no table 'poems'; take one of documents"):
        register.frame("poems")


def test_without_pandas_the_extra_is_named(
    register: regesta.Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec

    def without(name: str, *more: Any) -> Any:
        return None if name == "pandas" else real(name, *more)

    monkeypatch.setattr("regesta.model.extras.find_spec", without)
    with pytest.raises(regesta.RegestaError, match=r"pip install 'regesta\[frames\]'"):
        register.frame("documents")
