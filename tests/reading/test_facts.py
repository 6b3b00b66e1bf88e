"""Fields in every spelling, and the facts they state: priority, owner, dates, links between plans."""

from __future__ import annotations

import pytest

from tests.reading.drawn import read


@pytest.mark.parametrize(
    "field",
    [
        "**Owner:** Dana Reyes",
        "**Owner**: Dana Reyes",
        "**Owner :** Dana Reyes",
        "**Owner：** Dana Reyes",
        "**Owner**：Dana Reyes",
        "__Owner:__ Dana Reyes",
        "**owner:** Dana Reyes",
        "**OWNER:** Dana Reyes",
        "**👤 Owner:** Dana Reyes",
        "👤 **Owner:** Dana Reyes",
        "- **Owner:** Dana Reyes",
        "* **Owner**: Dana Reyes",
        "1. **Owner**: Dana Reyes",
        "- Owner: Dana Reyes",
        "> **Owner:** Dana Reyes",
        "> - **Owner:** Dana Reyes",
        "*Owner:* Dana Reyes",
        "*Owner: Dana Reyes*",
        "_Owner: Dana Reyes_",
        "**Owner: Dana Reyes**",
        "Owner: Dana Reyes",
        "**Owner:** **Dana Reyes**",
        "**Owner:** [Dana Reyes](people.md)",
        "**Owner:** Dana Reyes  \n**Priority:** P1",
        "**Priority:** P1\n**Owner:** Dana Reyes",
        "**Priority:** P1 | **Owner:** Dana Reyes",
        "**Owner:** Dana Reyes | **Priority:** P1",
        "**Priority:** P1 · **Owner:** Dana Reyes",
        "**Priority:** P1 • **Owner:** Dana Reyes",
        "Priority: P1 | Owner: Dana Reyes",
        "*Priority: P1 | Owner: Dana Reyes*",
        "!!! info\n    **Owner:** Dana Reyes",
        "| Field | Value |\n|---|---|\n| Owner | Dana Reyes |",
        "| Field | Value |\n|---|---|\n| **Owner** | Dana Reyes |\n| Priority | P1 |",
        "| | |\n|---|---|\n| **Owner:** | Dana Reyes |",
        "| Owner | Dana Reyes |\n|---|---|\n| Priority | P1 |",
        "| Owner | Priority | Created |\n|---|---|---|\n| Dana Reyes | P1 | 2025-01-01 |",
        "**Responsible:** Dana Reyes",
        "**Author:** Dana Reyes",
        "**Verantwortlich:** Dana Reyes",
        "**Ответственный:** Dana Reyes",
        "**负责人：** Dana Reyes",
        "**担当:** Dana Reyes",
    ],
)
def test_a_field_in_every_spelling(field: str) -> None:
    assert read(f"# P\n\n{field}\n\nText.\n").owner == "Dana Reyes"


@pytest.mark.parametrize(
    "front",
    [
        "owner: Dana Reyes",
        "Owner: Dana Reyes",
        "plan_owner: Dana Reyes",
        "planOwner: Dana Reyes",
        'owner: "Dana Reyes"',
    ],
)
def test_a_field_in_front_matter(front: str) -> None:
    assert read(f"---\n{front}\n---\n# P\n").owner == "Dana Reyes"


@pytest.mark.parametrize(
    ("page", "attribute", "value"),
    [
        ("**Author:** Lu\n**Owner:** Kim\n", "owner", "Kim"),
        ("**Team:** Web\n**Owner:** Kim\n", "owner", "Kim"),
        ("**Owner:** Kim\n**Author:** Lu\n", "owner", "Kim"),
        ("**Date:** 2025-02-02\n**Created:** 2025-01-01\n", "created", "2025-01-01"),
        ("**Start date:** 2025-02-02\n**Created:** 2025-01-01\n", "created", "2025-01-01"),
    ],
)
def test_a_facts_own_name_goes_before_its_synonyms(page: str, attribute: str, value: str) -> None:
    assert getattr(read(f"# P\n\n{page}"), attribute) == value


def test_several_owners_in_front_matter() -> None:
    assert read("---\nowners: [Dana Reyes, Kim]\n---\n# P\n").owner == "Dana Reyes, Kim"


