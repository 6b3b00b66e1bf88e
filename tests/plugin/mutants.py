"""Documents as a careless or malicious hand leaves them: plans with a few lines added, lost, moved or torn."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from textwrap import dedent

PLANS = [
    """
    # Plan: new kiln

    **Status:** In Progress
    **Owner:** Team Quay

    <!-- plan:card -->

    ## Phases

    ### Phase 1: Dig the *hole* ##

    **Status:** ✅ Complete

    - [x] Mark out
    - [x] Dig
        - [x] by hand
        - [ ] with [the digger](https://example.org/digger)

    ### Phase 2: Fire `it` {#fire}

    - [ ] Wood
    - [~] Matches [docs]
    * [!] Wind

    ## Risks

    | Risk | Probability | Impact | Status |
    |------|-------------|--------|--------|
    | Rain | High | Low | Open |
    | Wind | Low | High | Open |

    <!-- plans:table {
      limit: 3
    } -->

    ## Success Criteria

    | Benchmark | Target | Actual |
    |---|---|---|
    | Heat | 900 | 950 |

    - ✅ Warm
    - [ ] Dry

    [docs]: https://example.org
    """,
    """
    # Plan: shop

    Status: planning | Priority: P1

    1. [ ] First\\
       goes on
    2. [x] Second
       - [ ] nested by three

    Phase 1: Open
    -------------

    !!! note "Mind the [gap]"
        - [ ] in a note

        More text.

    === "One"

        - [x] in a tab

    === "Two"

        ```python title="a b"
        - [ ] in code  # <b>
        ```

    ??? tip
        **Checklist:**

        - [ ] folded

    <details markdown="1">
    <summary>More</summary>

    - [ ] in details

    </details>

    ## Phase 2: Sell <!-- plans:board -->

    > ### Quoted
    > - [ ] quoted

    - a

    * b

    Term
    :   **Status:** On hold

    Footnote[^1] and H~2~O, ==marked== text.

    [^1]: - [ ] in a footnote
    """,
]
"""They are full of what slots are put on."""

NASTY = [
    "<!--",
    "-->",
    "<!-->",
    "<!--->",
    "--!>",
    "<!-- a -- b -->",
    "<!-- [ ] plan: -->",
    "text <!-- open",
    "```",
    "``` js one two three",
    "   ```",
    " ~~~ a b",
    "~~~",
    "````",
    "`open code",
    "<div>",
    "</div>",
    "<div markdown>",
    '<p title="',
    '"',
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<textarea>",
    "<style>",
    "<?php",
    "<b",
    ">",
    "<details>",
    "</details>",
    "!!! warning",
    "???+ note",
    '=== "Three"',
    "/// note",
    "///",
    "---",
    "===",
    "$$",
    "    ",
    "\t- [ ] tab",
    "      - [ ] deep",
    "- [ ]",
    "- [x] [a](b",
    "![image",
    "](https://example.org/a.png)",
    "[ref]: https://example.org 'title",
    "*[HTML]: words",
    "**open",
    "___",
    "&lt;!-- &#60;!--",
    "\\",
    "| a | b",
    "|---|---|",
    "- -",
    "+ [x] plus",
    "7) [ ] seven",
    "<!-- plan:stepper -->",
    "<!-- plan:",
    "--8<-- 'x'",
    "{: .big }",
    ":   defined",
    "{++ added ++}",
    '"quoted"',
    "https://example.org/a.",
]


def mutants(seed: int, count: int) -> Iterator[str]:
    """Yield so many documents, the same ones for a seed."""
    random = Random(seed)
    for _ in range(count):
        lines = dedent(random.choice(PLANS)).strip("\n").split("\n")
        for _ in range(random.randint(1, 6)):
            _mutate(lines, random)
        yield "\n".join(lines) + "\n"


def _mutate(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    kind = random.randrange(7)
    if kind <= 2:
        indent = " " * random.choice([0, 0, 0, 1, 3, 4])
        lines.insert(at, indent + random.choice(NASTY))
    elif kind == 3:
        column = random.randint(0, len(lines[at]))
        lines[at] = lines[at][:column] + random.choice(NASTY) + lines[at][column:]
    elif kind == 4:
        lines[at] = lines[at][: random.randint(0, len(lines[at]))]
    elif kind == 5:
        lines.insert(random.randrange(len(lines)), lines.pop(at))
    else:
        lines[at] = " " * random.randint(1, 5) + lines[at]
