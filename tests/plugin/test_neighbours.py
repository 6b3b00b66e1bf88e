from __future__ import annotations

import pytest

PLAN = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  ## Phases

  ### Phase 1: One

  - [x] done

  ### Phase 2: Two

  - [ ] open
"""


@pytest.mark.neighbour("snippets")
def test_snippets_are_part_of_what_the_page_shows(build):
    drawn = PLAN + '\n  --8<-- "more.txt"\n\nparts/more.txt\n  - [x] from a snippet\n  - [x] and another\n'
    root = build().root
    built = build(drawn, markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(root / "parts")]}}])
    page = built.page("plans/a/")
    assert len(page.select("li .plan-task")) == 4
    assert any("macros or snippets change this plan" in line for line in built.ours)
    assert built.warnings == []


@pytest.mark.neighbour("macros")
def test_macros(build):
    pytest.importorskip("mkdocs_macros")
    drawn = PLAN + "\n  {% for n in range(3) %}\n  - [x] number {{ n }}\n  {% endfor %}\n"
    page = build(drawn, plugins=["plan", "macros"]).page("plans/a/")
    assert len(page.select("li .plan-task")) == 5


@pytest.mark.neighbour("static-i18n")
def test_translations(build):
    pytest.importorskip("mkdocs_static_i18n")
    i18n = {
        "i18n": {
            "languages": [{"locale": "en", "default": True, "name": "en"}, {"locale": "fr", "name": "fr"}]
        }
    }
    drawn = PLAN + "\ndocs/plans/a.fr.md\n  ---\n  plan: true\n  ---\n  # Plan français\n"
    built = build(drawn, plugins=["search", i18n, "plan"], theme="material")
    assert built.page("plans/").select_one(".plan-plans").find("a", string="Plan A")
    assert built.page("fr/plans/").select_one(".plan-plans").find("a", string="Plan français")
    assert built.page("fr/plans/a/").select_one(".plan-card")


@pytest.mark.neighbour("print-site")
def test_a_print_page_has_the_views(build):
    pytest.importorskip("mkdocs_print_site_plugin")
    built = build(PLAN, plugins=["plan", "print-site"])
    assert built.page("print_page/").select_one(".plan-card")
    assert "plan.css" in built.html("print_page/")


WATCHING = """
mkdocs.yml
  hooks: [hooks.py]
hooks.py
  from pathlib import Path

  pages = []

  def note(event, page, text):
      if page.file.src_uri == "plans/a.md":
          with Path("events.txt").open("a") as file:
              print(event, "plan-card" in text, file=file)

  def on_page_content(html, page, **_):
      note("content", page, html)
      return html

  def on_env(env, files, **_):
      for file in files.documentation_pages():
          note("env", file.page, file.page.content)

  def on_page_context(context, page, **_):
      note("context", page, page.content)

  def on_post_page(output, page, **_):
      note("output", page, output)
      pages.append(page)

  def on_post_build(**_):
      for page in pages:
          note("end", page, page.content)
"""


def test_plugins_find_views_in_what_is_rendered_and_written_but_not_in_what_is_indexed(build, monkeypatch):
    monkeypatch.chdir(build().root)
    built = build(PLAN + WATCHING)
    said = (built.root / "events.txt").read_text("utf-8").split("\n")
    assert said[:-1] == ["content True", "env False", "context False", "output True", "end False"]
    assert "plan-card" in built.html("plans/a/")


def test_a_page_may_be_made_ready_twice_or_before_its_neighbour_is_written(build):
    again = (
        PLAN
        + """
mkdocs.yml
  hooks: [hooks.py]
hooks.py
  from mkdocs.plugins import event_priority

  busy = []

  @event_priority(-200)
  def on_page_context(context, page, config, nav):
      if not busy:
          busy.append(page)
          for other in [page, *nav.pages]:
              config.plugins.on_page_context(dict(context), page=other, config=config, nav=nav)
          busy.clear()
      return context
"""
    )
    assert build(again).page("plans/a/").select_one(".plan-card")


def test_what_a_plugin_makes_of_a_page_while_it_is_written_stays(build):
    drawn = (
        PLAN
        + """
mkdocs.yml
  hooks: [hooks.py]
hooks.py
  from mkdocs.plugins import event_priority

  pages = []

  @event_priority(-120)
  def on_page_context(context, page, **_):
      page.content += "<!-- sealed -->"
      pages.append(page)

  def on_post_build(**_):
      assert all("<!-- sealed -->" in page.content for page in pages) and len(pages) > 1
"""
    )
    assert "<!-- sealed -->" in build(drawn).html("plans/a/")


def test_another_conversion_of_markdown_gets_no_slots(build):
    hook = """
hook.py
  import markdown

  def on_page_markdown(text, page, config, files):
      page.meta["other"] = markdown.Markdown(
          extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
      ).convert(text)

  def on_page_content(html, page, config, files):
      return html + "<aside>" + page.meta["other"] + "</aside>"
"""
    root = build().root
    page = build(PLAN + hook, hooks=[str(root / "hook.py")]).page("plans/a/")
    assert len(page.select(".plan-card")) == 1
    assert not page.aside.select("[class*=plan-]")
    assert "[x] done" in page.aside.get_text()


def test_a_page_that_a_neighbour_renders_in_between_leaves_nothing_behind(build):
    hook = """
