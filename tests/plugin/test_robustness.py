from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from mkdocs_plan_plugin.template.files import SHIPPED
from tests.rules.checked import check as checked

HEAD = "---\nplan: true\n---\n"


def plan(build, data: bytes | str, **options):
    """Build a site of one file, as it is."""
    root = build().root
    path = root / "docs/plans/a.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    return build("", **options)


def test_a_plan_that_is_not_utf8_is_read_with_replacement(build):
    built = plan(build, HEAD.encode() + "# Größe\n\n- [ ] Maß\n".encode("latin-1"))
    assert "Gr�" in built.html("plans/a/")
    assert "INFO plans/a.md:1: not UTF-8; what could not be decoded is shown as �" in built.ours


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        HEAD + "\ufeff# A\r\n\r\n- [ ] a\r\n",
        HEAD + "# A\n\n- [ ] \x02\x03 b\x00\n",
        HEAD + "#\n\n##\n\n- [ ]\n- [x]\n",
        HEAD + "# A\n\n```\n- [ ] never closed",
        HEAD + "# A\n\n<div>\n\n- [ ] a\n",
        HEAD + "# A <!-- never closed\n\n- [ ] a\n",
        HEAD + "# `A\n\n## Phase 1: <b\n\n- [ ] <a href='\n",
        HEAD + "# A\n\n" + "> " * 40 + "- [ ] deep\n",
        HEAD + "# A\n\n- [ ] a\n" * 50,
        "---\nplan: [\n---\n# A\n\n## Phase 1: x\n\n- [ ] a\n",
        "---\nplan: true\nx: 2025-02-30\n---\n# A\n\n- [ ] a\n",
        "\ufeff" + HEAD + "# A\n\n- [ ] a\u2028b\n",
    ],
    ids=range(14),
)
def test_any_text_builds_without_warning_and_without_leftovers(build, text):
    extensions = [
        "tables",
        "attr_list",
        "admonition",
        "pymdownx.superfences",
        "pymdownx.tasklist",
        "md_in_html",
    ]
    for built in (plan(build, text), plan(build, text, markdown_extensions=extensions, theme="material")):
        assert built.warnings == []
        assert "<!--plan" not in built.html("plans/a/")
        assert "&lt;!--plan" not in built.html("plans/a/")


def test_a_malformed_directive_is_told_and_leaves_nothing_behind(build):
    built = plan(build, HEAD + "# A\n\n<!-- plan:card {\n\n -->\n\n<!-- plans:\n")
    [told] = built.warnings
    assert told.endswith(
        "plans/a.md:6: error PLAN907 'plan:card': '{' is no mapping; write e.g. {name: value}"
    )
    assert "<!--plan" not in built.html("plans/a/")


def test_a_broken_template_of_the_sites_own_costs_its_view_only(tmp_path, build):
    drawn = """
    overrides/plan/card.html
      {{ nothing.at.all }}
    docs/plans/a.md
      ---
      plan: true
      ---
      # A

      - [ ] a
    """
    with pytest.raises(AssertionError, match="a bug in"):
        build(drawn, theme={"name": "mkdocs", "custom_dir": str(tmp_path / "overrides")})
    html = (tmp_path / "site/plans/a/index.html").read_text(encoding="utf-8")
    assert "class=plan-task" in html
    assert "plan-card" not in html


SHIPPED_TEMPLATE = SHIPPED.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_plan_begun_from_the_shipped_template_is_built(build, theme):
    """Its front matter names its template in the word that MkDocs has for a file of the theme."""
    text = SHIPPED_TEMPLATE.replace("[Name of the plan]", "New cache")
    built = plan(build, text, theme={"name": theme})
    assert "template: implementation-plan@1" in text
    assert "New cache" in built.page("plans/a/").h1.text


@pytest.mark.parametrize(
    "said", ["implementation-plan", "rollout v1.5", "a@", "@1", "'@'", "''", "", "7", "2024-01-01", "[a, b]"]
)
def test_whatever_a_plan_says_of_its_template_it_is_built(build, said):
    built = plan(build, f"---\nplan: true\ntemplate: {said}\n---\n# A\n\n- [ ] a\n")
    assert built.page("plans/a/").h1.text.startswith("A")


