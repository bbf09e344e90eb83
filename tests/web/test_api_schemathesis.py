"""schemathesis finds nothing: what the description allows is answered as it says, the rest is refused."""

from __future__ import annotations

from fastapi.testclient import TestClient

from regesta.web.api.described import description

from .asking import ask


def test_whatever_is_asked_is_answered_as_the_description_says(visitor: TestClient) -> None:
    made = description(guarded=False)
    found = ask(visitor, made, examples=3, seed=20310720)
    assert found.wrong == []
    assert found.phases == {"examples", "coverage", "fuzzing", "stateful"}
    assert {name.split(" ", 1)[1] for name in found.asked} == set(made["paths"])
    assert min(found.asked.values()) >= 10


def test_a_description_that_does_not_hold_would_be_found(visitor: TestClient) -> None:
    made = description(guarded=False)
    made["paths"] = {"/api/v1/people": made["paths"]["/api/v1/people"]}
    made["components"]["schemas"]["Person"]["properties"]["documents"] = {"type": "string"}
    assert any("response_schema_conformance" in one for one in ask(visitor, made, examples=1, seed=1).wrong)
