"""A page is filled in anew where an edit reaches it, and comes out as it would have otherwise."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.views.render import Renderer
from mkdocs_plan_plugin.weave import page_cache
from mkdocs_plan_plugin.weave.directives import Unfiltered
from mkdocs_plan_plugin.weave.page_cache import Filled, PageCache

SITE = """
mkdocs.yml
  nav: [index.md, {Plans: [plans/a.md, plans/b.md, plans/c.md, plans/d.md]}, notes.md]
docs/index.md
  # Start
docs/notes.md
  # Notes

  <!-- plan:card {of: plans/b.md} -->
docs/plans/a.md
  # First plan

  **Status:** In Progress
  **Depends on:** [Second](b.md)

  ## Phase 1: Dig

  - [x] one
  - [ ] two

  ## Phase 2: Fill

  - [ ] three

  ## Risks

  ### Risk 1: Rain

  **Probability:** High
  **Impact:** Medium
docs/plans/b.md
  # Second plan

  **Status:** In Progress

  ## Phase 1: Plant

  - [ ] four
docs/plans/c.md
  # Third plan

  **Status:** Planning

  ## Phase 1: Look

  - [ ] five
docs/plans/d.md
  # Fourth plan

  **Status:** Planning

  ## Phase 1: Count

  - [ ] six

  <!-- plans:table -->
"""


def edited(path: str, old: str, new: str):
    def edit(docs) -> None:
        text = (docs / path).read_text(encoding="utf-8")
        assert old in text
        (docs / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


EDITS = {
    "a ticked box": edited("plans/a.md", "- [ ] two", "- [x] two"),
    "a dependency that is done": edited("plans/b.md", "In Progress", "Complete"),
    "a dependency with another title": edited("plans/b.md", "# Second plan", "# Other plan"),
    "a dependency on a plan that was alone": edited("plans/c.md", "**Status:**", "**Depends on:** [A](a.md)\n\n**Status:**"),
    "a successor": edited("plans/c.md", "**Status:**", "**Supersedes:** [B](b.md)\n\n**Status:**"),
    "a title that another plan has": edited("plans/a.md", "# First plan", "# Third plan"),
    "a circle": edited("plans/b.md", "**Status:**", "**Depends on:** [C](c.md)\n\n**Status:**"),
    "another heading": edited("plans/c.md", "Phase 1: Look", "Phase 1: Look twice"),
    "a fault": edited("plans/c.md", "- [ ] five", "- [ ] five\n\n## Phase 3: Late\n\n- [ ] more"),
    "a plan that has gone": lambda docs: (docs / "plans/b.md").unlink(),
    "a new plan": lambda docs: (docs / "plans/e.md").write_text("---\nplan: true\n---\n# New\n\n- [ ] a\n"),
}  # fmt: skip


def html(site) -> dict[str, str]:
    return {url: site.html(url) for url in site.pages()}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_page_comes_out_as_if_nothing_were_kept(build, tmp_path, monkeypatch, edit):
    build(SITE, command="serve")
    edit(tmp_path / "docs")
    kept = html(build(command="serve"))
    monkeypatch.setattr(PageCache, "recall", lambda *_: None)
    assert html(build(command="serve")) == kept


def rendered(build, monkeypatch, command: str = "serve", **options) -> list[str]:
    """Build once more; return which plans were rendered."""
    plans: list[str] = []
    render = Renderer.render

    def counted(self, view, context):
        if view == "plan:card" and context.plan:
            plans.append(context.plan.path)
        return render(self, view, context)

    monkeypatch.setattr(Renderer, "render", counted)
    build(command=command, **options)
    monkeypatch.setattr(Renderer, "render", render)
    return plans


def test_only_what_an_edit_reaches_is_rendered(build, tmp_path, monkeypatch):
    build(SITE, command="serve")
    # A page with directives may show any plan, so it is always made anew: the card in the notes, and a table.
    always = ["plans/b.md", "plans/d.md"]
    assert sorted(rendered(build, monkeypatch)) == always
    EDITS["another heading"](tmp_path / "docs")
    assert sorted(rendered(build, monkeypatch)) == sorted([*always, "plans/c.md"])
    EDITS["a dependency that is done"](tmp_path / "docs")
    assert sorted(rendered(build, monkeypatch)) == sorted([*always, "plans/a.md", "plans/b.md"])


CHAIN = """
mkdocs.yml
docs/plans/a.md
  # First plan

  **Status:** In Progress

  ## Dependencies

  - [Second](b.md)

  ## Phase 1: Dig

  - [ ] one
