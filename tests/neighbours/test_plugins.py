"""Sites with one more plugin, built strictly: what it does with plans, and plans with what it does.

`neighbour` names the row of the README's table that a test stands for.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.site import draw

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

  ### Phase 2: Two

  - [ ] open

  ## Risks

  ### Risk 1: Hull leaks

  - **Probability:** High
  - **Impact:** High
"""


def neighbour(name, module=None):
    """Mark a test as one of the neighbour's, which is skipped where that is not installed."""
    marks = [pytest.mark.neighbour(name)]
    if module:
        try:
            __import__(module)
        except ImportError:
            marks.append(pytest.mark.skip(reason=f"{module} is not installed"))

    def marked(test):
        for mark in marks:
            test = mark(test)
        return test

    return marked


@neighbour("htmlproofer", "htmlproofer")
def test_htmlproofer_finds_the_index_page(build):
    options = {"raise_error": True, "validate_external_urls": False, "strict_anchors": True}
    drawn = f"{PLAN}\ndocs/index.md\n  # Start\n\n  [plans](plans/index.md)\n"
    built = build(drawn, plugins=["search", "plan", {"htmlproofer": options}], strict=True)
    assert built.warnings == []


@neighbour("redirects", "mkdocs_redirects")
def test_redirects_lead_to_the_index_page(build):
    maps = {"redirects": {"redirect_maps": {"old.md": "plans/index.md"}}}
    built = build(PLAN, plugins=["search", "plan", maps], strict=True)
    assert 'url=plans/"' in built.html("old/").replace("../", "")


@neighbour("gen-files", "mkdocs_gen_files")
def test_a_generated_page_at_the_address_of_the_index_wins(build):
    drawn = f"""{PLAN}
gen.py
  import mkdocs_gen_files

  with mkdocs_gen_files.open("plans/index.md", "w") as file:
      print("# Ours", file=file)
  with mkdocs_gen_files.open("plans/b.md", "w") as file:
      print("---\\nplan: true\\n---\\n# Plan B", file=file)
"""
    root = build().root
    gen = {"gen-files": {"scripts": [str(root / "gen.py")]}}
    built = build(drawn, plugins=["search", "plan", gen], strict=True)
    assert built.page("plans/").h1.get_text(strip=True) == "Ours"
    assert "INFO made by other plugins, and not seen by the command line: plans/b.md" in built.ours


@neighbour("static-i18n", "mkdocs_static_i18n")
def test_a_nav_that_names_the_index_holds_in_each_language(build):
    built = build(
        PLAN,
        theme="material",
        nav=["index.md", "plans/index.md", "plans/a.md"],
        plugins=["search", _languages(), "plan"],
        strict=True,
    )
    assert built.warnings == []
    for url, links in (("plans/", ["./", "../fr/plans/"]), ("fr/plans/", ["../../plans/", "./"])):
        assert [link["href"] for link in built.page(url).select("head link[hreflang]")] == links


@neighbour("static-i18n", "mkdocs_static_i18n")
def test_the_hint_names_the_nav_of_the_language(build):
    short, whole = ["index.md", "plans/a.md"], ["index.md", "plans/index.md", "plans/a.md"]
    built = build(PLAN, plugins=["search", _languages(whole, short), "plan"], strict=True)
    assert [line for line in built.ours if "nav" in line] == [
        (
            "INFO the page plans/index.md is not in 'nav' of the language 'fr'."
            " To list it, add: - Plans: plans/index.md"
        )
    ]
    built = build(PLAN, nav=short, plugins=["search", _languages(), "plan"], strict=True)
    assert len([line for line in built.ours if "nav" in line]) == 1


def _languages(english=None, french=None):
    languages = [
        {"locale": "en", "default": True, "name": "English"} | ({"nav": english} if english else {}),
        {"locale": "fr", "name": "Français"} | ({"nav": french} if french else {}),
    ]
    return {"i18n": {"languages": languages}}