@pytest.mark.parametrize(
    "text",
    [
        "The owner: Dana Reyes, decides.",
        "Ask the **owner:** Dana Reyes.",
        "```\n**Owner:** Dana Reyes\n```",
        "    **Owner:** Dana Reyes",
        "<!-- **Owner:** Dana Reyes -->",
        "**Owner:** [Team/Individual responsible]",
        "**Owner:** TBD",
        "**Owner:**",
        "**Owner:** {{ owner }}",
        "**Owner:** A | B | C",
    ],
)
def test_what_states_no_owner(text: str) -> None:
    assert read(f"# P\n\nIntroduction.\n\n{text}\n").owner is None


def test_a_footer_needs_no_heading() -> None:
    plan = read("""
        # P

        Text.

        ## Work

        Text.

        ---

        *Owner: Dana Reyes | Last updated: 2025-04-05*
        """)
    assert (plan.owner, plan.updated) == ("Dana Reyes", "2025-04-05")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-3-4", "2025-03-04"),
        ("2025-03-04 (first draft)", "2025-03-04"),
        ("2025-03-04T10:00:00Z", "2025-03-04"),
        ("`2025-03-04`", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("March 4th, 2025", "2025-03-04"),
        ("march 4 2025", "2025-03-04"),
        ("Mar 4, 2025", "2025-03-04"),
        ("Mar. 4, 2025", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("4th of March 2025", "2025-03-04"),
        ("Tuesday, March 4, 2025", "2025-03-04"),
        ("2024-02-29", "2024-02-29"),
        ("2025-02-29", None),
        ("2025-13-01", None),
        ("February 30, 2025", None),
        ("04/03/2025", None),
        ("03-04-25", None),
        ("March 2025", None),
        ("2025", None),
        ("2025-Q1", None),
        ("next week", None),
        ("YYYY-MM-DD", None),
        ("12025-03-04", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert read(f"# P\n\n**Created:** {text}\n**Owner:** Kim\n").created == date


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("Created", "created"),
        ("Date", "created"),
        ("Created on", "created"),
        ("Start Date", "created"),
        ("Last Updated", "updated"),
        ("Updated", "updated"),
        ("Last modified", "updated"),
        ("Target date", "target"),
        ("Due", "target"),
        ("Deadline", "target"),
        ("Дата создания", "created"),
        ("Обновлено", "updated"),
        ("创建日期", "created"),
        ("更新日期", "updated"),
        ("作成日", "created"),
        ("最終更新", "updated"),
        ("Criado em", "created"),
        ("Última actualización", "updated"),
        ("Dernière mise à jour", "updated"),
        ("Zuletzt aktualisiert", "updated"),
    ],
)
def test_names_of_dates(name: str, attribute: str) -> None:
    plan = read(f"# P\n\n**{name}:** 2025-03-04\n**Owner:** Kim\n")
    assert getattr(plan, attribute) == "2025-03-04"


@pytest.mark.parametrize(
    ("front", "attribute"),
    [("created: 2025-03-04", "created"), ("last_updated: 2025-03-04", "updated"), ("lastUpdated: 2025-03-04", "updated"),
     ("updated: '2025-03-04'", "updated"), ("date: March 4, 2025", "created")],
)  # fmt: skip
def test_dates_in_front_matter(front: str, attribute: str) -> None:
    assert getattr(read(f"---\n{front}\n---\n# P\n"), attribute) == "2025-03-04"


def test_a_date_that_cannot_be_read_is_kept_as_text() -> None:
    plan = read("# P\n\n## Document Information\n\n**Created:** early spring\n**Last Updated:** YYYY-MM-DD\n")
    assert plan.created is None
    assert plan.document_information == {"Created": "early spring"}


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("P0", "P0"),
        ("P0 (Critical)", "P0"),
        ("p1", "P1"),
        ("P3 - Low", "P3"),
        ("Critical", "P0"),
        ("🔴 Critical", "P0"),
        ("High", "P1"),
        ("HIGH", "P1"),
        ("High (customers wait)", "P1"),
        ("Medium", "P2"),
        ("Low", "P3"),
        ("🔴 High Priority", "P1"),
        ("hoch", "P1"),
        ("Высокий", "P1"),
        ("高", "P1"),
        ("[P0 | P1 | P2 | P3]", None),
        ("P0 | P1 | P2 | P3", None),
        ("[P0 (Critical) | P1 (High) | P2 (Medium) | P3 (Low)]", None),
        ("P7", None),
        ("soon", None),
    ],
)
def test_priorities(text: str, priority: str | None) -> None:
    assert read(f"# P\n\n**Priority:** {text}\n").priority == priority


