"""The verdict on a benchmark: is the target met by what was measured?

Target and actual are read as intervals of one unit: `< 100 ms` is everything below 100 ms, `85 ms`
a point. The target is met if the actual lies inside it and missed if it lies outside; wherever the
text leaves a doubt (units that differ, words between the figures, no direction) there is no verdict.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Verdict

_DIGIT = regex(r"\d")
_MILLIONS = regex(r"(?<=\d)\s?M(?![A-Za-z])")
_BITS = regex(r"(?<=\d)\s?([kKmMgG])b(?=ps|/s|\b)(?<![A-Z]B)")
_SPACE = regex(r"\s")
_APOSTROPHE = regex(r"['’_]")
_COMMA_GROUPS = regex(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_POINT_GROUPS = regex(r"[1-9]\d{0,2}((\.\d{3}){2,}(,\d+)?|\.\d{3},\d+)")
_COMMA_DECIMAL = regex(r"\d+,\d+")
_DECIMAL = regex(r"(\d+(\.\d+)?|\.\d+)(e[+-]?\d{1,2})?")
_NO_UNIT = regex(r"[<>=≤≥±;|]")
_PER = regex(r"(?<!\s)\s+(?:per|an?)\s+|^per\s+|(?:(?<!\s)\s+)?/\s*")
_POWER = regex(r"(k|thousand|million|mio|billion|bn)\s+")

_CLOSE = Fraction(5, 100)
"""A target missed by at most this share of itself is close."""

_LONGEST = 200
"""Longer texts are prose, not figures."""

_OPEN = regex(
    r"""(?x) [-–—_.…?\s]* | \[[^\]\d]*\] | \{\{.*\}\} | ⏳ | x+
    | (?:⏳\s*)? (?: tb[dcm] | to\ be\ \w+ | to[ -]?do | n\.?/?a\.? | pending | unknown
      | (?:not|un)[ -]?(?:yet\ )?(?:measured|known|available|tested|run|started|determined|yet)
      | (?:still\ )?open | awaiting\b.* )"""
)
_DECORATION = regex("[*`\N{VARIATION SELECTOR-16}✅❌✓✔✗✘⚠⏳⭐🎯🟢🟡🔴🟠]")
_TAIL = regex(r"(?:(?<!\s)\s+)?\(([^()]*)\)\s*$")
_LABEL = regex(r"\b(?:p\d{2,3}(?:\.\d+)?|average|avg|mean|median|peak)\b[.:=]?")

_NUMBER = r"[-+−]?(?:\d[\d.,'’_]*\d|\d|(?<![\d.])\.\d+)(?:e[+-]?\d+)?"
_SPACED_THOUSANDS = regex(r"(?<![\d.,])(\d{1,3})((?:[  \u2009\u202f]\d{3})+)(?![\d])")
_QUANTITY = regex(rf"(?P<sign>[$€£¥])?\s*(?P<number>{_NUMBER})\s*(?P<unit>\D.*|)")
_DURATION = regex(r"(?:\d[\d.,]*\s*[a-zµμ]+\.?(?:\s*,\s*|\s+and\s+|\s*)){2,}")
_DURATION_PART = regex(r"(\d[\d.,]{0,30})\s*([a-zµμ]+)")
_RANGE = regex(rf"(?:between\s++)?(\S.*?)(?<!\s)\s*+(?:-|–|—|…|\.\.\.?|\bto\b|\band\b)\s*+({_NUMBER}(?s:.*))")

_AT_MOST, _BELOW, _AT_LEAST, _ABOVE, _EXACTLY = "<=", "<", ">=", ">", "="
_BEFORE = [
    (regex(rf"(?:{words})\s*(?=[\d$€£¥.+−-])"), comparison)
    for words, comparison in (
        (r"<=|=<|≤|⩽|(?:less|fewer|lower|smaller) than or equal to", _AT_MOST),
        (r"(?:at|@) most|(?:no|not) (?:more|greater|higher|longer) than|up to|within", _AT_MOST),
        (r"max(?:\.|imum)?(?: of)?:?|not? (?:over|above)", _AT_MOST),
        (r">=|=>|≥|⩾|(?:more|greater|higher|larger) than or equal to", _AT_LEAST),
        (r"at least|(?:no|not) (?:less|fewer|lower) than|min(?:\.|imum)?(?: of)?:?", _AT_LEAST),
        (r"not? (?:under|below)", _AT_LEAST),
        (r"<|(?:less|fewer|lower|shorter|smaller) than|under|below", _BELOW),
        (r">|(?:more|greater|higher|larger|longer) than|over|above|exceeds|exceeding", _ABOVE),
        (r"==?|exactly", _EXACTLY),
    )
]
_AFTER = [
    (regex(rf"(?<=[\w%)])\s*(?:{words})$"), comparison)
    for words, comparison in (
        (r",? (?:or|and) (?:less|fewer|lower|below|under|shorter|smaller|faster)", _AT_MOST),
        (r",? (?:max(?:\.|imum)?|at most|or equal)", _AT_MOST),
        (r",? (?:or|and) (?:more|higher|greater|above|over|longer|larger|up)", _AT_LEAST),
        (r",? (?:minimum|at least)|\+", _AT_LEAST),
    )
]
_ABOUT = regex(r"^(?:~|≈|≃|about|around|circa|ca\.?|approx(?:\.|imately)?)\s*(?=[\d$€£¥.])")

_SCALES = (
    (
        "second",
        {"ns": "1e-9", "µs": "1e-6", "us": "1e-6", "ms": "1e-3", "msec": "1e-3", "s": "1", "sec": "1"},
    ),
    ("second", {"m": "60", "min": "60", "h": "3600", "hr": "3600", "d": "86400"}),
    ("second", {"nanosecond": "1e-9", "microsecond": "1e-6", "millisecond": "1e-3", "second": "1"}),
    ("second", {"minute": "60", "hour": "3600", "day": "86400", "week": "604800", "wk": "604800"}),
    ("month", {"month": "1", "year": "12"}),
    ("byte", {"b": "1", "byte": "1", "kb": "1e3", "mb": "1e6", "gb": "1e9", "tb": "1e12", "pb": "1e15"}),
    ("byte", {f"{p}ib": str(1024**n) for n, p in enumerate("kmgtp", 1)}),
    ("bit", {"bit": "1", "kbit": "1e3", "mbit": "1e6", "gbit": "1e9"}),
    ("%", {"%": "1", "percent": "1", "per cent": "1", "pct": "1", "‰": "0.1"}),
    ("×", {"x": "1", "×": "1", "time": "1"}),
    ("", {"k": "1e3", "thousand": "1e3", "million": "1e6", "mio": "1e6", "billion": "1e9", "bn": "1e9"}),
)
_UNITS = {word: (family, Fraction(factor)) for family, scale in _SCALES for word, factor in scale.items()}
_RATES = {"rps": "request/s", "qps": "query/s", "tps": "transaction/s", "rpm": "request/min"}
_RATES |= {"kbps": "kbit/s", "mbps": "mbit/s", "gbps": "gbit/s", "iops": "io/s", "fps": "frame/s"}
_WORDS = {"req": "request", "reqs": "request", "queries": "query", "txn": "transaction", "tx": "transaction"}
_MEASURED = {family for family, _ in _SCALES if family}


class _Unit(NamedTuple):
    """A unit in its base: `requests/min` is (`request`, `second`) with factor 1/60."""

    above: str
    below: str
    factor: Fraction


class _Interval(NamedTuple):
    """What a text allows. `bare` is a single value without comparison."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool
    unit: _Unit
    bare: bool
    label: str
    note: str


