"""The command line reads `mkdocs.yml` as MkDocs does, without MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.utils.yaml import yaml_load

from mkdocs_plan_plugin.cli.config import ConfigError, find, read
from mkdocs_plan_plugin.settings import Settings
from tests.site import draw

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_plan_plugin.cli.config import ConfiguredSite


def site(root: Path, drawn: str) -> ConfiguredSite:
    draw(root, drawn)
    return read(root / "mkdocs.yml")


def refused(root: Path, drawn: str) -> str:
    with pytest.raises(ConfigError) as error:
        site(root, drawn)
    return str(error.value).replace(str(root), "ROOT")


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, plan: {progress: tasks}]",
        "plugins: {search: {}, plan: {progress: tasks}}",
        "plugins: [/plan: {progress: tasks}]",
        "plugins: [plan: {progress: tasks, enabled: false}]",
    ],
)
def test_the_options_stand_under_the_plugin(tmp_path: Path, plugins: str) -> None:
    found = site(tmp_path, f"mkdocs.yml\n  site_name: Ours\n  docs_dir: pages\n  {plugins}")
    assert (found.name, found.docs_dir, found.plugin) == ("Ours", tmp_path / "pages", True)
    assert found.settings == Settings(progress="tasks")


@pytest.mark.parametrize(
    ("plugins", "listed"), [("plugins: [plan]", True), ("plugins: [search]", False), ("site_name: x", False)]
)
def test_without_options_the_defaults_hold(tmp_path: Path, plugins: str, *, listed: bool) -> None:
    found = site(tmp_path, f"mkdocs.yml\n  {plugins}")
    assert (found.settings, found.plugin, found.docs_dir) == (Settings(), listed, tmp_path / "docs")


def test_inherited_files_are_merged_as_mkdocs_merges_them(tmp_path: Path) -> None:
    drawn = """
        mkdocs.yml
          INHERIT: base/team.yml
          plugins:
            plan: {exclude: [old/**]}
        base/team.yml
          INHERIT: company.yml
          docs_dir: pages
          plugins:
            plan: {exclude: [a/**, b/**], progress: status}
        base/company.yml
          site_name: Company
          docs_dir: docs
          plugins:
            search:
            plan: {emoji_tasks: true}
    """
    found = site(tmp_path, drawn)
    assert found.settings == Settings(exclude=["old/**"], progress="status", emoji_tasks=True)
    assert found.docs_dir == tmp_path / "pages"
    assert found.name == "Company"
    with (tmp_path / "mkdocs.yml").open("rb") as file:
        merged = yaml_load(file)
    assert merged["plugins"]["plan"] == {"exclude": ["old/**"], "progress": "status", "emoji_tasks": True}


@pytest.mark.parametrize(
    ("written", "environment", "expected"),
    [
        ("!ENV PROGRESS", {"PROGRESS": "tasks"}, "tasks"),
        ("!ENV [FIRST, PROGRESS, status]", {"PROGRESS": "tasks"}, "tasks"),
        ("!ENV [FIRST, PROGRESS, status]", {}, "status"),
        ("!ENV PROGRESS", {}, "auto"),
    ],
)
def test_environment_variables_are_resolved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, environment: dict[str, str], expected: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (
        site(tmp_path, f"mkdocs.yml\n  plugins: [plan: {{progress: {written} }}]").settings.progress
        == expected
    )


def test_a_variable_reads_like_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTS", "false")
    assert (
        site(tmp_path, "mkdocs.yml\n  plugins: [plan: {gfm_lists: !ENV LISTS}]").settings.gfm_lists is False
    )


def test_relative_paths_start_at_the_configuration(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        """
        site/mkdocs.yml
          docs_dir: ../pages
        mkdocs.yml
          INHERIT: site/mkdocs.yml
          docs_dir: !relative $config_dir/handbook
        """,
    )
    assert found.docs_dir == tmp_path / "handbook"
    assert read(tmp_path / "site" / "mkdocs.yml").docs_dir == tmp_path / "pages"


def test_tags_of_other_extensions_are_passed_over_and_execute_nothing(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        """
        mkdocs.yml
          markdown_extensions:
            - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
            - x: !!python/object/apply:os.abort []
            - y: !custom {a: [1]}
            - pymdownx.snippets: {base_path: !relative $docs_dir}
          plugins: [plan: {progress: tasks}]
        """,
    )
    assert found.settings.progress == "tasks"


def test_the_nearest_configuration_upwards_is_the_one(tmp_path: Path) -> None:
    draw(
        tmp_path,
        "mkdocs.yml\n  a: 1\nteam/mkdocs.yaml\n  a: 1\nteam/docs/deep/plan.md\n  # Plan\ndocs/x.md\n  # X",
    )
    assert find(tmp_path / "team" / "docs" / "deep" / "plan.md") == tmp_path / "team" / "mkdocs.yaml"
    assert find(tmp_path / "docs") == tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (
            "mkdocs.yml\n  site_name: A\n  plugins: [plan\n  nav: []",
            "ROOT/mkdocs.yml:3:4: not valid YAML: did not find expected ',' or ']'",
        ),
        (
            "mkdocs.yml\n  - a list",
            "ROOT/mkdocs.yml:1: expected a mapping of options, e.g. 'site_name: My docs'",
        ),
        ("mkdocs.yml\n  INHERIT: no.yml", "ROOT/mkdocs.yml: INHERIT: there is no file ROOT/no.yml"),
        (
            "mkdocs.yml\n  INHERIT: b.yml\nb.yml\n  INHERIT: mkdocs.yml",
            "ROOT/b.yml: INHERIT: mkdocs.yml inherits from this file in turn",
        ),
        (
            "mkdocs.yml\n  docs_dir: [a]",
            "ROOT/mkdocs.yml: docs_dir: expected a path, found ['a']. Write e.g. 'docs_dir: docs'.",
        ),
        (
            "mkdocs.yml\n  plugins: [plan: {progress: tsks, tag: [a]}]",
            "ROOT/mkdocs.yml: plan: option 'progress': 'tsks' is not one of its words. Did you mean 'tasks'? Write one of auto, status, tasks.\n"
            "ROOT/mkdocs.yml: plan: option 'tag': there is no such option. Did you mean 'tags'? Write one of "
            + ", ".join(sorted(Settings.__struct_fields__))
            + ".",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, drawn: str, said: str) -> None:
    assert refused(tmp_path, drawn) == said


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes("\ufeffsite_name: Ours\r\nplugins: [plan]\r\n".encode())
    assert read(tmp_path / "mkdocs.yml").name == "Ours"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\x00")
    with pytest.raises(ConfigError, match="not valid YAML"):
        read(tmp_path / "mkdocs.yml")
