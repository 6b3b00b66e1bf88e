"""Sites that Zensical builds, for real; skipped where it is not installed."""

from __future__ import annotations

import subprocess
import time

import pytest
from bs4 import BeautifulSoup

from tests.browser import sites
from tests.hosts import zensical
from tests.hosts.facts import facts
from tests.hosts.zensical import HOME, run
from tests.site import draw

pytestmark = [
    pytest.mark.skipif(not zensical.IS_THERE, reason=zensical.NO_ZENSICAL),
    pytest.mark.neighbour("Zensical"),
]

PLAN = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  **Status:** In Progress

  ## Phases

  ### Phase 1: One

  - [x] done
  - [~] half

  ### Phase 2: Two

  - [ ] open
     - [ ] nested by three

  ## Risks

  ### Risk 1: Hull leaks

  - **Probability:** High
  - **Impact:** High
"""
YAML = """
mkdocs.yml
  site_name: Site
  theme: {name: material, language: de}
  plugins: [search, plan]
  markdown_extensions:
    - toc: {permalink: true}
    - pymdownx.tasklist: {custom_checkbox: true}
    - mkdocs_plan_plugin.zensical
docs/index.md
  # Start

  <!-- plans:table -->

  [a plan](plans/a.md)
"""
TOML = """
zensical.toml
  [project]
  site_name = "Site"
  [project.plugins.plan]
  [project.markdown_extensions.toc]
  permalink = true
  [project.markdown_extensions."mkdocs_plan_plugin.zensical"]
docs/index.md
  # Start

  <!-- plans:table -->
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(site, url):
    return BeautifulSoup((site / "site" / url / "index.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("configuration", [YAML, TOML], ids=["mkdocs.yml", "zensical.toml"])
def test_plans_directives_index_pages_data_and_assets_are_shown(site, configuration):
    draw(site, configuration + PLAN)
    assert run("mkdocs-plan", "write")[0] == 0
    status, said = run("zensical", "build", "--strict")
    assert (status, "plan: " in said) == (0, False), said
    plan = page(site, "plans/a")
    for css in (".plan-card", ".plan-stepper", ".plan-risks"):
        assert len(plan.select(css)) == 1, css
    assert len(plan.select(".plan-phasebar")) == 2
    assert [box.has_attr("checked") for box in plan.select("input.plan-task")] == [True, False, False]
    assert plan.select_one("li li input.plan-task")
    [style] = plan.select("link[href$='plan.css']")
    assert (site / "site/plans/a" / style["href"]).exists()
    assert page(site, ".").select_one(".plan-plans a.plan-title")["href"] == "plans/a/"
    index = page(site, "plans")
    assert index.select_one(".plan-plans a.plan-title")["href"] == "a/"
    assert (site / "site/plans.json").exists()
    assert "plan-view" not in (site / "site/search.json").read_text("utf-8")
    for view in plan.select(".plan-view a[href]:not([href^='#'])"):
        assert (site / "site/plans/a" / view["href"] / "index.html").exists(), view
    anchors = {element["id"] for element in plan.select("[id]")}
    assert {link["href"][1:] for link in plan.select(".plan-view a[href^='#']")} <= anchors
    if configuration is YAML:
        assert index.h1.get_text(strip=True).startswith("Pläne")


def test_each_page_of_the_example_and_all_nine_index_pages_say_what_they_say_with_mkdocs(site):
    zensical.example(sites.config("material", site), site)
    assert zensical.build(site, SOURCE_DATE_EPOCH=sites.NOW) == ""
    shown, data = facts(site / "site"), (site / "site/plans.json").read_bytes()
    status, said = run("mkdocs", "build", "-q", SOURCE_DATE_EPOCH=sites.NOW, NO_MKDOCS_2_WARNING="1")
    assert status == 0, said
    assert facts(site / "site") == shown
    assert (site / "site/plans.json").read_bytes() == data
    for path in sites.INDEX_PAGES.values():
        assert shown[path.replace(".md", "/index.html").replace("/index/", "/")][0], path


INDEX = "".join(f'  {name} = "{path}"\n' for name, path in sites.INDEX_PAGES.items())


@pytest.mark.parametrize("folders", [True, False], ids=["plans/", "plans.html"])
def test_index_pages_hold_what_mkdocs_shows(site, build, folders):
    toml = TOML.replace("[project]", f"[project]\n  use_directory_urls = {str(folders).lower()}")
    draw(site, toml.replace("docs/index.md", f"  [project.plugins.plan.index]\n{INDEX}docs/index.md") + PLAN)
    assert zensical.build(site) == ""
    shown = facts(site / "site")
    mkdocs = {"use_directory_urls": folders, "plugins": ["search", {"plan": {"index": sites.INDEX_PAGES}}]}
    extensions = [{"toc": {"permalink": True}}]
    built = build(**mkdocs, markdown_extensions=extensions, theme="material", strict=True)
    assert built.warnings == []
    expected = facts(site / "site")
    assert len([name for name in expected if name.startswith("plans")]) == 10
    assert {name: shown[name] for name in expected} == expected


def test_a_fault_of_ours_ends_no_build(site):
    draw(site, YAML + PLAN + "\nmkdocs-plan.py\n  pass\n")
    (site / "mkdocs.yml").write_text(
        (site / "mkdocs.yml").read_text("utf-8").replace(", plan]", ", {plan: {stale_after: x}}]")
    )
    status, said = run("zensical", "build")
    assert status == 0
    assert "stale_after" in said
    assert "Plan A" in page(site, "plans/a").h1.get_text()


def test_serve_shows_an_edit_on_its_page_and_on_the_index(site):
    draw(site, YAML + PLAN)
    run("mkdocs-plan", "write")
    serving = subprocess.Popen(
        [HOME / "zensical", "serve", "-a", "127.0.0.1:8462"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        index, plan = site / "docs/plans/index.md", site / "docs/plans/a.md"
        until(lambda: "plan-card" in built(site, "plans/a"))
        time.sleep(1)
        plan.write_text(plan.read_text("utf-8").replace("[~] half", "[x] half"), "utf-8")
        until(lambda: built(site, "plans/a").count(" checked") == 2)
        until(lambda: ">1<" in built(site, "plans").partition("plan-tiles")[2].partition("</dl>")[0])
        new = plan.with_name("b.md")
        new.write_text(plan.read_text("utf-8").replace("Plan A", "Plan B"), "utf-8")
        until(lambda: 'href="b/"' in built(site, "plans"))
        new.unlink()
        until(lambda: 'href="b/"' not in index.read_text("utf-8"))
    finally:
        serving.kill()
        serving.wait()


def built(site, url):
    try:
        return (site / "site" / url / "index.html").read_text("utf-8")
    except OSError:
        return ""


def until(test):
    """Wait for something that takes under a second on a machine with nothing else to do."""
    end = time.monotonic() + 30
    while not test():
        assert time.monotonic() < end, "still not"
        time.sleep(0.05)