@neighbour("rss", "mkdocs_rss_plugin")
def test_feeds_hold_the_plan_as_shown_and_no_generated_page(build):
    options = {
        "rss": {
            "abstract_chars_count": -1,
            "use_git": False,
            "date_from_meta": {"as_creation": "date"},
        }
    }
    built = build(PLAN, site_url="https://example.org/", plugins=["search", "plan", options])
    feed = json.loads(built.path("feed_json_created.json").read_text("utf-8"))
    content = {item["title"]: item["content_html"] for item in feed["items"]}
    assert sorted(content) == ["Plan A", "Start"]
    assert "plan-card" in content["Plan A"]
    assert "plan-task" in content["Plan A"]
    assert not re.search("[\ufdd0-\ufdef]", content["Plan A"])
    assert built.page("plans/").select_one(".plan-plans")


@neighbour("llmstxt", "mkdocs_llmstxt")
def test_texts_for_models_leave_generated_pages_out_unless_they_are_named(build):
    def texts(*paths):
        options = {"llmstxt": {"full_output": "full.txt", "sections": {"All": list(paths)}}}
        plugins = ["search", "plan", options]
        built = build(PLAN, site_url="https://example.org/", plugins=plugins, strict=True)
        return built.path("full.txt").read_text("utf-8")

    globbed = texts("*.md", "plans/*.md")
    assert "# Plan A" in globbed
    assert "# Plans\n" not in globbed
    assert "complete**" not in globbed
    assert "# Plans\n" in texts("plans/index.md")


@neighbour("llmstxt", "mkdocs_llmstxt")
def test_texts_for_models_have_boxes_as_text_and_views_as_words(build):
    def text(**own):
        options = {"llmstxt": {"full_output": "full.txt", "sections": {"All": ["plans/*.md"]}, **own}}
        built = build(PLAN, site_url="https://example.org/", plugins=["search", "plan", options], strict=True)
        return built.path("full.txt").read_text("utf-8")

    found = text()
    said = [line for line in found.split("## Phases")[0].splitlines() if line]
    assert said[-6:] == [
        "50 %",
        "**1** of 2 phases complete **1** of 2 tasks done",
        "The mean of its phases, each weighing the same: (1/1 + 0/1) ÷ 2 = 50 %, rounded down.",
        "Next: [Phase 2: Two](#phase-2-two)",
        "Open risks: [1 critical: Hull leaks](#risk-1-hull-leaks)",
        "**Status:** In Progress",
    ]
    assert "- [x] done\n" in found
    assert "- [ ] open\n" in found
    assert "1. Critical R1 [Hull leaks](#risk-1-hull-leaks) No mitigation Open" in found
    assert "| Probability |" not in found, "a table that Markdown can't write"
    own = build().root / "own.py"
    own.write_text("def preprocess(soup, output):\n    soup.h1.string = 'Mine'\n", "utf-8")
    assert "# Mine\n" in text(preprocess=str(own))