def test_a_page_that_is_no_plan_may_have_been_begun_from_it(build):
    built = build("""
    docs/notes.md
      ---
      plan: false
      template: implementation-plan@1
      ---
      # Notes
    """)
    assert built.page("notes/").h1.text.startswith("Notes")


def test_what_another_page_names_is_left_to_the_theme(build):
    with pytest.raises(TemplateNotFound, match="wide"):
        build("""
        docs/notes.md
          ---
          template: wide
          ---
          # Notes
        """)


@pytest.mark.parametrize("name", ["wide.html", "wide@2.html"])
def test_a_file_of_the_theme_is_no_template_of_plans(build, tmp_path, name):
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / name).write_text("<p>wide</p>{{ page.content }}", encoding="utf-8")
    theme = {"name": "mkdocs", "custom_dir": str(folder)}
    text = f"---\nplan: true\ntemplate: {name}\n---\n# A\n\n- [ ] a\n"
    built = plan(build, text, theme=theme)
    assert built.html("plans/a/").startswith("<p>wide</p>")
    assert not [line for line in built.ours if "PLAN112" in line]
    assert "PLAN112" not in [one.code for one in checked(text)]


class Choosy(Extension):
    """Wants to be asked by a page alone, as some extensions do."""

    def extendMarkdown(self, md):  # noqa: N802 - Python-Markdown's name
        md.preprocessors.register(ChoosyLines(md), "choosy", 5)


class ChoosyLines(Preprocessor):
    def run(self, lines):
        if "mkdocs_raw_html" not in self.md.preprocessors:
            raise LookupError("no page")
        return lines


def test_an_extension_that_raises_when_it_is_asked_about_lists_costs_their_repair_alone(build):
    text = HEAD + "# A\n\n**Status:** Bogus\n\n- [ ] a\n"
    built = plan(build, text, markdown_extensions=["tests.plugin.test_robustness:Choosy"])
    assert built.page("plans/a/").select_one(".plan-card")
    said = "asked how it nests lists, this site's Markdown raised LookupError('no page');"
    then = "the lists of plans stay as written. To say so yourself, write 'gfm_lists: false'"
    assert [line for line in built.ours if "lists" in line] == [f"INFO {said} {then}"]
    assert any("1 plan found" in line for line in built.ours)


@pytest.mark.parametrize(
    ("asked", "beside"),
    [("plans/a/index.html/x.json", "plans/a/index.html"), ("data.json", "data.json/x.txt")],
)
def test_data_that_would_need_a_folder_where_a_file_is_stands_at_its_default_place(build, asked, beside):
    root = build().root
    (root / "docs/data.json").mkdir()
    (root / "docs/data.json/x.txt").write_text("x", encoding="utf-8")
    built = plan(build, HEAD + "# A\n\n- [ ] a\n", plugins=[{"plan": {"data_file": asked}}])
    [said] = built.warnings
    assert said.endswith(f"option 'data_file': {asked} can't be beside {beside}; the data is at plans.json")
    assert '"A"' in (built.root / "site/plans.json").read_text(encoding="utf-8")


def test_data_that_can_not_be_written_is_a_warning(build):
    built = build("""
    mkdocs.yml
      hooks: [hooks.py]
      plugins: [{plan: {data_file: data/plans.json}}]
    hooks.py
      from pathlib import Path

      def on_env(env, config, **_):
          Path(config.site_dir, "data/plans.json").mkdir(parents=True)
    docs/plans/a.md
      ---
      plan: true
      ---
      # A
    """)
    [said] = built.warnings
    assert "option 'data_file': data/plans.json can't be written: Is a directory" in said
    assert built.page("plans/a/").h1


@pytest.mark.parametrize("data", ["[" * 200_000, '{"version": 1, "x": ' + "[" * 200_000])
def test_a_baseline_that_nests_without_end_holds_nothing(build, data):
    root = build().root
    (root / "known.json").write_text(data, "utf-8")
    built = plan(build, HEAD + "# A\n", plugins=[{"plan": {"baseline": "known.json"}}])
    [said] = built.warnings
    assert "option 'baseline': known.json can't be read: " in said
