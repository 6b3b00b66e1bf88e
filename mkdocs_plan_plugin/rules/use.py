"""Rules about the plugin's own use: settings, directives, templates, suppressions."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.reading.find import plan_mapping
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.pending import Pending
from mkdocs_plan_plugin.rules.registry import nearest_rule, rule
from mkdocs_plan_plugin.rules.severity import unknown
from mkdocs_plan_plugin.rules.site import Pages
from mkdocs_plan_plugin.source.comments import IN_PLANS, IN_TEMPLATES, nearly_ours

_SAMPLE = "'plan: {hide: [stepper]}'"

_KEYS = ("show", "hide", "list", "ignore")
"""Names in the mapping `plan:` of front matter."""


@rule(
    "PLAN900",
    "unreadable-page",
    "error",
    scope="site",
    bad="broken-link.md",
    good="page.md",
)
def unreadable_page(pages: Pages) -> Iterator[Fault]:
    """A file can't be read.

    Whether it is a plan, and what is wrong in it, nobody knows.
    """
    for path, why in pages.unread:
        yield Fault(0, f"the file can't be read: {why}", path=path)


@rule("PLAN901", "no-plans", "warning", scope="site", bad="plugins: [plan]", good="plugins: [plan]")
def no_plans(pages: Pages) -> Iterator[Fault]:
    """No page of the site is a plan, or none in a folder of the option `extra_plans`.

    An empty read must never look like success: a check that found nothing to check has checked nothing.
    """
    if pages.whole and not pages.plans:
        yield Fault(
            0,
            "no plan found; write 'plan: true' into the front matter of a page that is one, or name its"
            " folder in"
            f" the option 'include', which is {list(pages.site.settings.include)}",
        )
    for folder in pages.empty:
        yield Fault(
            0,
            f"no plan found in '{folder}', which the option 'extra_plans' names; take it out there, or write"
            " 'plan: true' into the front matter of a page of it that is one",
        )


@rule(
    "PLAN902",
    "unknown-directive",
    "error",
    scope="template",
    bad="""
    # Plan: new cache

    <!-- plan:crad -->
    """,
    good=("<!-- plan:crad -->", "<!-- plan:card -->"),
    fixable=True,
)
def unknown_directive(page: CheckedPage) -> Iterator[Fault]:
    """A comment asks for a view that there is not, or is spelled like none of the plugin's.

    It is shown nowhere, and stays behind as a comment.
    """
    words = (*IN_TEMPLATES, *IN_PLANS)
    ours, nearly = page.comments, list(nearly_ours(page.document))
    views = page.site.views() if ours or nearly else frozenset()
    for line, written, asked in nearly if views else ():
        scope, _, word = asked.partition(":")
        spelled = word.replace("_", "-")
        known = [f"{one}:{spelled}" for one in (scope, "plans", "plan") if f"{one}:{spelled}" in views]
        if known or (scope == "plan" and spelled in words):
            meant = known[0] if known else f"plan: {spelled}"
            says = f"'{written}' is nearly a comment of this plugin, but none"
            yield Fault(line, says, meant, severity="warning")
    for comment in ours if views else ():
        asked = f"{comment.scope}:{comment.word}"
        if asked in views or not comment.asks:
            continue
        near = nearest(asked, [*views, *(f"plan:{word}" for word in words)], 0.5)
        yield Fault(
            comment.line,
            f"there is no view '{asked}'" + ("" if near else f"; there are {', '.join(sorted(views))}"),
            f"<!-- {near.replace(':', ': ') if near.partition(':')[2] in words else near} -->"
            if near
            else "",
            column=comment.column,
        )


@rule(
    "PLAN907",
    "wrong-directive",
    "error",
    scope="site",
    bad="<!-- plans:table {sort: tilte} -->",
    good="<!-- plans:table {sort: title} -->",
)
def wrong_directive(pages: Pages) -> Iterator[Fault]:
    """A comment asks for a view with options that the view does not take, or that say nothing.

    The view is shown without them, or not at all.
    """
    for path, line, column, why in pages.wrong:
        yield Fault(line, why, column=column, path=path)


@rule(
    "PLAN903",
    "unknown-option",
    "error",
    scope="template",
    bad="""
    ---
    plan: {hidde: [card]}
    ---
    # Plan: new cache
    """,
    good=("plan: {hidde: [card]}", "plan: {hide: [card]}"),
)
def unknown_option(page: CheckedPage) -> Iterator[Fault]:
    """The mapping `plan` in front matter has a name, or names a piece, that there is not; or is a list.

    It has no effect, which nobody notices.
    """
    front = page.document.front
    start = front.lines.get("plan", 1)
    if isinstance(front.values.get("plan"), list):
        yield Fault(
            start,
            f"'plan' in front matter is a list; write names and values below it, without '-', e.g. {_SAMPLE}",
        )
    given = plan_mapping(front)
    if given is None:
        return
    if "ignore" in given and not isinstance(given["ignore"], dict):
        yield Fault(
            _line(page, start, "ignore"),
            "'ignore' of 'plan' in front matter is a mapping from codes to reasons; write e.g."
            " 'ignore: {PLAN401: counted by hand}'",
        )
    for name in ("show", "hide"):
        if isinstance(given.get(name), dict):
            yield Fault(
                _line(page, start, name),
                f"'{name}' of 'plan' in front matter is a list; write e.g. '{name}: [card]'",
            )
    for name in given:
        if name not in _KEYS:
            near = nearest(str(name), _KEYS, 0.5)
            yield Fault(
                _line(page, start, str(name)),
                f"'plan' in front matter has no '{name}'; there are {', '.join(_KEYS)}",
                near,
            )
    pieces = page.site.pieces
    for name in [*(page.plan.options.show or []), *page.plan.options.hide] if pieces else []:
        if name not in pieces:
            yield Fault(
                _line(page, start, name),
                f"there is no piece '{name}'; there are {', '.join(sorted(pieces))}",
                nearest(name, pieces, 0.5),
            )


def _line(page: CheckedPage, start: int, word: str) -> int:
    last = page.document.front.last_line
    return next((number for number in range(start, last) if word in page.text(number)), start)


@rule(
    "PLAN904",
    "unused-suppression",
    "info",
    scope="last",
    bad="""
    # Plan: new cache

    <!-- plan: ignore PLAN401 (counted by hand) -->

    No figure stands here.
    """,
    good=("<!-- plan: ignore PLAN401 (counted by hand) -->\n\n", ""),
    fixable=True,
)
def unused_suppression(pending: Pending) -> Iterator[Fault]:
    """A suppression suppresses nothing.

    What it was for has been repaired; left behind it would hide the next fault.
    """
    for one in pending.suppressions:
        if one.used:
            continue
        if one.codes:
            yield Fault(
                one.line, f"'{one.word}' is ignored here, but there is nothing to ignore; take it out"
            )
        else:
            yield Fault(one.line, f"there is no rule '{one.word}' to ignore", nearest_rule(one.word))


@rule(
    "PLAN905",
    "template-fault",
    "error",
    scope="site",
    bad="<!-- plan: repeat many -->",
    good="<!-- plan: repeat 1.. -->",
)
def template_fault(pages: Pages) -> Iterator[Fault]:
    """A template of the site can't be read, or says something that means nothing.

    Plans would be held to less than the team thinks.
    """
    for template in pages.site.templates.named():
        for fault in template.faults:
            yield Fault(fault.line, fault.message, path=template.path)


@rule(
    "PLAN906",
    "unknown-rule",
    "error",
    scope="site",
    bad="rules: {stale-pln: off}",
    good="rules: {stale-plan: off}",
)
def unknown_rule(pages: Pages) -> Iterator[Fault]:
    """The option `rules` names a rule or family that there is not.

    Its severity stays what it was.
    """
    for word in unknown(pages.site.settings.rules):
        near = nearest_rule(word)
        yield Fault(
            0,
            f"option 'rules': there is no rule or family '{word}'"
            + ("" if near else "; 'mkdocs-plan rules' lists them"),
            near,
        )


@rule(
    "PLAN909",
    "failing-rule",
    "warning",
    scope="site",
    bad="A page on which a rule of the plugin fails.",
    good="Any page.",
)
def failing_rule(_pages: Pages) -> Iterator[Fault]:
    """A rule could not be held, because of a fault in this program.

    What it would have found is not known; all other rules are held. Please report it.
    """
    yield from ()
