"""The application: its pages, its doors and what every answer carries."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from regesta.ledger import Ledger
from regesta.rules.labels import labels_with
from regesta.web import errors, feeds
from regesta.web.api import described, records, routes
from regesta.web.desk import Settings
from regesta.web.doors import Bounded, Doors
from regesta.web.forms import checked
from regesta.web.headers import Headers
from regesta.web.heads import Heads
from regesta.web.hosts import Hosts
from regesta.web.intake import Intake
from regesta.web.keeping import Calling, Keeper
from regesta.web.pages import ROUTERS
from regesta.web.templates import STATIC, environment
from regesta.work.linking import link

SMALLEST_ZIPPED = 1_000


def create_app(settings: Settings) -> FastAPI:
    """Make the application over the ledger of ``settings``; the ledger is opened when the server starts.

    What the views across documents do not hold yet is taken in before the first page is given out; the
    findings are brought up to date behind the pages, then and after each request that may change something.
    """
    app = FastAPI(
        title="Regesta",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_lifespan,
        dependencies=[Depends(checked)],
    )
    app.state.settings = settings
    app.state.intake = Intake(settings)
    app.state.keeper = Keeper(settings.ledger, settings.clock)
    app.state.labels = labels_with(settings.topics)
    app.state.templates = environment(app.state.labels)
    app.state.described = (
        described.ADDRESS,
        described.description(guarded=settings.users is not None),
    )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in (*ROUTERS, feeds.router, routes.router, records.router, described.router):
        app.include_router(router)
    errors.add_to(app)
    app.add_middleware(Calling, call=app.state.keeper.call)
    app.add_middleware(Bounded, most=settings.at_once)
    app.add_middleware(Doors, settings=settings)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED)
    app.add_middleware(Hosts, hosts=settings.hosts)
    app.add_middleware(Headers, secure=settings.secure)
    app.add_middleware(Heads)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    with Ledger.open(settings.ledger, create=True) as ledger:
        link(ledger, now=settings.clock())
        app.state.ledger = ledger
        app.state.keeper.start()
        gc.freeze()  # what the rules and the libraries hold stays: it need not be looked through again
        try:
            yield
        finally:
            app.state.keeper.stop()
