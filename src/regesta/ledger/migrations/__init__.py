"""The ledger's schema, change by change. A change that has been released is never edited."""
