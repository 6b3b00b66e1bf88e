"""`mkdocs-plan write`: what stands in docs_dir afterwards, and what MkDocs makes of it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from mkdocs_plan_plugin.cli import main
from tests.site import draw

SITE = """
mkdocs.yml
  site_name: Site
  plugins: [search, plan]
docs/index.md
  # Start
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  ## Phase 1: One

  - [x] done
"""
WRITTEN = [
    "written: plans/index.md",
    "written: plans.json",
    "written: assets/plan/plan.css",
    "written: assets/plan/plan.js",
]


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.chdir(tmp_path)
    draw(tmp_path, SITE)
    return tmp_path


def write(status=0):
    run = CliRunner().invoke(main, ["write"])
    assert run.exit_code == status, run.output
    return run.output.splitlines()


def test_what_is_written_is_written_on_change_only(site):
    assert write() == WRITTEN
    assert write() == []
    (site / "docs/plans/b.md").write_text("---\nplan: true\n---\n# Plan B\n", "utf-8")
    assert write() == ["written: plans/index.md", "written: plans.json"]
    assert [plan["title"] for plan in json.loads((site / "docs/plans.json").read_text("utf-8"))["plans"]] == [
        "Plan A",
        "Plan B",
    ]


def test_an_index_page_is_markdown_with_a_block_of_html_for_each_view(site):
    write()
    text = (site / "docs/plans/index.md").read_text("utf-8")
    assert text.startswith("<!-- written by mkdocs-plan write")
    assert "\n# Plans\n" in text
    assert "<!-- plans:" not in text
    views = [line for line in text.splitlines() if 'class="plan-view' in line]
    assert len(views) > 4
    assert all(line.startswith(("<div", "<nav", "<section")) for line in views)
    assert 'href="a/"' in text
    assert '<link rel="stylesheet" href="../assets/plan/plan.css">' in text


def test_a_page_that_needs_width_says_so_in_front_of_all_else_and_is_known_again(site):
    (site / "mkdocs.yml").write_text(
        "site_name: Site\nplugins: [{plan: {index: {board: board.md}}}]\n", "utf-8"
    )
    assert "written: board.md" in write()
    lines = (site / "docs/board.md").read_text("utf-8").splitlines()
    assert lines[:6] == [
        "---",
        "# written by mkdocs-plan write; changes are lost",
        "hide: [navigation, toc]",
        "---",
        "",
        "# Board",
    ]
    (site / "docs/plans/b.md").write_text("---\nplan: true\n---\n# Plan B\n", "utf-8")
    assert "written: board.md" in write()


def test_what_is_no_longer_wanted_goes_and_files_of_others_stay(site):
    write()
    (site / "docs/assets/plan/plan.js").write_text("// ours", "utf-8")
    draw(site, "mkdocs.yml\n  site_name: Site\n  plugins: [{plan: {index: all.md}}]\n")
    lines = write(status=1)
    assert "written: all.md" in lines
    assert "removed: plans/index.md" in lines
    assert any("plan.js is there and was not written by mkdocs-plan" in line for line in lines)
    assert (site / "docs/assets/plan/plan.js").read_text("utf-8") == "// ours"


def test_mkdocs_shows_nothing_twice_where_files_were_written(site, build):
    write()
    index = (site / "docs/plans/index.md").read_text("utf-8")
    (site / "docs/plans/index.md").write_text(index.replace("Plan A", "Plan Stale"), "utf-8")
    built = build(plugins=["search", "plan"], strict=True)
    assert [link.get_text() for link in built.page("plans/").select(".plan-plans a.plan-title")] == ["Plan A"]
    assert "written by" not in built.html("plans/")
    assert built.path("plans.json").exists()
    assert not [line for line in built.ours if "of its own" in line]
    assert len(built.page("plans/").select("link[href$='plan.css']")) == 1


def test_a_configuration_of_zensical_that_shows_no_plan_is_told(site):
    (site / "mkdocs.yml").unlink()
    drawn = 'zensical.toml\n  [project]\n  site_name = "Site"\n  [project.plugins.plan]\n  stale_after = 5\n'
    draw(site, drawn)
    run = CliRunner().invoke(main, ["check"])
    assert "Zensical runs no plugin 'plan'" in run.output
    draw(site, drawn + '  [project.markdown_extensions."mkdocs_plan_plugin.zensical"]\n')
    assert "Zensical" not in CliRunner().invoke(main, ["check"]).output
    assert write() == WRITTEN


def test_doctor_says_what_zensical_needs(site):
    (site / "mkdocs.yml").unlink()
    draw(site, 'zensical.toml\n  [project]\n  site_name = "Site"\n  [project.plugins.plan]\n')
    run = CliRunner().invoke(main, ["doctor"])
    assert "markdown_extensions: [mkdocs_plan_plugin.zensical]" in run.output
