"""Plans outside of docs_dir in a site: listed, linked to the repository, shown as pages."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Built

SITE = """
specs/001-racks/tasks.md
  # Tasks: Racks

  **Input**: [the spec](./spec.md), [the data](data.md#a), [the code](../../racks.c), [gone](nowhere.md)

  ## Phase 1: Setup

  - [x] T001 Dig

  ## Phase 2: Racks

  - [ ] T002 Pour
specs/001-racks/spec.md
  # Feature Specification: Kite Racks

  See [the wind](../../docs/plans/wind.md).

  ![a rack](rack.png)
specs/001-racks/data.md
  # Data
specs/001-racks/rack.png
  no picture
racks.c
  int main;
docs/plans/wind.md
  ---
  plan: true
  depends_on: Kite Racks
  ---
  # Wind
"""


def site(*extra: object, **options: object) -> str:
    """The site with the option, and options of MkDocs."""
    config = {"plugins": ["search", {"plan": {"extra_plans": list(extra)}}], **options}
    return f"mkdocs.yml\n  {json.dumps(config)}\n{SITE}"


def links(built: Built, address: str, text: str) -> list[str | None]:
    """Where what is called so leads to on a page; None where it is no link."""
    found = built.page(address).select_one("article, main, body").find_all("a")
    return [link.get("href") for link in found if text in link.get_text()]


def test_its_figures_stand_in_the_index_and_in_the_data(build: Callable[..., Built]) -> None:
    built = build(site("specs"))
    assert "INFO 2 plans found" in built.ours
    assert "Kite Racks" in built.page("plans/").select_one("table.plan-plans").get_text()
    data = json.loads(built.path("plans.json").read_text("utf-8"))
    (plan,) = [plan for plan in data["plans"] if plan["path"] == "specs/001-racks/tasks.md"]
    assert (plan["title"], plan["progress"]["percent"]) == ("Kite Racks", 50)
    assert data["totals"]["phases_total"] == 2


def test_only_with_pages_it_is_a_page(build: Callable[..., Built]) -> None:
    assert not [address for address in build(site("specs")).pages() if address.startswith("specs")]


def test_a_plan_of_the_site_may_depend_on_it(build: Callable[..., Built]) -> None:
    assert "Kite Racks" in build(site("specs")).page("plans/wind/").select_one(".plan-card").get_text()


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({"repo_url": "https://github.com/a/b"}, "https://github.com/a/b/blob/HEAD/specs/001-racks/tasks.md"),
        (
            {"repo_url": "https://gitlab.com/a/b/"},
            "https://gitlab.com/a/b/-/blob/HEAD/specs/001-racks/tasks.md",
        ),
        (
            {"repo_url": "https://github.com/a/b", "edit_uri": "edit/dev/docs/"},
            "https://github.com/a/b/blob/dev/specs/001-racks/tasks.md",
        ),
        (
            {"repo_url": "https://code.example/a/b", "edit_uri": "_edit/main/docs/"},
            "https://code.example/a/b/src/branch/main/specs/001-racks/tasks.md",
        ),
        (
            {"repo_url": "https://code.example/a/b", "edit_uri_template": "blob/main/docs/{path}"},
            "https://code.example/a/b/blob/main/specs/001-racks/tasks.md",
        ),
        ({"repo_url": "https://code.example/a/b"}, None),
        ({}, None),
    ],
)
def test_it_is_linked_to_the_repository_if_that_is_known(
    options: dict[str, str], address: str | None, build: Callable[..., Built]
) -> None:
    found = set(links(build(site("specs", **options)), "plans/", "Kite Racks"))
    assert found == ({address} if address else set())


def test_a_name_with_spaces_is_a_link(build: Callable[..., Built]) -> None:
    task = "backlog/tasks/task-1 - Oil it.md\n  ---\n  id: task-1\n  title: Oil\n  status: Done\n  ---\n"
    built = build(site("backlog", repo_url="https://github.com/a/b") + task)
    assert set(links(built, "plans/", "Oil")) == {
        "https://github.com/a/b/blob/HEAD/backlog/tasks/task-1%20-%20Oil%20it.md"
    }


SHOWN = {"path": "specs", "pages": True}


class TestPages:
    """With `pages: true`."""

    def test_it_has_a_card_under_its_title_and_is_in_the_navigation(
        self, build: Callable[..., Built]
    ) -> None:
        page = build(site(SHOWN)).page("specs/001-racks/tasks/")
        assert page.select_one("h1").find_next(class_="plan-card") is not None
        assert links(build(site(SHOWN)), "plans/", "Kite Racks") != []

    def test_joined_views_lead_to_it_and_to_places_in_it(self, build: Callable[..., Built]) -> None:
        built = build(site(SHOWN))
        assert set(links(built, "plans/", "Kite Racks")) >= {"../specs/001-racks/tasks/"}
        assert built.page("specs/001-racks/tasks/").find(id="plan-phase-2") is not None

    def test_the_files_that_are_one_plan_with_it_are_pages_and_no_others(
        self, build: Callable[..., Built]
    ) -> None:
        pages = [address for address in build(site(SHOWN)).pages() if address.startswith("specs")]
        assert pages == ["specs/001-racks/spec/index.html", "specs/001-racks/tasks/index.html"]

    def test_links_lead_to_pages_else_into_the_repository_and_break_no_strict_build(
        self, build: Callable[..., Built]
    ) -> None:
        built = build(site(SHOWN, repo_url="https://github.com/a/b"), strict=True)
        assert built.warnings == []
        there = "https://github.com/a/b/blob/HEAD"
        assert links(built, "specs/001-racks/tasks/", "the ") == [
            "../spec/",
            f"{there}/specs/001-racks/data.md#a",
            f"{there}/racks.c",
        ]
        assert links(built, "specs/001-racks/spec/", "the wind") == ["../../../plans/wind/"]
        image = built.page("specs/001-racks/spec/").find("img", alt="a rack")
        assert image["src"] == f"{there.replace('blob', 'raw')}/specs/001-racks/rack.png"

    def test_links_that_lead_nowhere_remain_as_text(self, build: Callable[..., Built]) -> None:
        built = build(site(SHOWN), strict=True)
        assert built.warnings == []
        assert links(built, "specs/001-racks/tasks/", "the ") == ["../spec/"]
        assert "the code, gone" in " ".join(built.page("specs/001-racks/tasks/").get_text().split())
        assert "a rack" in built.page("specs/001-racks/spec/").get_text()

    def test_a_navigation_may_name_it_and_need_not(self, build: Callable[..., Built]) -> None:
        nav = ["index.md", {"Racks": "specs/001-racks/tasks.md"}]
        built = build(site(SHOWN, nav=nav, repo_url="https://github.com/a/b"), strict=True)
        assert links(built, "", "Racks") == ["specs/001-racks/tasks/"]
        assert not [line for line in built.log if "not included in the" in line and "specs" in line]

    def test_its_button_for_editing_leads_to_the_file(self, build: Callable[..., Built]) -> None:
        options = {"repo_url": "https://github.com/a/b", "edit_uri": "edit/dev/docs/"}
        built = build(site(SHOWN, **options))
        assert "https://github.com/a/b/edit/dev/specs/001-racks/tasks.md" in built.html(
            "specs/001-racks/tasks/"
        )

    def test_a_hidden_folder_has_an_address_that_is_not(self, build: Callable[..., Built]) -> None:
        roadmap = ".planning/ROADMAP.md\n  # Roadmap\n\n  ## Phase 1: Walls\n\n  - [x] 01-01-PLAN.md\n"
        built = build(site({"path": ".planning", "pages": True}) + roadmap)
        assert built.page("planning/ROADMAP/").select_one(".plan-card") is not None

    def test_a_page_of_docs_dir_at_its_address_stays(self, build: Callable[..., Built]) -> None:
        theirs = "docs/specs/001-racks/tasks.md\n  # Ours\n"
        built = build(site(SHOWN) + theirs, strict=True)
        assert "Ours" in built.page("specs/001-racks/tasks/").get_text()
        assert "INFO 3 plans found" in built.ours  # the page of docs_dir is the other feature
        data = json.loads(built.path("plans.json").read_text("utf-8"))
        assert "../specs/001-racks/tasks.md" in [plan["path"] for plan in data["plans"]]


@pytest.mark.parametrize(
    ("extra", "address"),
    [
        ("specs", "https://github.com/a/b/blob/HEAD/specs/001-racks/spec.md"),
        (SHOWN, "../specs/001-racks/spec/"),
    ],
)
def test_risks_of_another_file_of_the_folder_lead_to_it(
    extra: object, address: str, build: Callable[..., Built]
) -> None:
    spec = "specs/001-racks/spec.md\n  # Spec\n\n  ## Risks\n\n  - **Rust**: zinc\n"
    built = build(site(extra, repo_url="https://github.com/a/b") + spec)
    assert set(links(built, "plans/", "Rust")) == {address}
    assert "· spec.md" in built.page("plans/").get_text()


def test_the_path_may_be_seen_from_docs_dir_as_well(build: Callable[..., Built]) -> None:
    assert "INFO 2 plans found" in build(site("../specs")).ours


def test_a_file_may_be_named(build: Callable[..., Built]) -> None:
    roadmap = "ROADMAP.md\n  # Roadmap\n\n  ## Phase 1: Walls\n\n  - [x] Dig\n\n  ## Phase 2: Roof\n"
    built = build(site("ROADMAP.md") + roadmap)
    assert "Roadmap" in built.page("plans/").get_text()


def test_findings_are_told_as_those_of_any_page(build: Callable[..., Built]) -> None:
    asked = "specs/001-racks/tasks.md\n  # Racks\n\n  <!-- plan:crad -->\n\n  ## Phase 1: Dig\n"
    (warning,) = build(site("specs") + asked).warnings
    assert warning.startswith("WARNING plan: specs/001-racks/tasks.md:3: error PLAN902 there is no view")


def test_a_second_build_sees_what_has_changed(build: Callable[..., Built]) -> None:
    build(site("specs"))
    built = build("specs/001-racks/spec.md\n  # Feature Specification: Kite Sheds\n")
    assert "Kite Sheds" in built.page("plans/").get_text()


def test_what_the_site_has_already_by_a_link_is_one_plan(build: Callable[..., Built], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "specs").symlink_to(tmp_path / "specs")
    assert "INFO 2 plans found" in build(site("specs")).ours


def test_links_to_folders_are_not_followed_and_what_is_no_file_is_not_read(
    build: Callable[..., Built], tmp_path: Path
) -> None:
    folder = tmp_path / "specs" / "002-more"
    folder.mkdir(parents=True)
    (folder / "up").symlink_to(tmp_path)
    (folder / "all").symlink_to("/")
    os.mkfifo(folder / "tasks.md")
    (folder / "plan.md").symlink_to(folder / "plan.md")
    assert "INFO 2 plans found" in build(site("specs")).ours


def test_a_folder_around_docs_dir_has_only_what_stands_outside_of_that(build: Callable[..., Built]) -> None:
    installed = "venv/pyvenv.cfg\n  home = /\nvenv/plans/PLAN.md\n  ---\n  plan: true\n  ---\n"
    assert "INFO 2 plans found" in build(site(".") + installed).ours


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "spec",
            (
                "there is no folder or file 'spec' beside built.yml. Did you mean 'specs'?"
                " Write the path of one outside of docs_dir, e.g. 'specs'"
            ),
        ),
        (
            "docs/plans",
            (
                "'docs/plans' is in docs_dir, where plans are found anyway."
                " Write a folder outside of it here, or name pages in it with 'include'"
            ),
        ),
        ("docs", "'docs' is in docs_dir, where plans are found anyway."),
        ("racks.c", "'racks.c' is no Markdown file. Write a folder, or a file such as 'ROADMAP.md'"),
    ],
)
def test_a_path_that_can_not_be_used_is_one_warning_and_breaks_nothing(
    given: str, message: str, build: Callable[..., Built]
) -> None:
    built = build(site(given, "specs"))
    (warning,) = built.warnings
    assert warning.startswith(f"WARNING plan: option 'extra_plans[1]': {message}")
    assert "INFO 2 plans found" in built.ours


def test_a_folder_without_a_plan_is_told(build: Callable[..., Built]) -> None:
    built = build(site("specs", "notes") + "notes/a.md\n  # A\n")
    (told,) = [line for line in built.ours if "PLAN901" in line]
    assert "no plan found in 'notes', which the option 'extra_plans' names" in told
