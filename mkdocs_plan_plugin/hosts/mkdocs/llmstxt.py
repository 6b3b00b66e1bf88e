"""What the plugin `llmstxt` runs over a page before it makes Markdown of it: views as text and lists.

That plugin loads this file by its path, as the `preprocess` of a site that names none. Markdown has no boxes
but `[x]`, no cells over several rows, and no tips: what a matrix shows is in the list under it, how a
figure is counted in the card.
"""

from __future__ import annotations

from typing import Any

from mkdocs_plan_plugin.weave.log import Guarded


def preprocess(soup: Any, output: str) -> None:  # noqa: ANN401 - BeautifulSoup's, which is none of our packages
    """Change the parsed page in place; `output` is the file that its text goes to."""
    with Guarded("its text for models", output):
        for box in soup.select("input.plan-task"):
            box.replace_with("[x] " if box.has_attr("checked") else "[ ] ")
        for why in soup.select(".plan-ask > .plan-tip"):
            why.decompose()
        for tip in soup.select("a > .plan-tip"):
            tip.insert_before(":")
        for matrix in soup.select("table.plan-matrix"):
            said = matrix.caption.extract()
            said.name = "p"
            matrix.replace_with(said)
        for facts in soup.select(".plan-view dl"):
            _name_facts(facts)
        for part in soup.select(".plan-view :is(details, summary)"):
            part.insert_before(" ")
            part.insert_after(" ")


def _name_facts(facts: Any) -> None:  # noqa: ANN401 - as above
    """Make `Name: value` of names and values; a list in a value goes on its line."""
    for name in facts.select("dt"):
        if text := name.get_text().strip():
            name.string = f"{text}: "
        name.name = "span"
    for value in facts.select("dd"):
        for item in value.select("li"):
            if item.find_next_sibling("li"):
                item.append(", ")
            item.name = "span"
        for inside in (*value.select("ul"), value):
            inside.name = "span"
            inside.insert_before(" ")
    facts.name = "div"
