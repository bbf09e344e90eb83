"""``regesta users``: who may come into the reading room."""

from __future__ import annotations

import getpass
import sys
from importlib.util import find_spec
from pathlib import Path

from regesta import access
from regesta.access import Users, beside
from regesta.cli.output import print_rows
from regesta.cli.signing import signed
from regesta.cli.words import plain
from regesta.clock import now
from regesta.export.table import Column
from regesta.model.finding import RegestaError

_HERE = "this machine"
_LISTED = (
    Column("name", lambda user: user.name),
    Column("role", lambda user: user.role),
    Column("added_at", lambda user: user.added_at),
    Column("changed_at", lambda user: user.changed_at),
)


def add_user(ledger: Path, name: str, role: str) -> int:
    """Add a user to the users of a ledger; the password is asked for. The exit code is 0."""
    _needed()
    if not ledger.exists():
        raise RegestaError(f"There is no ledger at {ledger}; `regesta add` makes one.")
    secret, by = _password(f"Password of {plain(name)}"), signed(None).by
    users = Users.open(beside(ledger), create=True)
    made = access.add(users, name, role, secret, now=now(), by=by, address=_HERE)
    sys.stdout.write(f"{plain(made.name)} may come in as {made.role}.\n")
    return 0


def list_users(ledger: Path, form: str) -> int:
    """Print the users of a ledger; the exit code is 0."""
    rows = access.accounts(Users.open(beside(ledger))) if beside(ledger).exists() else []
    if not rows and form == "table":
        sys.stdout.write("There are no users; `regesta users add NAME` adds one.\n")
        return 0
    print_rows(rows, _LISTED, form)
    return 0


def change_password(ledger: Path, name: str) -> int:
    """Give a user another password, which is asked for; the exit code is 0."""
    _needed()
    users = Users.open(beside(ledger))
    user = access.account(users, name)
    secret = _password(f"New password of {plain(user.name)}")
    access.change_password(users, name, secret, now=now(), by=signed(None).by, address=_HERE)
    sys.stdout.write(f"The password of {plain(user.name)} is changed; all sessions have ended.\n")
    return 0


def remove_user(ledger: Path, name: str) -> int:
    """Remove a user; the exit code is 0."""
    users = Users.open(beside(ledger))
    user = access.account(users, name)
    access.remove(users, name, now=now(), by=signed(None).by, address=_HERE)
    sys.stdout.write(f"{plain(user.name)} may come in no more; all sessions have ended.\n")
    return 0


def user_token(ledger: Path, name: str, *, revoke: bool) -> int:
    """Give a user a token and print it, or take all back; the exit code is 0."""
    users = Users.open(beside(ledger))
    user, by = access.account(users, name), signed(None).by
    if revoke:
        count = access.revoke(users, name, now=now(), by=by, address=_HERE)
        sys.stdout.write(f"Taken back from {plain(user.name)}: {count} token{'' if count == 1 else 's'}.\n")
        return 0
    sys.stdout.write(f"{access.give(users, name, now=now(), by=by, address=_HERE)}\n")
    sys.stderr.write(f"{plain(user.name)} can read with it; it is not shown again.\n")
    return 0


def _password(prompt: str) -> str:
    """Ask twice at a terminal; else take the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(f"{prompt}: ")
    if getpass.getpass("Once more: ") != first:
        raise RegestaError("The two passwords differ; nothing was changed.")
    return first


def _needed() -> None:
    if find_spec("argon2") is None:
        raise RegestaError("Users need argon2; install Regesta with its extra: pip install 'regesta[web]'.")
