"""The description of the interface: OpenAPI 3.1, made from the addresses themselves."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse

from regesta.web.api import records, routes
from regesta.web.api.models import Problem
from regesta.web.api.shared import VERSION

router = APIRouter(prefix=VERSION)
ADDRESS = f"{VERSION}/openapi.json"
_SAID = (
    "What the ledger knows, for reading alone. Every item carries its citation: the words, the document,"
    " where they stand in its frozen text, the sha256 of that text. Lists go on behind an opaque cursor."
    " Where users are kept, a token of one is sent as `Authorization: Bearer`."
)
_REFUSED = {
    "401": "A token is needed, and none that is known was sent.",
    "403": "Tokens are for reading alone.",
    "503": "Who may come in cannot be looked up now.",
}


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request) -> JSONResponse:
    """Give the description."""
    return JSONResponse(request.app.state.described[1])


def description(*, guarded: bool) -> dict[str, Any]:
    """Return the description; ``guarded`` says that the room has users, so that tokens are needed."""
    made = get_openapi(
        title="Regesta", version="1", summary="Meetings of states, every value cited.", description=_SAID,
        routes=[*routes.router.routes, *records.router.routes],
    )  # fmt: skip
    schemas = made["components"]["schemas"]
    schemas["Problem"] = Problem.model_json_schema()
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for path in made["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)  # what cannot be asked is answered with 400
            if guarded:
                operation["responses"] |= {code: _like(operation, said) for code, said in _REFUSED.items()}
    if guarded:
        made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{"token": []}]
    return made


def _like(operation: dict[str, Any], said: str) -> dict[str, Any]:
    return {**operation["responses"]["404"], "description": said}
