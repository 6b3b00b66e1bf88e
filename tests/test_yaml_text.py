"""YAML that PyYAML raises all sorts of errors for: one error for us, and no end of anything."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from mkdocs_plan_plugin.yaml_text import (
    PlainLoader,
    SafeLoader,
    TextLoader,
    WordsLoader,
    YamlError,
    has_aliases,
    load,
)
from tests.cli.conftest import Ran, run
from tests.site import Built

__all__ = ["run"]

WRONG = [
    "x: !!bool x",
    "x: !!timestamp x",
    "x: !!int y",
    "x: !!float y",
    "x: !!null {a: b}",
    "x: !!binary é",
    "x: !!python/object:os.system a",
    "x: !unknown a",
    "? [a]\n: b",
    "? {a: b}\n: c",
    "x: 2025-02-30",
    "x: [",
    "x: *nowhere",
    "x: " + "[" * 3_000,
    "<<: 1",
    "x: &a\ny: *b",
    "\x07",
    "%YAML 9",
    "- a\n b: c",
    "x: !!set {a}",
    "x: !!omap [a: b]",
    "!!str {a: b}",
]


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("loader", [PlainLoader, SafeLoader, TextLoader, WordsLoader])
def test_whatever_is_wrong_is_one_error(text: str, loader: type) -> None:
    with suppress(YamlError):
        load(text, loader)
    has_aliases(text)


@pytest.mark.parametrize(
    "written", ["!!bool yes", "!!bool x", "!!timestamp 2025-02-30", "!!int 1_000", "!!binary é"]
)
def test_text_stays_text_whatever_its_tag(written: str) -> None:
    assert load(f"x: {written}", TextLoader) == {"x": written.partition(" ")[2]}


def test_an_error_tells_its_place() -> None:
    with pytest.raises(YamlError) as told:
        load("a: b\nc: !!python/x d", PlainLoader)
    assert (told.value.line, told.value.column) == (2, 4)


SITE = """
mkdocs.yml
  site_name: Site
  plugins: [plan]
docs/plans/a.md
  ---
  plan: true
  {front}
  ---
  # A

  <!-- plans:table {options} -->

  - [ ] a
docs/plans/b.md
  ---
  plan: true
  ---
  # B
docs/plans/index.md
  # An index of the author's

  <!-- plans:table {options} -->
"""


def drawn(text: str) -> str:
    inline = text.replace("\n", " ")
    return SITE.format(front=text.replace("\n", "\n  "), options="{" + inline + "}")


@pytest.mark.parametrize("text", [text for text in WRONG if text.isprintable() and len(text) < 100])
def test_a_page_with_it_ends_neither_check_nor_export_nor_explain(run: Callable[..., Ran], text: str) -> None:
    for words in ("check",), ("export",), ("explain", "docs/plans/a.md"), ("check", "docs/plans/a.md"):
        ran = run(drawn(text), *words)
        assert ran.status in (0, 1), ran.err
        assert "bug" not in ran.out + ran.err
    assert run(drawn(text), "export").paths == ["plans/a.md", "plans/b.md"]


def test_nor_a_build(build: Callable[..., Built]) -> None:
    """One that MkDocs itself survives in front matter."""
    built = build(drawn("x: !unknown a").replace("options", "x: !!bool y"))
    assert built.page("plans/a/").select_one(".plan-card")
    built = build(drawn("x: y").replace("{x: y}", "{x: !!timestamp y}"))
    assert built.page("plans/a/").select_one(".plan-card")
    assert "An index of the author's" in built.page("plans/").get_text()
    assert [line for line in built.warnings if "is no mapping" in line]


@pytest.mark.parametrize("words", [("check",), ("export",)])
def test_a_page_that_we_fail_to_read_is_told_and_the_others_are_read(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    from mkdocs_plan_plugin.cli import reading

    read = reading.read_page

    def failing(text: str, path: str, *rest: object, **options: object) -> object:
        if path == "plans/a.md":
            raise LookupError("nobody thought of this")
        return read(text, path, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_page", failing)
    ran = run(SITE.format(front="", options=""), *words)
    assert ran.status == 1
    assert (
        "a bug in mkdocs-plan-plugin (LookupError: nobody thought of this); please report it"
        in ran.out + ran.err
    )
    assert "1 plan checked" in ran.out or ran.paths == ["plans/b.md"]
    monkeypatch.setenv("MKDOCS_PLAN_RAISES", "1")
    with pytest.raises(LookupError):
        run(SITE.format(front="", options=""), *words)