@pytest.mark.parametrize(
    "name",
    [
        "Priority",
        "Plan Priority",
        "Priorität",
        "Priorité",
        "Prioridad",
        "Prioridade",
        "Приоритет",
        "优先级",
        "優先度",
    ],
)
def test_names_of_priority(name: str) -> None:
    assert read(f"# P\n\n**{name}:** P2\n").priority == "P2"


def test_plans_that_a_plan_depends_on() -> None:
    plan = read("""
        ---
        depends_on:
          - plans/base.md
          - ./plans/wall.md
        ---
        # Roof

        ## Dependencies

        - [Ladder](ladder.md) must stand
        - [Base](plans/base.md) again
        - [Elsewhere](https://example.com/x.md)
        - [A picture](x.png)
        """)
    assert [(link.target, link.line) for link in plan.depends_on] == [
        ("plans/base.md", 3),
        ("plans/wall.md", 4),
        ("ladder.md", 10),
    ]
    assert plan.dependencies_line == 8


@pytest.mark.parametrize(
    "page",
    [
        "**Depends on:** [Base](base.md)\n",
        "Text.\n\n## Document Information\n\n- **Depends on:** [Base](base.md)\n",
    ],
)
def test_a_field_may_name_the_plans_that_a_plan_depends_on(page: str) -> None:
    plan = read(f"# P\n\n{page}")
    assert ([link.target for link in plan.depends_on], plan.dependencies_line) == (["base.md"], 0)


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("---\nsuperseded_by: new.md\n---\n# P\n", "new.md"),
        ("---\nsupersededBy: new.md\n---\n# P\n", "new.md"),
        ("# P\n\n**Status:** Superseded\n**Superseded by:** [New](new.md)\n", "new.md"),
        ("# P\n\n## Document Information\n\n- **Replaced by:** The new plan\n", "The new plan"),
    ],
)
def test_the_plan_that_follows(page: str, target: str) -> None:
    link = read(page).superseded_by
    assert link is not None
    assert link.target == target


def test_nothing_stated_is_nothing() -> None:
    plan = read("# P\n\nText.\n")
    assert (plan.state, plan.document_state, plan.priority, plan.owner) == (None, None, None, None)
    assert (plan.created, plan.updated, plan.target, plan.category) == (None, None, None, None)
    assert (plan.progress.percent, plan.superseded_by, plan.depends_on) == (None, None, [])


