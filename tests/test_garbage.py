"""How often Python looks for circles: rarely while we work, and then as before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from factcheck.garbage import collect_rarely, collecting_rarely


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_a_library_leaves_the_settings_as_they_were():
    gc.set_threshold(700, 10, 10)
    with pytest.raises(KeyError), collecting_rarely():
        assert gc.get_threshold()[0] > 700
        raise KeyError
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [(0, 10, 10), (1_000_000, 5, 5)])
def test_who_looks_never_or_as_rarely_is_left_alone(chosen):
    gc.set_threshold(*chosen)
    with collecting_rarely():
        assert gc.get_threshold() == chosen


def test_a_process_of_our_own_looks_rarely_for_good():
    collect_rarely()
    with collecting_rarely():
        inside = gc.get_threshold()
    assert gc.get_threshold() == inside
