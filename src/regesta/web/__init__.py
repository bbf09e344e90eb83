"""The reading room: pages over a ledger, rendered on the server, that work without a script."""
