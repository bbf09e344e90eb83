"""Asking the interface everything that its description allows, and much that it does not (schemathesis).

Run as a program it asks at length, with its findings printed:

    python -m tests.web.asking EXAMPLES [SEED]
"""

from __future__ import annotations

import copy
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from regesta.web.api.described import description

from .room import client, samples, settings_for

_IDS = {"document_id": "documents", "meeting_id": "meetings", "person_id": "people"}
_HEADERS = {"host": "127.0.0.1"}


@dataclass
class Answered:
    """What came of it: how many requests of each operation, and what was wrong."""

    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    phases: set[str] = field(default_factory=set)


def with_ids(visitor: TestClient, made: dict[str, Any]) -> dict[str, Any]:
    """The description, in which the ids in addresses are often those of things that there are."""
    told = copy.deepcopy(made)
    for path, operations in told["paths"].items():
        for operation in operations.values():
            for one in operation.get("parameters", []):
                if one["in"] == "path":
                    kind = _IDS.get(one["name"]) or path.split("/")[3]
                    items = visitor.get(f"/api/v1/{kind}?limit=3").json()["items"]
                    one["schema"] = {"anyOf": [{"enum": [item["id"] for item in items]}, {"type": "string"}]}
    return told


def begun(app: ASGIApp) -> ASGIApp:
    """The application without its beginning and end, which the client of the tests has seen to."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        for end in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{end}.complete"})

    return answer


def ask(
    visitor: TestClient,
    made: dict[str, Any],
    examples: int,
    seed: int,
    headers: dict[str, str] | None = None,
) -> Answered:
    """Ask everything that ``made`` describes, with all checks.

    Beside its examples and edges each operation is asked ``examples`` times.
    """
    config = SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "headers": {**_HEADERS, **(headers or {})},
            "generation": {"max-examples": examples, "database": ":memory:"},
            "phases": {"stateful": {"generation": {"max-examples": max(examples // 4, 1)}}},
        }
    )
    schema = schemathesis.openapi.from_dict(with_ids(visitor, made), config=config)
    schema.app = begun(visitor.app)
    found = Answered()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            found.phases.add(event.phase.value)
            for case in event.recorder.cases.values():
                found.asked[case.value.operation.label] += 1
            for id_, checks in event.recorder.checks.items():
                found.wrong += [_told(event, id_, one) for one in checks if one.failure_info is not None]
        elif isinstance(event, events.NonFatalError | events.FatalError):
            found.wrong.append(
                str(event.info if isinstance(event, events.NonFatalError) else event.exception)
            )
    return found


def _told(event: events.ScenarioFinished, id_: str, check: Any) -> str:
    case = event.recorder.cases[id_].value
    failure = check.failure_info.failure
    return f"{check.name}: {case.as_curl_command()}\n  {failure.title}: {failure.message}"


def main() -> None:
    """Ask at length over the samples."""
    examples, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with TemporaryDirectory() as folder, client(settings_for(samples(Path(folder) / "demo.db"))) as visitor:
        found = ask(visitor, description(guarded=False), examples, seed)
    for name, count in sorted(found.asked.items()):
        sys.stdout.write(f"{count:6} {name}\n")
    sys.stdout.write(f"{sum(found.asked.values()):6} in all; phases: {', '.join(sorted(found.phases))}\n")
    sys.stdout.write("\n".join([f"{len(found.wrong)} wrong", *dict.fromkeys(found.wrong)]) + "\n")


if __name__ == "__main__":
    main()