@pytest.mark.parametrize(
    "heading",
    [
        "Current Status - Last Updated: 2026-05-23T13:23:01.000Z",
        "Status (Stand: 23.05.2026)",
        "État actuel — Mise à jour : 23 mai 2026",
        "当前状态（更新日期：2026-05-23）",
    ],
)
def test_a_date_behind_the_name_of_a_section(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").updated == "2026-05-23"
    assert read(f"# P\n\n## Phase 1: Dig\n\n- [ ] a\n\n### {heading}\n\nText.\n").updated is None


@pytest.mark.parametrize(
    ("status", "field", "reason", "targets"),
    [
        ("Blocked", "**Blocked by:** the vendor's security review", "the vendor's security review", []),
        ("Blocked", "**Blocked by:** [Vault](vault.md)", "", ["vault.md"]),
        ("Blocked", "**Blocked by:** [Vault](vault.md), [Kiln](kiln.md)", "", ["vault.md", "kiln.md"]),
        ("Blocked", "**Blocked by:** [Vault](vault.md) and the audit", "Vault and the audit", ["vault.md"]),
        ("Blocked", "**Blocked by:** [the audit](https://example.org/audit)", "the audit", []),
        ("Blocked", "**Blocker:** no budget", "no budget", []),
        ("Blocked", "**Reason:** no budget", "no budget", []),
        ("Blocked: no staff", "**Blocked by:** the audit", "no staff; the audit", []),
        ("Blocked", "**Blocked by:** none", "", []),
        (
            "On hold",
            "| Field | Value |\n|---|---|\n| Owner | Dana |\n| Blocked by | the audit |",
            "the audit",
            [],
        ),
        ("In Progress", "**Waiting for:** the audit", "the audit", []),
        ("In Progress", "**Reason:** it saves money", "", []),
        ("Blocked", "**Blockiert durch:** die Prüfung", "die Prüfung", []),
        ("Complete", "**Blocked by:** the audit", "", []),
    ],
)
def test_prose_is_a_reason_and_a_link_a_dependency(
    status: str, field: str, reason: str, targets: list[str]
) -> None:
    plan = read(f"# P\n\n**Status:** {status}\n\n{field}\n\nText.\n")
    assert (plan.reason, [link.target for link in plan.depends_on]) == (reason, targets)


@pytest.mark.parametrize(
    ("front", "reason", "targets"),
    [
        ("blocked_by: the audit", "the audit", []),
        ("blocked_by: vault.md", "", ["vault.md"]),
        ("blocked_by: [vault.md, kiln.md]", "", ["vault.md", "kiln.md"]),
    ],
)
def test_front_matter_says_what_blocks_too(front: str, reason: str, targets: list[str]) -> None:
    plan = read(f"---\nplan: true\nstatus: blocked\n{front}\n---\n# P\n\nText.\n")
    assert (plan.reason, [link.target for link in plan.depends_on]) == (reason, targets)


def test_a_phase_says_in_a_field_why_it_is_blocked() -> None:
    plan = read("# P\n\n## Phase 1: A\n\n**Status:** Blocked\n\n**Blocked by:** the audit\n\n- [ ] one\n")
    assert [phase.reason for phase in plan.phases] == ["the audit"]


@pytest.mark.parametrize("value", ["[CURRENT]", "Latest", "Vigente"])
def test_a_document_that_is_current_says_nothing_of_the_work(value: str) -> None:
    plan = read(f"# Plan\n\n**Document Status:** {value}\n")
    assert (plan.state, plan.document_state) == (None, "active")


def test_a_mark_in_the_title_over_tasks_of_which_none_is_done_only_decorates() -> None:
    plan = read("# ✅ Executive checklist\n\n- [ ] a\n- [ ] b\n")
    assert (plan.state, [(one.kind, one.text) for one in plan.left_out]) == (None, [("state", "✅")])
    assert read("# ✅ Executive checklist\n\n- [x] a\n- [ ] b\n").state == "complete"


def test_a_footer_in_italics_may_have_ideographic_colons() -> None:
    plan = read("# P\n\n## B\n\nText.\n\n---\n\n*创建日期：2026 年 3 月 9 日*  \n*负责人：Kiln team*\n")
    assert (plan.created, plan.owner) == ("2026-03-09", "Kiln team")


@pytest.mark.parametrize(
    "states",
    [
        "`TODO` · `DOING` · `DONE`",
        "`未着手` / `清書待ち` / `実装中` / `完了`",
        "Open / Kiln lit / In progress / Done",
    ],
)
def test_three_different_states_are_a_choice_whatever_is_among_them(states: str) -> None:
    assert read(f"# P\n\n**Status**: {states}\n").state is None


def test_a_weak_word_in_an_explanation_states_nothing() -> None:
    plan = read(
        "# P\n\n**Status:** speculative — the gates described below do not exist in the current mill\n"
    )
    assert plan.state is None


def test_facts_below_a_heading_called_status_are_the_plans() -> None:
    plan = read(
        "# P\n\n## Status\n\n- **Status**: DONE\n- **Priority**: P1\n- **Owner**: Kiln team\n\n## Why\n\nText.\n"
    )
    assert (plan.state, plan.priority, plan.owner) == ("complete", "P1", "Kiln team")


def test_what_a_heading_called_status_says_gives_way_to_the_head() -> None:
    assert read("# P\n\n**Priority:** P0\n\n## Status\n\n- **Priority**: P1\n").priority == "P0"


@pytest.mark.parametrize(
    "page",
    [
        "## Current Status\n\nCompleted:\n\n- the kiln\n\nIn progress:\n\n- the shed\n",
        "## Current Status: Core of the kiln finished ✓\n\nText.\n",
    ],
)
def test_what_a_status_says_of_a_part_is_not_the_plans(page: str) -> None:
    assert read(f"# P\n\n{page}").state is None


def test_a_status_in_a_heading_that_leads_is_the_plans() -> None:
    assert read("# P\n\n## Status: ✅ Done on 3 May\n\nText.\n").state == "complete"


@pytest.mark.parametrize(
    ("value", "updated"),
    [
        ("2026-09-04 (updated 2026-09-06)", "2026-09-06"),
        ("2026-09-04 (atualizado: 2026-09-06)", "2026-09-06"),
        ("2026-09-04 (due 2026-09-06)", None),
    ],
)
def test_a_date_of_update_behind_that_of_creation(value: str, updated: str | None) -> None:
    plan = read(f"# P\n\n**Created:** {value}\n")
    assert (plan.created, plan.updated) == ("2026-09-04", updated)


@pytest.mark.parametrize(
    "line",
    ["Owner: `@anna` · `@ben`", "Status: `In progress` · `blocked on API`", "Priority: `P1` · `urgent`"],
)
def test_two_words_in_code_are_no_choice(line: str) -> None:
    plan = read(f"# P\n\n{line}\n\nText\n")
    assert (plan.owner, plan.state, plan.priority) != (None, None, None)


def test_a_status_below_one_component_is_of_that() -> None:
    plan = read(
        "# P\n\n**Status:** In progress\n\n## Backend\n\n### Status\n\n- **Owner:** Kiln team\n- **Priority:** P3\n- **Due:** 2026-03-01\n\nText\n\n## Frontend\n\nText\n"
    )
    assert (plan.owner, plan.priority, plan.due) == (None, None, None)


@pytest.mark.parametrize(
    ("said", "state"),
    [("The migration is on hold", "on-hold"), ("This plan has been cancelled", "cancelled")],
)
def test_a_sentence_in_a_heading_of_status(said: str, state: str) -> None:
    assert read(f"# P\n\n## Goals\n\nG\n\n## Current Status: {said}\n\nText\n").state == state


def test_a_label_that_sorts_nothing_states() -> None:
    assert read("# P\n\n## Status\n\nBlocked:\n\n- by the quay\n").state == "blocked"


def test_what_a_phase_is_about_is_no_part_of_it() -> None:
    plan = read(
        "# P\n\n## Phase 1: Backups\n\n**Status:** Backup completed\n\n## Phase 2: Walls\n\n- [ ] a\n"
    )
    assert plan.phases[0].state == "complete"


@pytest.mark.parametrize("line", ["**Status:** `✅ Done` · `⬜ Open`", "Status: `done` · `open`"])
def test_a_legend_of_two_marks_states_nothing(line: str) -> None:
    assert read(f"# P\n\n{line}\n\nText\n").state is None


@pytest.mark.parametrize("said", ["Cancelled", "Planned", "Not started"])
def test_a_label_over_a_list_of_what_is_so_states_nothing_of_the_plan(said: str) -> None:
    assert read(f"# P\n\n## Status\n\n{said}:\n\n- the old gate\n").state is None


def test_a_backup_that_is_complete_completes_no_other_phase() -> None:
    plan = read("# P\n\n## Phase 1: Dig\n\n**Status:** Backup complete\n\n## Phase 2: Walls\n\n- [ ] a\n")
    assert plan.phases[0].state == "in-progress"


@pytest.mark.parametrize("name", ["**Status**", "**Status:**", "**Status**  "])
def test_the_value_of_a_fact_may_be_on_the_line_below_its_name(name: str) -> None:
    plan = read(
        f"# P\n\n{name}\nComplete\n**Owner**\nTeam Quay\n**Created**\n**Updated**\n\n## Phase 1: Dig\n\n{name}\nIn progress\n"
    )
    assert (plan.state, plan.owner, plan.created) == ("complete", "Team Quay", None)
    assert (plan.state_line, plan.phases[0].state) == (4, "in-progress")


def test_of_chapters_the_first_names_no_page() -> None:
    page = "---\ntitle: Kiln\n---\n# Introduction\n\na\n\n# Risks\n\nb\n"
    assert read(page).title == "Kiln"
    assert read(page.replace("# Risks", "## Risks")).title == "Introduction"