def verdict(target: str, actual: str, baseline: str = "") -> Verdict | None:
    """Compare a benchmark's actual with its target.

    Returns `open` without an actual; `met`; `close` where the target is missed by at most 5 % of
    itself; `missed`; or None where the texts leave a doubt. A target without a comparison (`95%`)
    takes its direction from the baseline: above it, higher is better, below it, lower. Without a
    comparable baseline only an equal actual is a verdict.
    """
    if max(len(target), len(actual), len(baseline)) > _LONGEST:
        return None
    measured = _plain(actual)
    if _OPEN.fullmatch(measured.strip()):
        return "open"
    wanted, got = _interval(_plain(target)), _interval(measured)
    if wanted is None or got is None:
        same = " ".join(_plain(target).split()) == " ".join(measured.split())
        return "met" if same and not _OPEN.fullmatch(measured) and not _DIGIT.search(measured) else None
    if not _comparable(wanted, got):
        return None
    if wanted.bare:
        if got.bare and got.low == wanted.low:
            return "met"
        directed = _directed(wanted, _interval(_plain(baseline)))
        if directed is None:
            return None
        wanted = directed
    return _judge(wanted, got)


def _judge(wanted: _Interval, got: _Interval) -> Verdict | None:
    """Return `met` if `got` lies inside `wanted`, how it misses if outside, None if they overlap."""
    if _inside(wanted, got):
        return "met"
    if wanted.low is not None and got.high is not None and _apart(got, wanted):
        worst, bound = got.low, wanted.low
    elif wanted.high is not None and got.low is not None and _apart(wanted, got):
        worst, bound = got.high, wanted.high
    else:
        return None
    if worst is None:
        return "missed"
    return "close" if bound and abs(worst - bound) <= _CLOSE * abs(bound) else "missed"


