"""Pages in scripts that run from right to left, for a site whose theme is in that language and whose views are not."""

from __future__ import annotations


def _page(title: str, owner: str, first: str, second: str, task: str, risk: str) -> str:
    return f"""---
plan: true
owner: {owner}
due: 2026-12-12
---

# {title}

**Status:** In Progress

## Phases

### Phase 1: {first}

- [x] {task} 1

### Phase 2: {second}

- [x] {task} 2
- [ ] {task} 3

## Risk Assessment

#### Risk 1: {risk}

**Probability:** High

**Impact:** Critical
"""


ARABIC = {
    "index.md": "# مرحبا\n",
    "plans/port.md": _page(
        "نقل الميناء (v2)",
        "فريق الميناء",
        "تجهيز الرصيف",
        "نقل الرافعات",
        "الرافعة رقم",
        "تأخر المورد",
    ).replace("due:", "depends_on: [quay.md]\ndue:"),
    # In no list, so that the other stands alone there.
    "plans/quay.md": "---\nplan: {list: false}\n---\n\n# رصيف جديد\n\n**Status:** Complete\n",
}
HEBREW = {
    "index.md": "# שלום\n",
    "plans/port.md": _page(
        "מעבר הנמל (v2)", "צוות הרציף", "הכנת הרציף", "העברת המנופים", "מנוף", "הספק אינו עונה"
    ),
}
