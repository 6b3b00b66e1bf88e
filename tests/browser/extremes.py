"""Plans that no author would write, and that every view has to stand."""

STATES = (
    ("Planning", 14),
    ("In Progress", 16),
    ("Blocked", 3),
    ("On Hold", 3),
    ("Complete", 10),
    ("Cancelled", 2),
)
"""How many plans of a fleet are in which state; none is superseded."""

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsversicherungsunterlagen and everything else that has to be handed over before the winter timetable begins"


def _many_phases() -> str:
    phases = "\n\n".join(
        f"### Phase {number}: Part {number} of a very long journey\n\n"
        f"- [{'x' if number < 14 else ' '}] First\n- [{'x' if number < 16 else ' '}] Second"
        for number in range(1, 41)
    )
    return f"---\nplan: true\ndepends_on: long.md\n---\n\n# Forty phases\n\n**Status:** In Progress\n\n## Phases\n\n{phases}\n"


def _many_risks() -> str:
    risks = "\n\n".join(
        f"#### Risk {number}: The thing with number {number} happens\n\n**Probability:** High\n\n**Impact:** Critical"
        for number in range(1, 61)
    )
    return f"---\nplan: true\ndepends_on: [forty.md, empty.md]\n---\n\n# Sixty risks in one cell\n\n**Status:** Blocked\n\n## Risk Assessment\n\n{risks}\n"


PAGES = {
    "index.md": "# Start\n",
    "plans/long.md": f"""---
plan: true
owner: {LONG}
priority: P1
updated: 2026-11-20
depends_on: [empty.md, nowhere-at-all-{"x" * 60}.md]
---

# {LONG}

**Status:** On Hold ({LONG})

## Phases

### Phase 1: {LONG}

**Status:** Blocked: {LONG}

- [x] {LONG}
- [ ] {LONG}
    - [-] `{"a_name_without_any_place_to_break_" * 4}`
    - [!] {LONG}

### Phase 2: {LONG}

#### Step 2.1: {LONG}

- [ ] {LONG}

## Risk Assessment

#### Risk 1: {LONG}

**Probability:** High

**Impact:** Critical

**Mitigation:** {LONG}

## Success Criteria

| Metric | Baseline | Target | Actual |
|---|---|---|---|
| {LONG} | 100,000,000 ms | < 10,000,000 ms | 12,345,678 ms |

## Next Steps

- [ ] {LONG}
""",
    "plans/empty.md": "---\nplan: true\n---\n\n# Nothing yet\n",
    "plans/forty.md": _many_phases(),
    "plans/sixty.md": _many_risks(),
    "plans/rtl.md": """---
plan: true
owner: צוות הרציף
---

# תוכנית: מעבר לספק שני

**Status:** In Progress

## Phases

### Phase 1: הכנה

- [x] בדיקת החוזה (v2.1)
- [ ] העברת הכרטיסים

### Phase 2: מעבר

- [ ] יום ראשון

## Risk Assessment

#### Risk 1: הספק אינו עונה

**Probability:** High

**Impact:** Medium
""",
}


def _fleet() -> dict[str, str]:
    """More plans than a column of the board shows, and than the first page lists with its navigation."""
    states = [state for state, number in STATES for _ in range(number)]
    subjects = (
        "crane controls",
        "timetable search",
        "ticket gates at all nineteen ports",
        "berth booking service",
    )
    return {
        f"plans/p{number:02}.md": f"""---
plan: true
owner: Team {("Quay", "Compass", "Harbour and Terminal Operations")[number % 3]}
priority: P{number % 4}
due: {"2026-10-01" if number % 5 else "2027-03-01"}
updated: 2026-09-{number % 28 + 1:02}
depends_on: [p{(number + 3) % len(states):02}.md, p{(number + 7) % len(states):02}.md]
---

# Move the {subjects[number % 4]} to the new data centre, part {number}

**Status:** {state}

## Phases

### Phase 1: Rehearse the switch with the night crew

- [x] Rehearsed
- [{"x" if state == "Complete" else " "}] Switched

## Risk Assessment

#### Risk 1: The old one is needed longer

**Probability:** High

**Impact:** {("Low", "Medium", "High", "Critical")[number % 4]}
"""
        for number, state in enumerate(states)
    }


FLEET = {
    "index.md": "# Start\n",
    "owners.md": "# Owners\n\nWho has what.\n\n<!-- plans:board {group: owner} -->\n\nThat is all.\n",
    **_fleet(),
}


def _one_of_many(number: int) -> str:
    """Draw a plan as its author would: six phases, dates for two of three, risks, tasks, and one before it."""
    month, state = number % 12 + 1, ("In Progress", "Planning", "Blocked", "Complete", "On Hold")[number % 5]
    dated = number % 3 > 0
    phases = "\n".join(
        f"""
### Phase {at}: Part {at} of the move of quay {number}

{f"**Start:** 2026-{month:02}-{4 * at - 3:02}" if dated else ""}

{f"**Due:** 2026-{month:02}-{4 * at:02}" if dated and at < 6 else ""}

- [{"x" if at <= number % 6 else " "}] Move what stands on the quay
- [{"x" if at < number % 6 else " "}] Sweep it
"""
        for at in range(1, 7)
    )
    before = f"depends_on: [quay-{number - 1:03}.md]" if number % 4 == 0 else ""
    return f"""---
plan: true
owner: Team {("Anchor", "Buoy", "Compass")[number % 3]}
priority: P{number % 4}
updated: 2026-11-{number % 21 + 1:02}
{f"due: 2027-{month:02}-20" if dated else ""}
{before}
---

# Move of quay {number} to the new harbour

**Status:** {state}

## Phases
{phases}
## Risk Assessment

#### Risk 1: The crane of quay {number} is late

**Probability:** {("Low", "Medium", "High")[number % 3]}

**Impact:** {("Medium", "High", "Critical")[number % 3]}
"""


MANY = {"index.md": "# Start\n"} | {
    f"plans/quay-{number:03}.md": _one_of_many(number) for number in range(1, 121)
}
"""More plans than anybody reads from above to below."""
