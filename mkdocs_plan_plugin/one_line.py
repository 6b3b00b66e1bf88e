"""Author text where one line of it is written: into a log, to a terminal, into a message of a CI."""

from __future__ import annotations

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_STEERING = dict.fromkeys((*_CONTROLS, *_TURNING), "\N{REPLACEMENT CHARACTER}")


def one_line(text: object) -> str:
    """Return a text on one line, without characters that steer a terminal or turn the writing round.

    What reads commands out of a log, as runners of CI do, finds them at the beginning of a line.
    """
    return " ".join(str(text).split()).translate(_STEERING)
