"""The Model Context Protocol: read-only tools over a ledger, every answer with its words; docs/mcp.md."""

from __future__ import annotations

from regesta.mcp.server import make_server
from regesta.mcp.serving import serve_http, serve_stdio

__all__ = ["make_server", "serve_http", "serve_stdio"]