@neighbour("print-site", "mkdocs_print_site_plugin")
def test_links_of_a_print_page_lead_somewhere_and_ids_are_there_once(build):
    second = PLAN.replace("a.md", "b.md").replace("Plan A", "Plan B")
    built = build(PLAN + second, theme="material", plugins=["search", "plan", "print-site"])
    page = built.page("print_page/")
    ids = Counter(element["id"] for element in page.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [
        link["href"] for link in page.select("#print-site-page a[href^='#']") if link["href"][1:] not in ids
    ] == []
    assert len(page.select("span[id$='plan-phase-1']")) == 2
    assert not re.search(r"<!--plan[0-9a-f]{16}", str(page))


@neighbour("encryptcontent", "encryptcontent")
def test_what_a_page_hides_behind_a_password_stands_on_no_other_page(build):
    def plans(front):
        drawn = PLAN.replace("plan: true", front) + "\ndocs/b.md\n  ---\n  plan: true\n  ---\n  # Plan B\n"
        built = build(drawn, plugins=["search", {"encryptcontent": {"selfhost": False}}, "plan"])
        assert "Hull leaks" not in built.html("plans/a/")
        said = [str(view) for view in built.page("plans/").select(".plan-view")]
        return "".join(said) + built.path("plans.json").read_text("utf-8"), built.ours

    open_text, lines = plans("plan: true\n  password: tide")
    assert "Plan A" not in open_text
    assert "Hull leaks" not in open_text
    assert "Plan B" in open_text
    assert any("encryptcontent protects them: plans/a.md." in line for line in lines)
    assert "Hull leaks" in plans("plan: {list: true}\n  password: tide")[0]


@neighbour("minify", "mkdocs_minify_plugin")
def test_a_minified_page_has_its_views(build):
    options = {"minify": {"minify_html": True, "htmlmin_opts": {"remove_comments": True}}}
    built = build(PLAN, theme="material", plugins=["search", "plan", options], strict=True)
    assert built.page("plans/").select_one(".plan-plans a.plan-title")
    assert len(built.page("plans/a/").select("li > input.plan-task")) == 2


@neighbour("monorepo", "mkdocs_monorepo_plugin")
def test_plans_of_included_repositories_are_read_and_told_of(build, monkeypatch):
    # it leaves its folder to the garbage, whose collector warns of that in any test
    quietly = staticmethod(lambda name, *_, **__: shutil.rmtree(name, ignore_errors=True))
    monkeypatch.setattr("tempfile.TemporaryDirectory._cleanup", quietly)
    drawn = f"""{PLAN}
boats/mkdocs.yml
  site_name: boats
  nav:
    - Hull: plans/hull.md
boats/docs/plans/hull.md
  ---
  plan: true
  ---
  # Hull plan
"""
    nav = [{"Start": "index.md"}, {"A": "plans/a.md"}, {"Boats": "!include ./boats/mkdocs.yml"}]
    built = build(drawn, nav=nav, plugins=["search", "monorepo", "plan"])
    titles = [link.get_text() for link in built.page("plans/").select(".plan-plans a.plan-title")]
    assert sorted(titles) == ["Hull plan", "Plan A"]
    assert not [line for line in built.ours if "/tmp" in line]
    unseen = [line for line in built.ours if "not seen by the command line" in line]
    assert unseen == ["INFO made by other plugins, and not seen by the command line: boats/plans/hull.md"]


@neighbour("multirepo", "mkdocs_multirepo_plugin")
def test_plans_of_imported_repositories_are_read_and_no_command_is_advised_on_them(build, tmp_path):
    boats = tmp_path / "boats"
    hull = "---\nplan: true\n---\n# Hull plan\n\n**Progress:** 50%\n\n## Phase 1: Keel\n\n- [x] laid\n- [ ] bolted\n- [ ] painted\n"
    draw(boats, "mkdocs.yml\n  site_name: boats\n  nav: [plans/hull.md]\n")
    (boats / "docs/plans").mkdir(parents=True)
    (boats / "docs/plans/hull.md").write_text(hull, "utf-8")
    for words in ("init -q -b main", "add .", "-c user.name=a -c user.email=a@b.example commit -q -m boats"):
        subprocess.run(["git", *words.split()], cwd=boats, check=True)
    repos = [{"section": "Boats", "import_url": f"{boats.as_uri()}?branch=main"}]
    plugins = ["search", {"multirepo": {"repos": repos}}, "plan"]
    with ThreadPoolExecutor(1) as own:  # it runs a loop of its own, and a browser's may run in this thread
        built = own.submit(
            build, PLAN, repo_url="https://example.org/x", edit_uri="edit/main/", plugins=plugins
        ).result()
    titles = [link.get_text() for link in built.page("plans/").select(".plan-plans a.plan-title")]
    assert sorted(titles) == ["Hull plan", "Plan A"]
    assert "INFO made by other plugins, and not seen by the command line: Boats/plans/hull.md" in built.ours
    [here, there] = [line for line in built.ours if "mkdocs-plan check" in line]
    assert here.endswith("on 1 page; shown by: mkdocs-plan check")
    assert there.endswith("on 1 page; shown by `mkdocs-plan check` where their files come from")
    assert not [line for line in built.ours if "temp_dir" in line]


def test_pages_from_a_folder_beside_the_configuration_are_the_sites_own(build, tmp_path):
    elsewhere = tmp_path / "pages"
    draw(elsewhere, PLAN.replace("docs/plans", "plans") + "\nindex.md\n  # Home\n")
    built = build("", docs_dir=str(elsewhere))
    assert built.page("plans/a/").select_one(".plan-card")
    assert not [line for line in built.ours if "not seen by the command line" in line]