docs/plans/b.md
  # Second plan

  **Status:** Planning
  **Depends on:** [Third](c.md)

  ## Phase 1: Plant

  - [ ] two
docs/plans/c.md
  # Third plan

  **Status:** Planning

  ## Phase 1: Look

  - [ ] three
"""


def test_a_picture_follows_what_the_plans_in_it_depend_on(build, tmp_path):
    def states(site) -> list[str]:
        return [box.text for box in site.page("plans/a/").select(".plan-graph .plan-mark")]

    assert states(build(CHAIN, command="serve")) == ["Planning", "Planning", "In progress"]
    edited("plans/c.md", "Planning", "Complete")(tmp_path / "docs")
    assert states(build(command="serve")) == ["Complete", "Planning", "In progress"]


def test_other_options_make_all_pages_anew(build, monkeypatch):
    build(SITE, command="serve")
    everything = {f"plans/{name}.md" for name in "abcd"}
    assert set(rendered(build, monkeypatch, plugins=[{"plan": {"index": False}}])) == everything


def test_templates_of_the_sites_own_may_read_anything(build, tmp_path, monkeypatch):
    own = {"theme": {"name": "mkdocs", "custom_dir": "theme"}}
    (tmp_path / "theme/plan").mkdir(parents=True)
    build(SITE, command="serve", **own)
    assert {f"plans/{name}.md" for name in "abcd"} == set(rendered(build, monkeypatch, **own))


def test_the_next_process_begins_with_what_was_kept(build, tmp_path, monkeypatch):
    first = html(build(SITE))
    always = ["plans/b.md", "plans/d.md"]
    assert sorted(rendered(build, monkeypatch, command="build")) == always
    assert html(build()) == first
    EDITS["a dependency that is done"](tmp_path / "docs")
    again = sorted(rendered(build, monkeypatch, command="build"))
    assert again == sorted([*always, "plans/a.md", "plans/b.md"])


def test_nothing_is_kept_where_the_site_says_so(build, monkeypatch):
    without = {"plugins": [{"plan": {"cache": False}}]}
    build(SITE, **without)
    everything = {f"plans/{name}.md" for name in "abcd"}
    assert set(rendered(build, monkeypatch, command="build", **without)) == everything


def test_a_link_that_leads_elsewhere_is_told_anew(build, tmp_path, monkeypatch):
    """Among the same plans one may take over a title that another one names."""
    quiet = {"plugins": [{"plan": {"rules": {"PLAN701": "off", "PLAN704": "off"}}}]}
    site = """
    docs/plans/a.md
      ---
      plan: true
      depends_on: Foo
      ---
      # Alpha

      **Status:** Planning
    docs/plans/x.md
      ---
      plan: true
      depends_on: Alpha
      ---
      # Foo

      **Status:** Complete
    docs/plans/y.md
      ---
      plan: true
      ---
      # Alpha
    """
    build(site, command="serve", **quiet)
    edited("plans/y.md", "# Alpha", "# Foo")(tmp_path / "docs")
    kept = html(build(command="serve", **quiet))
    monkeypatch.setattr(PageCache, "recall", lambda *_: None)
    assert html(build(command="serve", **quiet)) == kept


def test_a_fault_of_ours_costs_the_views_and_no_more(build, monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(Unfiltered, "seen_from", broken)
    with pytest.raises(AssertionError, match="shown without all views"):
        build(SITE, command="serve")


def test_of_more_pages_than_are_kept_the_first_stay(monkeypatch):
    monkeypatch.setattr(page_cache, "_MOST", 3)
    memory = PageCache()
    for build in (b"one", b"two"):
        memory.begin(b"", Cache(), serving=True)
        for number in range(10):
            memory.keep(f"{number}.md", build, Filled([], "", [], changes=False))
        found = [number for number in range(10) if memory.recall(f"{number}.md", build)]
        assert found == [0, 1, 2]
    assert memory.recall("0.md", b"one") is None