hook.py
  def on_page_markdown(text, page, config, files):
      if page.file.src_uri != "index.md":
          return
      other = files.get_file_from_path("plans/a.md").page
      other.read_source(config)
      other.markdown = config.plugins.on_page_markdown(other.markdown, page=other, config=config, files=files)
      other.render(config, files)
"""
    root = build().root
    site = build(PLAN + hook, hooks=[str(root / "hook.py")])
    assert not site.page("").select(".plan-view")
    assert len(site.page("plans/a/").select(".plan-card")) == 1


def test_pieces_whose_places_a_neighbour_removes_stand_under_the_title(build):
    hook = """
hook.py
  import re
  from mkdocs.plugins import event_priority

  @event_priority(200)
  def on_page_content(html, page, config, files):
      return re.sub("[\ufdd0-\ufdef]", "", html)
"""
    root = build().root
    built = build(PLAN + hook, hooks=[str(root / "hook.py")])
    page = built.page("plans/a/")
    assert [view["class"][1] for view in page.h1.find_next_siblings(class_="plan-view")] == [
        "plan-card",
        "plan-stepper",
    ]
    [line] = [line for line in built.ours if "removed the places" in line]
    assert "card" in line
    assert "2 checkboxes" in line
    assert [item.get_text() for item in page.select("h3 ~ ul li")] == ["[x] done", "[ ] open"]


@pytest.mark.parametrize("tasks", [[], ["pymdownx.tasklist"]])
@pytest.mark.neighbour("striphtml")
def test_what_strips_comments_leaves_boxes_and_views(build, tasks):
    built = build(PLAN, markdown_extensions=["pymdownx.striphtml", *tasks])
    page = built.page("plans/a/")
    assert len(page.select("li > input.plan-task")) == 2
    assert page.select_one(".plan-card")
    assert built.page("plans/").select_one(".plan-plans a.plan-title")
    assert not [line for line in built.ours if "removed" in line]


def test_comments_that_are_stripped_while_the_views_wait_take_nothing_with_them(build):
    hooks = """
hooks.py
  import re
  from mkdocs.plugins import event_priority
  @event_priority(-1000)
  def on_page_content(html, **_):
      return re.sub("<!--.*?-->", "", html, flags=re.DOTALL)
mkdocs.yml
  hooks: [hooks.py]
"""
    stripped = build(PLAN + hooks).page("plans/a/").body
    whole = build(PLAN).page("plans/a/").body
    assert [view["class"] for view in stripped.select(".plan-view")] == [
        view["class"] for view in whole.select(".plan-view")
    ]
    assert stripped.get_text() == whole.get_text()


def test_on_config_may_be_called_twice(build):
    hook = "\nhook.py\n  def on_config(config):\n      config.plugins['plan'].on_config(config)\n"
    root = build().root
    built = build(PLAN + hook, hooks=[str(root / "hook.py")])
    page = built.page("plans/a/")
    assert len(page.select(".plan-card")) == 1
    assert str(page.head).count("plan.css") == 1


@pytest.mark.neighbour("static-i18n")
def test_translations_in_folders(build):
    pytest.importorskip("mkdocs_static_i18n")
    languages = [{"locale": "en", "default": True, "name": "en"}, {"locale": "fr", "name": "fr"}]
    i18n = {"i18n": {"docs_structure": "folder", "languages": languages}}
    root = build().root
    (root / "docs/index.md").unlink()
    drawn = PLAN.replace("docs/", "docs/en/") + PLAN.replace("docs/", "docs/fr/").replace(
        "Plan A", "Plan français"
    )
    drawn += "\ndocs/en/index.md\n  # Home\n\ndocs/fr/index.md\n  # Accueil\n"
    built = build(drawn, plugins=["search", i18n, "plan"], theme="material")
    for url, title in (("plans/", "Plan A"), ("fr/plans/", "Plan français")):
        [link] = built.page(url).select(".plan-plans a.plan-title")
        assert link.get_text() == title
        assert link["href"] == "a/"


@pytest.mark.neighbour("Material blog")
def test_posts_of_a_blog_are_no_plans_as_they_are_hidden_while_plans_are_found(build):
    drawn = (
        PLAN
        + """
docs/blog/index.md
  # Blog

docs/blog/posts/a.md
  ---
  date: 2026-01-01
  plan: true
  ---
  # A plan in a post

  - [x] done

  <!-- more -->

  <!-- plans:table -->
"""
    )
    built = build(drawn, theme="material", plugins=["search", {"blog": {}}, "plan"])
    post = built.page("blog/2026/01/01/a-plan-in-a-post/")
    assert not post.select(".plan-card, .plan-task")
    assert post.select_one(".plan-plans a")["href"] == "../../../../../plans/a/"
    assert built.page("plans/a/").select(".plan-card")
    assert built.warnings == []


@pytest.mark.neighbour("Material meta")
def test_front_matter_of_folders_counts_where_materials_plugin_gives_it(build):
    drawn = """
    docs/work/.meta.yml
      plan: true
      owner: Team Tide
    docs/work/cache.md
      # Cache

      **Status:** In Progress
    """
    built = build(drawn, theme="material", plugins=["search", "material/meta", "plan"])
    assert "Team Tide" in built.page("work/cache/").select_one(".plan-card").text
    built = build(
        drawn.replace("Tide", "Quay"), theme="material", plugins=["search", "material/meta", "plan"]
    )
    assert "Team Quay" in built.page("work/cache/").select_one(".plan-card").text
    built = build(drawn, theme="material", plugins=["search", "plan"])
    assert built.page("work/cache/").select_one(".plan-card") is None
