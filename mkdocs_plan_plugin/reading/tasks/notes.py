"""What is behind the text of a task: when it is due, who does it, when it was done.

Sources: emoji of Obsidian Tasks (`📅 2026-12-01`), inline fields of Dataview (`[due:: 2026-12-01]`),
todo.txt (`due:2026-12-01`), TaskPaper (`@due(2026-12-01)`), the mentions of code hosts (`@quay`), and words:
`(Team Quay, due 1 December 2026)`. What is read of them leaves the text, all else stays.
"""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import LeftOut, Task
from mkdocs_plan_plugin.reading.statements import statements_of_item
from mkdocs_plan_plugin.reading.when import Role, StatedDate, dated_in, read_fields, tell
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import date_words, words
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, keys_of

_MAY_HAVE = regex(r"\d{4}|@|::|[)\]）】]$")
"""What a text with such notes has in it: most have none."""

_ISO = r"\d{4}-\d{2}-\d{2}"
_MARKED = regex(rf"(?:(?<!\s)\s+)?([📅📆🗓🛫⏳⌛✅])\ufe0f?\s*({_ISO})")
_MARKS: dict[str, Role] = {"📅": "due", "📆": "due", "🗓": "due", "🛫": "start", "✅": "completed"}
_SCHEDULED = ("⏳", "⌛")
_KEYED = regex(
    rf"(?:(?<!\s)\s+)?(?:[\[(]\s*(?P<key>[a-z]+)::\s*+(?P<value>[^\[\]()]{{1,60}})[\])]"
    rf"|(?<!\S)(?P<plain>due|start|t|completed):(?P<day>{_ISO})(?!\S)"
    rf"|(?<!\S)@(?P<tag>due|start|defer|done|completed)\((?P<at>{_ISO})[^()]{{0,20}}\)"
    rf"|(?<!\S)@\{{(?P<card>{_ISO})\}})",
    re.IGNORECASE,
)
_KEYS: dict[str, Role] = {
    "due": "due",
    "deadline": "due",
    "start": "start",
    "defer": "start",
    "t": "start",
    "completion": "completed",
    "completed": "completed",
    "done": "completed",
}
_OWNERS = ("owner", "assignee", "assigned")

_HANDLE = r"@[A-Za-z0-9](?:[\w.-]{0,38}\w)?(?:/[A-Za-z0-9][\w.-]{0,38})?"
_HANDLES = regex(rf"{_HANDLE}(?:(?:\s*[,+&/]\s*|\s+){_HANDLE})*")
_LAST_HANDLES = regex(
    r"(?:^|\s)((?:@[A-Za-z0-9][\w.-]{0,38}[,\s]{1,2}){0,4}@[A-Za-z0-9](?:[\w.-]{0,38}\w)?)$"
)
_FIRST_HANDLE = regex(r"(@[A-Za-z0-9](?:[\w.-]{0,38}\w)?)(?:\s*[:：–—]\s*|\s+-\s+|\s+(?=[A-Z]))(?=\S)")
_WITH = keys_of((*words.PREPOSITIONS, *words.CONJUNCTIONS, *words.TAKING))
"""Words in front of `@name` that make it what the task is about: `upgrade to @angular`."""

_BRACKET = regex(r"(?:(?<!\s)\s+)?[(\[（【]([^()\[\]（）【】]{2,100})[)\]）】]\s*$")
_DASHED = regex(r"(?<!\s)\s+[-–—·|]\s+|(?:(?<!\s)\s+)?[,;]\s+")
_PIECES = regex(r"(?:(?<!\s)\s+)?[,;，；|·]\s*")
_NAMED = regex(r"([^\W\d_][^:：]{1,30})\s*[:：]\s*(\S.*)")
_TEAMS = "|".join(map(re.escape, words.TEAMS))
_TEAM = regex(
    rf"(?:the\s+)?(?:{_TEAMS})\s+[^\W\d_][\w&'-]*(?:\s+[\w&'-]+){{0,2}}|[^\W\d_][\w&'-]*(?:\s+[\w&'-]+){{0,2}}\s+(?:{_TEAMS})",
    re.IGNORECASE,
)
_STRONG = has_word(words.STRONGLY_DUE)
_NOT_WORD = regex(r"[^\w]+")


def read_notes(task: Task, item: Block | None, vocabulary: Vocabulary) -> list[LeftOut]:
    """Set what is behind a task's text and in fields below it; return what of it can't be read."""
    left: list[LeftOut] = []
    if item is not None and (len(item.children) > 1 or len(item.children[0].lines) > 1):
        fields = (one for one in statements_of_item(item, vocabulary) if one.owner == item.line)
        left += read_fields(task, fields, vocabulary)
    if _MAY_HAVE.search(task.text):
        _Notes(task, vocabulary, left).read()
    return left


