from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest

SITE = """
docs/index.md
  # Start

docs/plans/a.md
  ---
  plan: true
  depends_on: [b.md]
  ---
  # Plan A

  ## Phases

  ### Phase 1: One

  - [ ] task

  ### Phase 2: Two

  - [x] task

  ## Risks

  #### Risk 1: Late

  **Probability:** High

  **Impact:** High

docs/plans/b.md
  ---
  plan: true
  ---
  # Plan B

  ## Phases

  ### Phase 1: One

  **Status:** Complete
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_inside_the_content_resolves(build, theme, directory_urls):
    built = build(SITE, theme=theme, use_directory_urls=directory_urls)
    pages = built.pages()
    ids = {url: {tag["id"] for tag in page.select("[id]")} for url, page in pages.items()}
    seen = 0
    for url, page in pages.items():
        for link in page.select(".plan-view a[href]"):
            target = urlsplit(urljoin(f"https://site/{url}", link["href"]))
            path = target.path.lstrip("/")
            path = f"{path}index.html" if path.endswith("/") or not path else path
            assert path in pages or (built.root / "site" / path).is_file(), (url, link)
            assert not target.fragment or unquote(target.fragment) in ids[path], (url, link)
            seen += 1
    assert seen > 5


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_ids_are_unique(build, theme):
    for page in build(SITE, theme=theme).pages().values():
        ids = [tag["id"] for tag in page.select("article [id], .plan-view [id], [role=main] [id]")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_ordinary_pages_are_those_of_a_site_without_the_plugin(build, theme):
    drawn = SITE + "\ndocs/todo.md\n  # To do\n\n  - [ ] one\n    - two\n\n  <!-- planned: soon -->\n"
    nav = ["index.md", "todo.md", "plans/a.md", "plans/b.md"]
    options = {
        "theme": theme,
        "nav": nav,
        "extra_css": ["own.css"],
        "markdown_extensions": ["pymdownx.tasklist"],
    }
    ordinary = ("", "todo/", "404.html")
    # The icons of plans in the navigation are on every page, where they are on.
    plugins = ["search", {"plan": {"nav_status": False}}]
    ours = [build(drawn, **options, plugins=plugins).html(url) for url in ordinary]
    assert ours == [build("", **options, plugins=["search"]).html(url) for url in ordinary]


def test_the_stylesheet_comes_before_the_sites_own(build):
    page = build(SITE, extra_css=["own.css"]).page("plans/a/")
    links = [link["href"] for link in page.select("link[rel=stylesheet]")]
    assert links[-2:] == ["../../assets/plan/plan.css", "../../own.css"]


def test_a_site_without_plans_has_no_assets(build):
    built = build("docs/a.md\n  # A\n")
    assert not (built.root / "site/assets").exists()
    assert "plan.css" not in built.html("")


def test_two_builds_in_one_process_are_independent(build):
    first = build(SITE).html("plans/")
    assert "Plan B" in first
    (build(SITE).root / "docs/plans/b.md").write_text("# No plan\n", encoding="utf-8")
    again = build("")
    assert "Plan B" not in again.html("plans/")
    assert [line for line in again.ours if "found" in line] == ["INFO 1 plan found"]


def test_same_input_same_bytes(build):
    first = {url: str(page) for url, page in build(SITE).pages().items()}
    assert {url: str(page) for url, page in build("").pages().items()} == first


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_views_are_not_in_the_search_index(build, theme):
    built = build(SITE, theme=theme)
    index = (built.root / "site/search/search_index.json").read_text(encoding="utf-8")
    assert "Phase 1: One" in index
    for words in ("No state", "No progress recorded", "Probability high", "In progress"):
        assert words not in index


def test_wrong_options_are_reported_and_the_build_goes_on(build):
    built = build(SITE, plugins=[{"plan": {"progres": "auto"}}])
    assert any("Did you mean 'progress'?" in line for line in built.log)
    assert built.page("plans/a/").select_one(".plan-card")
