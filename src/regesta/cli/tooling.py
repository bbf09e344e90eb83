"""``regesta mcp``: the tools of a ledger for programs that speak the Model Context Protocol."""

from __future__ import annotations

import sys

from regesta.cli.mcp_options import McpJob
from regesta.cli.opened import linked
from regesta.mcp import serve_http, serve_stdio
from regesta.rules.packs import packs_with


def serve_tools(job: McpJob) -> int:
    """Serve until the input ends or it is interrupted; the exit code is 0.

    Raises :class:`regesta.model.finding.RegestaError` for a ledger, a pack, a port or an address that cannot
    be used.
    """
    packs = packs_with(job.topics)
    with linked(job.ledger) as ledger:
        if job.address is None:
            serve_stdio(ledger, packs)
        else:
            serve_http(ledger, packs, *job.address, _opened)
    return 0


def _opened(address: str) -> None:
    sys.stderr.write(f"The tools are at {address}; Ctrl-C ends.\n")
    sys.stderr.flush()