class _Notes:
    """The notes of one task that are being taken off its text."""

    def __init__(self, task: Task, vocabulary: Vocabulary, left: list[LeftOut]) -> None:
        self.task, self.vocabulary, self.left = task, vocabulary, left
        self.scheduled: Date | None = None

    def read(self) -> None:
        text = _KEYED.sub(self._keyed, _MARKED.sub(self._marked, self.task.text)).strip()
        for _ in range(4):  # `Dig (Team Quay) — due 2026-12-01`
            shorter = self._shorter(text)
            if shorter == text or not shorter:
                break
            text = shorter
        if first := _FIRST_HANDLE.match(text):
            self._owned(first[1])
            text = text[first.end() :]
        if self.scheduled and self.task.start is None:
            tell(self.task, "start", self.scheduled)
        if text:
            self.task.text = text

    def _marked(self, match: re.Match[str]) -> str:
        if match[1] in _SCHEDULED:
            return self._scheduled(match, match[2])
        return self._kept(match, _MARKS[match[1]], match[2])

    def _keyed(self, match: re.Match[str]) -> str:
        name = (match["key"] or match["plain"] or match["tag"] or "due").casefold()
        value = match["value"] or match["day"] or match["at"] or match["card"]
        if name in _OWNERS:
            self._owned(value.strip())
            return ""
        if name == "scheduled":
            return self._scheduled(match, value)
        return self._kept(match, _KEYS[name], value) if name in _KEYS else match[0]

    def _scheduled(self, match: re.Match[str], value: str) -> str:
        """Keep a day that the work begins on where no other one is told for it."""
        date = read_date(value, day_first=self.vocabulary.day_first)
        self.scheduled = date if isinstance(date, Date) else self.scheduled
        return "" if isinstance(date, Date) else match[0]

    def _kept(self, match: re.Match[str], role: Role, value: str) -> str:
        """Keep a date that a mark tells the role of; return what is left of it in the text."""
        date = read_date(value, day_first=self.vocabulary.day_first)
        if not isinstance(date, Date):
            return match[0]
        self._dated(role, date)
        return ""

    def _dated(self, role: Role, date: Date) -> None:
        if role == "completed":
            self.task.completed = self.task.completed or (date.value if date.is_day else None)
        else:
            tell(self.task, role, date)

    def _owned(self, names: str) -> None:
        self.task.owner = self.task.owner or names

    def _shorter(self, text: str) -> str:
        """Return a text without the last note behind it, the text itself where there is none."""
        if (bracket := _BRACKET.search(text)) and bracket.start() and self._takes(bracket[1]):
            return text[: bracket.start()].rstrip()
        parts = list(_DASHED.finditer(text))
        if parts and parts[-1].start() and self._takes(text[parts[-1].end() :]):
            return text[: parts[-1].start()].rstrip()
        if handles := _LAST_HANDLES.search(text):
            before = text[: handles.start()].rstrip()
            last = key(before).rsplit(" ", 1)[-1]
            if before and (last not in _WITH or not before[-1].isalnum()):
                self._owned(handles[1])
                return before.rstrip(" -–—·|,;")
        return self._without_due(text)

    def _without_due(self, text: str) -> str:
        """Return a text without `due 2026-12-01` at its end."""
        found = None
        for found in _STRONG.finditer(text.casefold()):  # noqa: B007 - the last one
            pass
        if not found or not found.start() or len(text) != len(text.casefold()):
            return text
        end = text[found.start() :]
        stated = list(dated_in(end, self.vocabulary)) if len(end) <= _LONGEST else []
        if len(stated) == 1 and not isinstance(stated[0], LeftOut) and _only(end, stated[0].date):
            self._dated("due", stated[0].date)
            return text[: found.start()].rstrip(" -–—·|,;(")
        return text

    def _takes(self, text: str) -> bool:
        """True if a text is dates and owners and nothing else, which are kept."""
        pieces = [piece for piece in _PIECES.split(text.strip()) if piece]
        found = [self._piece(piece) for piece in pieces]
        if not found or not all(found):
            return False
        for one in found:
            if isinstance(one, StatedDate):
                self._dated(one.role, one.date)
            elif isinstance(one, LeftOut):
                self.left.append(one)
            elif one:
                self._owned(one)
        return True

    def _piece(self, text: str) -> StatedDate | LeftOut | str | None:
        """Return what one note says: a date and its role, an owner, or what can't be read; None for none."""
        text = text.strip(" *_")
        if _HANDLES.fullmatch(text) or _TEAM.fullmatch(text):
            return text
        if (named := _NAMED.fullmatch(text)) and (found := self._named(named[1], named[2])):
            return found
        stated = list(dated_in(text, self.vocabulary))
        if len(stated) != 1:
            return None
        one = stated[0]
        if isinstance(one, LeftOut):
            beside = text.replace(one.text, " ", 1)
            unread = LeftOut(line=self.task.line, kind="date", text=one.text, reason=one.reason)
            return unread if _STRONG.search(key(beside)) and len(key(beside).split()) <= 2 else None
        if one.role in ("start", "due", "completed") and _only(text, one.date):
            return one
        return None

    def _named(self, name: str, value: str) -> StatedDate | str | None:
        means = self.vocabulary.meanings(name)
        if "owner" in means and len(value) <= _LONGEST:
            return value.strip()
        date = read_date(value, day_first=self.vocabulary.day_first)
        if not isinstance(date, Date) or not _only(value, date):
            return None
        if key(name) in _COMPLETED and (self.task.state == "done" or not means & {"due", "target"}):
            return StatedDate("completed", date)
        if means & {"due", "target"}:
            return StatedDate("due", date)
        return StatedDate("start", date) if "start" in means else None


_LONGEST = 60
_COMPLETED = keys_of(date_words.COMPLETED)
_BESIDE = frozenset(
    word
    for table in (
        date_words.DUE,
        date_words.START,
        date_words.COMPLETED,
        date_words.FILLERS,
        words.STRONGLY_DUE,
    )
    for one in table
    for word in key(one).split()
)


def _only(text: str, date: Date) -> bool:
    """True for a date with words beside it that tell what it is of, and no others."""
    return all(word in _BESIDE for word in key(text.replace(date.text, " ", 1)).split())