def _inside(outer: _Interval, inner: _Interval) -> bool:
    if outer.low is not None and (
        inner.low is None
        or inner.low < outer.low
        or (inner.low == outer.low and outer.low_open and not inner.low_open)
    ):
        return False
    return outer.high is None or not (
        inner.high is None
        or inner.high > outer.high
        or (inner.high == outer.high and outer.high_open and not inner.high_open)
    )


def _apart(below: _Interval, above: _Interval) -> bool:
    """Tell whether all of the first lies under all of the second; both ends are known."""
    if below.high is None or above.low is None:
        return False
    return below.high < above.low or (below.high == above.low and (below.high_open or above.low_open))


def _comparable(one: _Interval, other: _Interval) -> bool:
    """Tell whether two texts speak of one measure: same unit, no differing label or note."""
    if (one.label and other.label and one.label != other.label) or (
        one.note and other.note and one.note != other.note
    ):
        return False
    if one.unit.below != other.unit.below:
        return False
    names = {one.unit.above, other.unit.above}
    # "3" answers "at least 3 servers", but "85" does not say whether it is milliseconds.
    return len(names) == 1 or ("" in names and not names & _MEASURED)


def _directed(wanted: _Interval, baseline: _Interval | None) -> _Interval | None:
    """Give a bare target the direction that leads away from the baseline."""
    if baseline is None or not baseline.bare or not _comparable(wanted, baseline):
        return None
    if wanted.low is None or baseline.low is None or wanted.low == baseline.low:
        return None
    if wanted.low > baseline.low:
        return wanted._replace(high=None, bare=False)
    return wanted._replace(low=None, bare=False)


def _plain(text: str) -> str:
    """Return lower-case text without emphasis, marks and entities."""
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - a table of two thousand names, which few figures need

        text = unescape(text)
    text = _DECORATION.sub("", text).replace("\u00a0", " ").strip()
    # K, M and G behind a figure are powers of ten; a lower-case m is a minute, so look before folding.
    text = _MILLIONS.sub(" million", text)
    text = _BITS.sub(r" \1bit", text)
    return text.casefold().replace("μ", "µ").strip()


@lru_cache(maxsize=1024)  # plans of one team set the same targets
def _interval(text: str) -> _Interval | None:
    """Read a comparison, a range or a value; None for anything else."""
    note = ""
    if found := _TAIL.search(text):
        note, text = found[1], text[: found.start()]
    labels = _LABEL.findall(text)
    text = " ".join(_LABEL.sub(" ", text).split()) if labels else text.strip()
    label = " ".join(labels).rstrip(".:=")
    text = _SPACED_THOUSANDS.sub(lambda m: _SPACE.sub("", m[0]), text)
    if (ends := _range(text)) is not None:
        low, high, unit = ends
        return _Interval(
            low, high, low_open=False, high_open=False, unit=unit, bare=False, label=label, note=note
        )
    comparison, text = _comparison(text)
    found_value = _value(_ABOUT.sub("", text))
    if comparison is None or found_value is None:
        return None
    value, unit = found_value
    return _Interval(
        low=None if comparison in {_BELOW, _AT_MOST} else value,
        high=None if comparison in {_ABOVE, _AT_LEAST} else value,
        low_open=comparison == _ABOVE,
        high_open=comparison == _BELOW,
        unit=unit,
        bare=comparison == "",
        label=label,
        note=note,
    )


