"""What the command line says when it can't do what was asked, and what it ends with."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """A usage or configuration error: one message on standard error, exit status 2."""

    exit_code = 2


class Bug(click.ClickException):
    """A fault of our own: one message on standard error, exit status 70 (`EX_SOFTWARE` of sysexits)."""

    exit_code = 70
