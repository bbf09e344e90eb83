"""The commands about users, as typer sees them."""

from __future__ import annotations

import typer

from regesta.cli import doors
from regesta.cli import options as opt
from regesta.cli import users_options as own


def users() -> typer.Typer:
    """Return the commands with which whoever keeps the ledger says who may come in."""
    app = typer.Typer(help="Who may come into the reading room.", no_args_is_help=True)
    app.command("add", help="Add a user; the password is asked for.")(_add)
    app.command("list", help="The users and their roles.")(_list)
    app.command("password", help="Give a user another password.")(_password)
    app.command("remove", help="Remove a user.")(_remove)
    app.command("token", help="Give a program of a user a token to read with, or take all back.")(_token)
    return app


def _add(
    context: typer.Context,
    name: own.Name,
    *,
    role: own.OfRole = own.Role.READER,
    ledger: opt.Ledger = None,
) -> None:
    raise typer.Exit(doors.add_user(opt.named_ledger(context, ledger), name, role.value))


def _list(context: typer.Context, ledger: opt.Ledger = None, as_json: opt.AsJson = False) -> None:
    raise typer.Exit(doors.list_users(opt.named_ledger(context, ledger), "json" if as_json else "table"))


def _password(context: typer.Context, name: own.Name, ledger: opt.Ledger = None) -> None:
    raise typer.Exit(doors.change_password(opt.named_ledger(context, ledger), name))


def _token(
    context: typer.Context, name: own.Name, *, revoke: own.Revoke = False, ledger: opt.Ledger = None
) -> None:
    raise typer.Exit(doors.user_token(opt.named_ledger(context, ledger), name, revoke=revoke))


def _remove(context: typer.Context, name: own.Name, ledger: opt.Ledger = None) -> None:
    raise typer.Exit(doors.remove_user(opt.named_ledger(context, ledger), name))