def _comparison(text: str) -> tuple[str | None, str]:
    """Split the comparison off; empty where there is none, None where there are two."""
    before = next(((c, m) for pattern, c in _BEFORE if (m := pattern.match(text))), None)
    if before:
        text = text[before[1].end() :]
    after = next(((c, m) for pattern, c in _AFTER if (m := pattern.search(text))), None)
    if after:
        text = text[: after[1].start()]
    if before and after:
        return None, text
    return (before or after or ("", None))[0], text


def _range(text: str) -> tuple[Fraction, Fraction, _Unit] | None:
    """Read `10-20 ms`; a unit on one end holds for both."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    first, second = _value(found[1]), _value(found[2])
    if not first or not second:
        return None
    (low, low_unit), (high, high_unit) = first, second
    if low_unit.above == low_unit.below == "" and low_unit.factor == 1:
        low, low_unit = low * high_unit.factor, high_unit
    if low_unit[:2] != high_unit[:2] or low >= high:
        return None
    return low, high, high_unit


def _value(text: str) -> tuple[Fraction, _Unit] | None:
    """Read one quantity into its base unit."""
    text = text.strip()
    if _DURATION.fullmatch(f"{text} "):
        return _duration(text)
    found = _QUANTITY.fullmatch(text)
    if not found:
        return None
    number, unit = _number(found["number"]), _unit(found["unit"].strip(), found["sign"] or "")
    if number is None or unit is None:
        return None
    return number * unit.factor, unit


def _duration(text: str) -> tuple[Fraction, _Unit] | None:
    """Read `1 h 32 min`: every part a time, each smaller than the one before."""
    total, last = Fraction(0), None
    for digits, word in _DURATION_PART.findall(text):
        number, (family, factor) = _number(digits), _named(word)
        if number is None or family != "second" or (last is not None and factor >= last):
            return None
        total, last = total + number * factor, factor
    return total, _Unit("second", "", Fraction(1))


def _number(text: str) -> Fraction | None:
    """Read digits with either style of thousands and decimals; None where the grouping is odd."""
    sign = -1 if text[0] in "-−" else 1
    text = _APOSTROPHE.sub("", text.lstrip("-+−"))
    if _COMMA_GROUPS.fullmatch(text):
        text = text.replace(",", "")
    elif _POINT_GROUPS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _COMMA_DECIMAL.fullmatch(text):
        text = text.replace(",", ".")
    return sign * Fraction(text) if _DECIMAL.fullmatch(text) else None


def _unit(text: str, sign: str) -> _Unit | None:
    """Read a unit or a rate; None for text that can't be one."""
    text = _RATES.get(text, text).rstrip(".")
    if _NO_UNIT.search(text) or (sign and text not in {"", "k", "million", "billion", "bn"}):
        return None
    above, _, below = _PER.sub("/", text).partition("/")
    scale = Fraction(1)
    power = _POWER.match(above)
    if power:
        scale, above = _UNITS[power[1]][1], above[power.end() :]
    family, factor = _named(above)
    if not below:
        return _Unit(sign or family, "", factor * scale)
    under, divisor = _named(below)
    return _Unit(family, under, factor * scale / divisor)


def _named(word: str) -> tuple[str, Fraction]:
    """Return base unit and factor of a name; a word that is no unit counts itself."""
    word = " ".join(word.split()).rstrip(".")
    for name in (word, word.removesuffix("s")):
        if name in _UNITS and (name == word or len(name) > 1):
            return _UNITS[name]
    return _WORDS.get(word, word.removesuffix("s")), Fraction(1)
