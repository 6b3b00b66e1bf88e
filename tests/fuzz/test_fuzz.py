"""The short form: some texts for each target, the same ones each time, and all that was ever found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.found import FOUND
from tests.fuzz.targets import TARGETS
from tests.fuzz.texts import SEEDS, WORDS

TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30).map("".join) | st.sampled_from(
    SEEDS
)


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_made_up(name: str) -> None:
    @settings(deadline=None, max_examples=60, derandomize=True, database=None)
    @given(TEXTS)
    def tried(text: str) -> None:
        TARGETS[name](text)

    tried()


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_what_was_found_once(name: str, text: str) -> None:
    TARGETS[name](text)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("text", SEEDS)
def test_what_fuzzing_begins_with(name: str, text: str) -> None:
    TARGETS[name](text)
