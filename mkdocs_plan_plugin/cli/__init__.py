"""The command `mkdocs-plan`: the same engine as in a site, without MkDocs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from mkdocs_plan_plugin.one_line import one_line

COMMANDS = (
    "check",
    "diff",
    "doctor",
    "explain",
    "export",
    "fix",
    "init",
    "new",
    "next",
    "rules",
    "schema",
    "set",
    "status",
    "template",
    "tick",
    "untick",
    "write",
)
"""Each a module of this package with a command of the same name, loaded when it is called."""
_INTERRUPTED = 130
"""The exit status of what Ctrl-C ended, as shells have it: 128 and the number of the signal."""


class _Commands(click.Group):
    """Loads a command only when it is asked for, so that each starts with what it needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; of one that there is not, the message names the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from mkdocs_plan_plugin.nearest import did_you_mean  # noqa: PLC0415 - most names are right

            ctx.fail(f"there is no command '{one_line(args[0])}'. {did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever a command returns
        """Run a command, and end as shells expect it where Ctrl-C or a fault of the plugin ends it."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(_INTERRUPTED) from None
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except OSError as error:
            from mkdocs_plan_plugin.cli.refusal import Refusal  # noqa: PLC0415 - most runs need none of it

            where = f"{error.filename}: " if error.filename else ""
            raise Refusal(one_line(f"{where}{error.strerror or error}")) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, a traceback helps nobody who did not write it
            from mkdocs_plan_plugin.bug import describe  # noqa: PLC0415
            from mkdocs_plan_plugin.cli.refusal import Bug  # noqa: PLC0415

            raise Bug(f"the command ended because of {describe(error)}; please report it") from None


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's
    if wanted:
        from mkdocs_plan_plugin.export.json import version  # noqa: PLC0415 - only for this option

        click.echo(f"mkdocs-plan {version()}")
        ctx.exit()


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Start, check and follow the implementation plans of a documentation site."""


def command() -> None:
    """Run `main` in a process of its own, which is over before the collector of cycles finds anything."""
    from mkdocs_plan_plugin.source.collector import collection_over  # noqa: PLC0415 - with the command

    with collection_over():
        main()
