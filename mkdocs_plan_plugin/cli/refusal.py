"""What the command line says when it can't do what was asked."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """A usage or configuration error: one message on standard error, exit status 2."""

    exit_code = 2
