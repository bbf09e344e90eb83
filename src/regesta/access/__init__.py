"""Who may come in: users, what they may do, their sessions, and the trail of what was changed.

All of it stands in a file of its own beside the ledger, so that a ledger can be handed on without it.
"""

from regesta.access.accounts import User, account, accounts, add, change_password, remove
from regesta.access.entry import Entered, Waiting, enter
from regesta.access.roles import ROLES, may
from regesta.access.sessions import LASTS, leave, session
from regesta.access.store import Users, beside
from regesta.access.tokens import bearer, give, revoke
from regesta.access.trail import Change, changes, note

__all__ = [
    "LASTS",
    "ROLES",
    "Change",
    "Entered",
    "User",
    "Users",
    "Waiting",
    "account",
    "accounts",
    "add",
    "bearer",
    "beside",
    "change_password",
    "changes",
    "enter",
    "give",
    "leave",
    "may",
    "note",
    "remove",
    "revoke",
    "session",
]
