"""The diff of a change is one that git applies."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mkdocs_plan_plugin.edits.diff import diff


def test_a_diff_is_unified() -> None:
    assert list(diff("docs/plan.md", b"a\nb\nc\n", b"a\nB\nc\n")) == [
        "--- a/docs/plan.md",
        "+++ b/docs/plan.md",
        "@@ -1,3 +1,3 @@",
        " a",
        "-b",
        "+B",
        " c",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\n", b"a\nB\n"),
        (b"a\nb", b"a\nB"),
        (b"a\nb", b"a\nb\n"),
        (b"a\r\nb\r\n", b"a\r\nB\r\nc\r\n"),
        ("\ufeffa\n日本\n".encode(), "\ufeffa\n日本 ✅\n".encode()),
        (b"a\rb\nc\n", b"a\rb\nd\n"),
    ],
)
def test_git_makes_of_the_old_state_the_new_one(before: bytes, after: bytes, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_bytes(before)
    patch = "".join(f"{line}\n" for line in diff("plan.md", before, after)).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch, cwd=tmp_path, check=True)
    assert file.read_bytes() == after
