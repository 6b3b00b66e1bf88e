"""Plans changed from the pages of a real `mkdocs serve`; and by nobody else."""

from __future__ import annotations

import http.server
import itertools
import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from mkdocs_plan_plugin.hosts.mkdocs.previewing import attach
from mkdocs_plan_plugin.preview.preview import Preview
from tests.preview.serving import PLAN, Served, served
from tests.site import build

MORE = """
docs/plans/notes.md
  # Notes

  - [ ] not a plan's
secret.md
  ---
  plan: true
  ---
  # Plan: outside

  - [ ] hidden
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory):
    root = tmp_path_factory.mktemp("served")
    (root / "docs" / "plans").mkdir(parents=True)
    with suppress(OSError):  # a system without
        (root / "docs" / "plans" / "link.md").symlink_to("../../secret.md")
    with served(root, PLAN + MORE) as one:
        yield one


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory):
    """Another preview, of the same site elsewhere."""
    with served(tmp_path_factory.mktemp("other")) as one:
        yield one


_MARKS = itertools.count()


@pytest.fixture(autouse=True)
def as_it_was(site: Served):
    """Give the next test the files as they were, and pages that were built from them.

    A page may still be of an earlier state when it is asked, and one of a state in between may come after it:
    only a mark that no build before can have tells that the pages are those of the file as it is.
    """
    before = site.text()
    yield
    if site.text() != before:
        mark = f"<!-- as it was, {next(_MARKS)} -->"
        unmarked = before.partition("\n<!-- as it was")[0]
        (site.root / "docs" / "plans" / "a.md").write_text(f"{unmarked}\n{mark}\n", "utf-8")
        site.until(lambda: mark in site.send("GET", "/plans/a/")[2])


def box(site: Served, text: str, address: str = "/plans/a/"):
    return site.page(address).find(attrs={"data-plan-text": text}) or {"data-plan-was": ""}


@pytest.mark.parametrize(
    ("text", "state", "before", "after"),
    [
        ("Hole", "done", "- [ ] Hole", "- [x] Hole"),
        ("Fence", "open", "- [x] Fence", "- [ ] Fence"),
        ("Pipe", "done", "- [~] Pipe", "- [x] Pipe"),
        ("Dig", "on-hold", "**Status:** In Progress", "**Status:** On Hold"),
        ("Pour", "blocked", "## Phase 2: Pour", "## Phase 2: Pour\n\n**Status:** Blocked"),
    ],
)
def test_what_is_asked_for_comes_true(text, state, before, after, site):
    then = site.text()

    assert site.ask(site.wish(state, text))[0] == 200

    assert site.text() == then.replace(before, after).replace("2026-11-01", "2026-11-22")
    site.until(lambda: box(site, text)["data-plan-was"] == state)


def test_a_task_in_the_list_of_all_is_done_and_goes(site):
    assert site.ask(site.wish("done", "Hole", "/"), Plan_Token=site.token("/")) == (200, "plans/a.md:12")

    assert "- [x] Hole" in site.text()
    site.until(lambda: not box(site, "Hole", "/")["data-plan-was"])


def test_two_changes_in_a_row_need_no_new_page(site):
    first, second = site.wish("done", "Hole"), site.wish("done", "Pipe")

    assert [site.ask(first)[0], site.ask(second)[0]] == [200, 200]

    assert "- [x] Hole\n- [x] Pipe" in site.text()


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Plan_Token": "0" * 43}, 403),
        ({"Plan_Token": ""}, 403),
        ({"Plan_Token": "é"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Host": "elsewhere.example:{port}", "Origin": "http://elsewhere.example:{port}"}, 403),
        ({"Host": "127.0.0.1", "Origin": "http://127.0.0.1"}, 403),
        ({"Host": "127.0.0.1:{port}@elsewhere.example"}, 403),
        ({"Content_Type": FORM}, 415),
        ({"Content_Type": "multipart/form-data; boundary=a"}, 415),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": ""}, 415),
    ],
)
def test_nobody_else_changes_anything(headers, status, site):
    before = site.files()

    given = {name: value.format(port=site.port) for name, value in headers.items()}
    assert site.ask(site.wish("done", "Hole"), **given)[0] == status

    assert site.files() == before


def test_a_page_of_another_preview_changes_nothing_here(site, other):
    before = site.files()

    from_there = {"Origin": other.origin, "Plan_Token": other.token()}
    assert site.ask(other.wish("done", "Hole"), **from_there)[0] == 403
    # nor with the right origin, as a program could
    assert site.ask(other.wish("done", "Hole"), Plan_Token=other.token())[0] == 403

    assert site.files() == before


def test_a_form_of_another_site_changes_nothing(site):
    before = site.files()

    wish = json.dumps(site.wish("done", "Hole"))
    sent = {"Origin": "https://elsewhere.example", "Host": f"127.0.0.1:{site.port}"}
    assert (
        site.send("POST", "/.plan/edit", f'{wish[:-1]}, "a": "="}}', Content_Type="text/plain", **sent)[0]
        == 403
    )
    assert site.send("POST", "/.plan/edit", "state=done", Content_Type=FORM, **sent)[0] == 403

    assert site.files() == before


def test_no_other_site_is_let_in_by_a_preflight(site):
    status, headers, _ = site.send(
        "OPTIONS",
        "/.plan/edit",
        Origin="https://elsewhere.example",
        Host=f"127.0.0.1:{site.port}",
        Access_Control_Request_Method="POST",
    )

    assert status == 405
    assert [name for name in headers if name.startswith("access-control")] == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_only_a_post_is_looked_at(method, site):
    body = json.dumps(site.wish("done", "Hole"))
    sent = {"Origin": site.origin, "Content_Type": "application/json", "Plan_Token": site.token()}
    before = site.files()

    assert site.send(method, "/.plan/edit", body, **sent)[0] == 405

    assert site.files() == before


@pytest.mark.parametrize(
    ("other", "status", "why"),
    [
        ({"line": 11}, 409, "line 11 no longer says 'Hole'"),
        ({"text": "Deep hole"}, 409, "no longer says 'Deep hole'"),
        ({"was": "done"}, 409, "'Hole' is open by now"),
        ({"path": "../secret.md", "text": "hidden", "line": 6}, 404, "no plan '../secret.md'"),
        ({"path": "plans/../../secret.md", "text": "hidden", "line": 6}, 404, "no plan"),
        ({"path": "{root}/secret.md", "text": "hidden", "line": 6}, 404, "no plan"),
        ({"path": "{root}/docs/plans/a.md"}, 404, "no plan"),
        ({"path": "plans/link.md", "text": "hidden", "line": 6}, 404, "no plan"),
        ({"path": "plans/notes.md", "text": "not a plan's", "line": 3}, 404, "no plan"),
        ({"path": ""}, 404, "no plan"),
        ({"state": "in-progress"}, 422, "no state of a task"),
        ({"state": "done\n## Phase 3"}, 422, "no state of a task"),
        ({"kind": "plan"}, 422, "can't be read"),
        ({"kind": "phase"}, 422, "no state of a phase"),
        ({"line": "13"}, 422, "can't be read"),
        ({"more": 1}, 422, "can't be read"),
    ],
)
def test_what_the_file_does_not_bear_out_changes_nothing(other, status, why, site):
    before = site.files()

    given = {
        name: value.replace("{root}", str(site.root)) if isinstance(value, str) else value
        for name, value in other.items()
    }
    answer = site.ask(site.wish("done", "Hole") | given)

    assert (answer[0], why in answer[1]) == (status, True), answer
    assert site.files() == before


@pytest.mark.parametrize(
    ("body", "status"),
    [("", 422), ("{", 422), ("[]", 422), (b"\xff\xfe", 422), ("[" * 60_000, 422), ("1" * 70_000, 413)],
)
def test_what_is_no_change_at_all(body, status, site):
    before = site.files()
    try:
        answer = site.ask(body)[0]
    except OSError:  # what is too long is not even read
        answer = 413
    assert (answer, site.files()) == (status, before)


def test_a_file_that_was_edited_meanwhile(site):
    wish = site.wish("done", "Hole")
    file = site.root / "docs" / "plans" / "a.md"
    edited = site.text().replace("# Plan: dig\n", "# Plan: dig\n\nMore.\n")
    file.write_text(edited, "utf-8")

    status, said = site.ask(wish)

    assert (status, said) == (409, "line 12 no longer says 'Hole'; the page is older than the file")
    assert site.text() == edited


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_plan_that_stands_outside_of_docs_dir_is_shown_only(site):
    page = site.page("/plans/link/")

    assert page.select_one("input.plan-task").has_attr("disabled")
    assert page.select("[data-plan-at], [data-plan-preview]") == []


def test_script_and_style_are_there_and_hold_no_token(site):
    for name in ("preview.js", "preview.css"):
        status, headers, content = site.send("GET", f"/.plan/{name}")
        assert (status, headers["cross-origin-resource-policy"]) == (200, "same-origin")
        assert site.token() not in content


def test_boxes_wait_for_the_script(site):
    assert site.page("/plans/a/").select("input.plan-task:not([disabled])") == []


def test_a_page_without_plans_gets_nothing(site):
    assert site.page("/plans/notes/").select("[data-plan-preview], script[src*='.plan/']") == []


HOLE = {"kind": "task", "path": "plans/a.md", "line": 12, "text": "Hole", "was": "open", "state": "done"}
"""What a page would ask for."""


def test_without_the_option_there_is_nothing(tmp_path):
    with served(tmp_path, told="{}") as one:
        assert one.page("/plans/a/").select("[data-plan-at], [data-plan-preview]") == []
        assert one.ask(HOLE, Plan_Token="")[0] == 404
        assert one.send("GET", "/.plan/preview.js")[0] == 404
        assert "- [ ] Hole" in one.text()
        # it may be switched on, and off again, while the site is served
        file = one.root / "mkdocs.yml"
        off = file.read_text()
        file.write_text(off.replace("{}", "{preview_edits: true}"))
        one.until(one.token)
        token = one.token()
        assert one.ask(one.wish("done", "Hole"))[0] == 200
        file.write_text(off)
        one.until(lambda: not one.token())
        assert one.ask(HOLE | {"was": "done", "state": "open"}, Plan_Token=token)[0] == 404
        assert "- [x] Hole" in one.text()


def test_where_others_may_reach_the_site_nothing_can_be_changed(tmp_path):
    with served(tmp_path, host="0.0.0.0") as one:
        assert (
            "option 'preview_edits': the site is served on 0.0.0.0, where others may reach it"
            in one.log.read_text()
        )
        assert one.page("/plans/a/").select("[data-plan-at], [data-plan-preview]") == []
        assert one.ask(HOLE, Plan_Token="")[0] == 404


def test_below_a_path_and_by_the_name_of_this_machine(tmp_path):
    with served(tmp_path, host="localhost", more="site_url: https://example.org/docs/\n") as one:
        wish = one.wish("done", "Hole", "/docs/plans/a/")
        token = one.token("/docs/plans/a/")
        assert one.ask(wish, Plan_Token=token)[0] == 404
        assert one.ask(wish, "/docs/.plan/edit", Plan_Token=token) == (200, "plans/a.md:12")


def test_a_page_that_a_hook_has_changed_shows_the_lines_of_its_file(tmp_path):
    hook = "def on_page_markdown(markdown, **_):\n    return 'More.\\n\\n- [ ] Put in\\n\\n' + markdown\n"
    (tmp_path / "hook.py").write_text(hook)
    with served(tmp_path, more="hooks: [hook.py]\n") as one:
        assert one.ask(one.wish("done", "Hole")) == (200, "plans/a.md:12")
        assert "- [x] Hole" in one.text()
        put_in = one.page("/plans/a/").find("input", attrs={"aria-label": "Put in"})
        assert not put_in.has_attr("data-plan-at")


def test_no_built_site_has_any_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    drawn = f"{PLAN}docs/index.md\n  # Start\n\n  <!-- plans:actions -->\n"
    files = []
    for name, options in (("on", {"preview_edits": True}), ("off", {})):
        built = build(tmp_path / name, drawn, plugins=[{"plan": options}])
        site = built.root / "site"
        files.append(
            {
                p.relative_to(site): p.read_bytes()
                for p in site.rglob("*")
                if p.is_file() and p.suffix != ".gz"
            }
        )

    assert files[0] == files[1]
    assert not any(b"data-plan-at" in content or b"preview" in content for content in files[0].values())


def test_a_server_of_another_kind_is_told_and_left_alone(caplog):
    preview = Preview()
    preview.open = True
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        attach(server, preview)

    assert "nothing can be changed, as this server is not MkDocs' own" in caplog.text
    assert not preview.open


def test_a_whole_site_under_serve_costs_no_file(site):
    """Script and style come from the package: the site's folder has none of them."""
    assert not list(Path(site.root).rglob("preview.js"))
