"""What the plugin says in a page is said in the language of the site, and nothing else is."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Comment, NavigableString

from mkdocs_plan_plugin.languages import ENGLISH, Language, Text, choose
from mkdocs_plan_plugin.languages.files import SHIPPED
from mkdocs_plan_plugin.model import Phase, Plan, PlanProgress, Progress, Risk, Step, Task
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.render import THEME_DIR, Renderer
from mkdocs_plan_plugin.views.tasks import checkbox
from tests.site import build as build_site
from tests.views.conftest import href
from tests.views.texts import all_texts

EXAMPLE = Path(__file__).parent.parent.parent / "example-site"
TEXTS = all_texts()
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(SHIPPED.glob("*.yml"))}
PLACEHOLDERS = re.compile(r"%\(\w+\)s|%%")
NUMBER = "%(num)s"
TAGS = re.compile(r"<[^<>]*>")


def in_language(language: Language, view: str, *plans: Plan, page_language: str = "") -> str:
    renderer = Renderer(language=language, page_language=page_language)
    plan = plans[0] if view.startswith("plan:") else None
    return renderer.marked(renderer.render(view, Context(portfolio=join(plans), href=href, plan=plan)))


GERMAN = choose("de", "").language
FRENCH = choose("fr", "").language
PLAN = Plan(
    path="a.md",
    title="Plan A",
    state="in-progress",
    updated="2026-02-01",
    progress=PlanProgress(percent=50, basis="phases", done=1, total=2, phases_complete=1, phases_total=2),
    phases=[
        Phase(number="1", effective_state="in-progress", progress=Progress(percent=50, basis="tasks", done=1, total=2))
    ],
)  # fmt: skip


# The files.


@pytest.mark.parametrize("code", FILES)
def test_a_language_has_every_text_and_no_other(code):
    texts = set(FILES[code]["texts"])
    assert sorted({text.english for text in TEXTS} - texts) == []
    assert sorted(texts - {text.english for text in TEXTS}) == []


@pytest.mark.parametrize("code", FILES)
def test_a_translation_has_the_placeholders_and_tags_of_its_text(code):
    """A form that one number alone takes may say it in a word: two tasks are مهمتان."""
    taken = Counter(map(choose(code, "").language.form, range(1000)))
    alone = {form for form, numbers in taken.items() if numbers == 1}
    wrong = []
    for text in TEXTS:
        said = FILES[code]["texts"][text.english]
        assert isinstance(said, list) == bool(text.many), text.english
        for at, form in enumerate(said if text.many else [said]):
            placed, due = (sorted(PLACEHOLDERS.findall(one)) for one in (form, text.english))
            if text.many and at in alone and NUMBER not in placed:
                due = [name for name in due if name != NUMBER]
            if placed != due or sorted(TAGS.findall(form)) != sorted(TAGS.findall(text.english)):
                wrong += [f"{text.english} → {form}"]
    assert wrong == []


@pytest.mark.parametrize("code", FILES)
def test_words_that_differ_by_what_they_are_about_are_texts(code):
    words = {word for table in FILES[code]["about"].values() for word in table}
    assert words <= {text.english for text in TEXTS}


@pytest.mark.parametrize("code", FILES)
def test_a_language_that_comes_along_is_read_without_a_complaint(code):
    chosen = choose(code, "")
    assert (chosen.problems, chosen.language.code) == ((), code)
    assert len(chosen.language.texts) == len(FILES[code]["texts"])


# Which one.


@pytest.mark.parametrize(
    ("option", "theme", "code"),
    [
        ("", "de", "de"),
        ("", "de_AT", "de"),
        ("", "de-CH", "de"),
        ("", "DE", "de"),
        ("", "en", "en"),
        ("", "ko", "en"),
        ("fr", "de", "fr"),
        ("en-GB", "de", "en"),
    ],
)
def test_the_option_goes_before_the_theme_and_a_region_is_its_language(option, theme, code):
    chosen = choose(option, theme)
    assert (chosen.language.code, chosen.problems) == (code, ())


def test_a_language_that_nobody_speaks_is_told_and_english_holds(build):
    built = build(SITE, plugins=[{"plan": {"language": "deu"}}], theme={"name": "material", "language": "de"})
    assert built.ours[0] == (
        "WARNING option 'language': there is no language 'deu'. Did you mean 'de'? "
        f"Write one of {', '.join(sorted({'en', *FILES}))}"
    )
    assert "In progress" in built.page("plans/a/").select_one(".plan-card").get_text()


def test_a_theme_in_another_language_is_silent_english(build):
    built = build(SITE, theme={"name": "material", "language": "ko"})
    assert built.warnings == []
    page = built.page("plans/a/")
    assert page.html["lang"] == "ko"
    assert page.select_one(".plan-card")["lang"] == "en"
    assert page.select_one(".plan-card")["dir"] == "ltr"
    assert {view["lang"] for view in page.select(".plan-view")} == {"en"}
    assert page.select_one(".plan-stepper bdi")["lang"] == "ko"


@pytest.mark.parametrize(
    ("code", "page_language", "said"),
    [
        ("en", "en", ""),
        ("en", "ar", ' lang="en" dir="ltr"'),
        ("de", "fr", ' lang="de" dir="ltr"'),
        ("he", "en", ' lang="he" dir="rtl"'),
        ("fa-IR", "fa", ' dir="rtl"'),
        ("ar", "", ' dir="rtl"'),
        ("arn", "arn", ""),
    ],
)
def test_views_say_which_way_they_run(code, page_language, said):
    renderer = Renderer(language=Language(code=code), page_language=page_language)
    assert renderer.marked('<div class="plan-view">') == f'<div{said} class="plan-view">'


def test_a_page_in_the_language_of_its_views_need_not_say_so(build):
    for theme in ({"name": "material", "language": "de"}, {"name": "mkdocs", "locale": "de_AT"}):
        page = build(SITE, theme=theme).page("plans/a/")
        assert "In Arbeit" in page.select_one(".plan-card").get_text()
        assert not page.select(".plan-view[lang], .plan-view [lang]")


def test_findings_stay_english_and_say_so(build):
    plugins = [{"plan": {"findings_note": "always", "index": {"health": "health.md"}}}]
    site = SITE.replace("**Status:** In Progress", "**Status:** Complete")
    built = build(site, plugins=plugins, theme={"name": "material", "language": "de"})
    for url in ("plans/a/", "health/"):
        assert built.page(url).select_one(".plan-find bdi")["lang"] == "en"


def test_the_core_needs_no_file_for_english():
    assert choose("", "").language is ENGLISH


# What is said.


def test_numbers_take_the_form_of_the_language():
    say = GERMAN.plural
    assert [say("in %(num)s plan", "in %(num)s plans", n) for n in (0, 1, 2)] == [
        "in 0 Plänen",
        "in 1 Plan",
        "in 2 Plänen",
    ]
    assert FRENCH.plural("in %(num)s plan", "in %(num)s plans", 0) == "dans 0 plan"


def test_a_language_with_three_forms(tmp_path):
    language = own(
        tmp_path,
        "pl",
        """
plural: "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
texts:
  "in %(num)s plan": ["w %(num)s planie", "w %(num)s planach (2-4)", "w %(num)s planach"]
""",
    ).language
    said = [language.plural("in %(num)s plan", "in %(num)s plans", n) for n in (1, 3, 5, 22)]
    assert said == ["w 1 planie", "w 3 planach (2-4)", "w 5 planach", "w 22 planach (2-4)"]


def test_a_language_with_six_forms():
    say = choose("ar", "").language.plural
    assert [say("in %(num)s plan", "in %(num)s plans", n) for n in (1, 2, 3, 10, 11, 99, 100, 103)] == [
        "في خطة واحدة",
        "في خطتين",
        "في 3 خطط",
        "في 10 خطط",
        "في 11 خطة",
        "في 99 خطة",
        "في 100 خطة",
        "في 103 خطط",
    ]


def test_a_text_that_is_missing_stays_english(tmp_path):
    language = own(tmp_path, "qx", 'texts: {"In progress": Bezig}').language
    card = BeautifulSoup(in_language(language, "plan:card", PLAN), "html.parser")
    assert [card.select_one(".plan-mark").get_text(), card.select_one(".plan-when").get_text()] == [
        "Bezig",
        "Updated 2026-02-01",
    ]


def test_a_sites_own_text_goes_before_ours(tmp_path):
    language = own(tmp_path, "de", 'texts: {"In progress": Läuft}').language
    card = in_language(language, "plan:card", PLAN)
    assert "Läuft" in card
    assert "Aktualisiert" in card


def test_one_english_word_may_be_two():
    assert [GERMAN.gettext("Accepted"), GERMAN.pgettext("decision", "Accepted")] == [
        "Akzeptiert",
        "Angenommen",
    ]


def test_dates_and_months_are_written_as_in_the_language():
    card = BeautifulSoup(in_language(GERMAN, "plan:card", PLAN), "html.parser")
    assert str(card.select_one(".plan-when time")) == '<time datetime="2026-02-01">01.02.2026</time>'
    assert "<time>2026-02-01</time>" in in_language(ENGLISH, "plan:card", PLAN)
    in_others = [choose(code, "").language.date("2026-03-09") for code in ("zh", "ja", "ar")]
    assert in_others == ["2026-03-09", "2026/03/09", "09/03/2026"]
    assert FRENCH.date("2026-13-45") == "45/13/2026"
    assert FRENCH.date("soon") == "soon"
    assert (ENGLISH.month_of(dt.date(2026, 4, 1)), GERMAN.month_of(dt.date(2026, 4, 1))) == (
        "2026-04",
        "04/2026",
    )


def test_a_language_may_name_the_months(tmp_path):
    names = "months: [jan., feb., mrt., apr., mei, juni, juli, aug., sept., okt., nov., dec.]"
    language = own(
        tmp_path, "qx", f"day: '%(day)d %(name)s %(year)d'\nmonth: '%(name)s %(year)d'\n{names}"
    ).language
    assert (language.date("2026-03-09"), language.month_of(dt.date(2026, 3, 1))) == (
        "9 mrt. 2026",
        "mrt. 2026",
    )


def test_figures_explain_themselves_in_the_language_and_name_authors_titles_in_theirs():
    half = Progress(percent=50, basis="tasks", done=1, total=2)
    steps = [
        Step(number="1.1", progress=half),
        Step(title="Quais", progress=half),
        *(Step(number=f"1.{n}", progress=half) for n in range(3, 9)),
    ]
    phase = Phase(number="1", effective_state="in-progress", progress=half, steps=steps)
    plan = Plan(title="A", phases=[phase], risks=[Risk(title=f"R{n}", level="high") for n in range(7)])

    def tip(view: str) -> str:
        page = BeautifulSoup(in_language(FRENCH, view, plan, page_language="nl"), "html.parser")
        return page.select_one(".plan-phasebar .plan-tip, .plan-facts .plan-tip").decode_contents().strip()

    assert tip("plan:phase-bar").replace("\u00a0", " ") == (
        "1 sur 2 tâches faites, arrondi vers le bas ; les annulées et les reportées ne comptent pas. "
        'Étape 1.1 : 1/2, <bdi lang="nl">Quais</bdi> : 1/2, Étape 1.3 : 1/2, Étape 1.4 : 1/2, Étape 1.5 : 1/2, '
        "Étape 1.6 : 1/2, 2 de plus."
    )
    assert tip("plan:card").endswith('; <bdi lang="nl">R5</bdi>; 1 de plus')


def test_tasks_without_a_checkbox_of_their_own_say_their_state():
    assert "Blockiert" in checkbox(Task(text="x", state="blocked"), GERMAN)
    assert 'aria-label="Aufgabe"' in checkbox(Task(text=""), GERMAN)


def test_what_is_wrong_with_a_directive_is_told_in_english_and_shown_in_the_language(build):
    drawn = f"{SITE}\ndocs/home.md\n  # Start\n\n  <!-- plans:table {{sort: titel}} -->\n"
    built = build(drawn, command="serve", theme={"name": "material", "language": "de"})
    assert any(line.endswith("there is no field 'titel'. Did you mean 'title'?") for line in built.ours)
    [note] = built.page("home/").select(".plan-wrong")
    assert (
        note.get_text()
        == "Fehler 'plans:table': 'sort': Es gibt kein Feld 'titel'. Gemeint ist vielleicht 'title'."
    )


def test_a_text_within_a_text_is_told_too():
    text = Text("'%(view)s': %(problem)s", view="plans:table", problem=Text("It takes none"))
    assert (str(text), GERMAN.tell(text)) == (
        "'plans:table': It takes none",
        "'plans:table': Es gibt keine",
    )


# Author text.

ODD = "100 %(done)s {title} %% <b>&"


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=["en", "de"])
def test_author_text_is_no_format_and_no_markup(language):
    plan = Plan(
        path="odd.md",
        title=ODD,
        state="blocked",
        reason=ODD,
        owner=ODD,
        updated="2026-01-01",
        progress=PlanProgress(percent=50, basis="phases", done=1, total=2, phases_total=1),
        phases=[Phase(number="%(x)s", title=ODD, effective_state="blocked", reason=ODD)],
        risks=[Risk(title=ODD, probability="%s", impact="%(y)s", level="high")],
        task_list=[Task(text=ODD, phase=0)],
    )
    for view in ("plan:card", "plan:banner", "plan:stepper", "plan:risk-matrix", "plans:table", "plans:attention",
                 "plans:actions", "plans:risks", "plans:roadmap", "plans:board"):  # fmt: skip
        page = BeautifulSoup(in_language(language, view, plan), "html.parser")
        assert ODD in page.get_text(), view
        assert not page.find("b", string=re.compile("&"))


def own(folder: Path, code: str, text: str):
    path = folder / "plan" / "languages" / f"{code}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return choose(code, "", [folder])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('texts: {"Updated %(date)s": "Op %(day)s"}', "'Op %(day)s' has another placeholder than its text"),
        (
            'texts: {"No date": "100 % zeker"}',
            "'100 % zeker' has another placeholder than its text 'No date'",
        ),
        ('texts: {"No date": "<script>"}', "'<script>' has other markup than its text 'No date'"),
        ("""texts: {"Search": 'x" onfocus="y'}""", "has other markup than its text 'Search'"),
        ('texts: {"in %(num)s plan": ["in %(num)s"]}', "'in %(num)s plan' needs 2 forms and has 1"),
        ("plural: often", "'often' is no rule for plurals"),
        ("day: '%d'", "day: '%d' is no way to write a date"),
        ("texts: {a", "can't be read"),
        ("- a", "is no mapping"),
    ],
)
def test_a_slip_of_a_translator_is_told_and_costs_nothing(tmp_path, text, problem):
    chosen = own(tmp_path, "qx", text)
    [told] = chosen.problems
    assert told.startswith("language file qx.yml: ")
    assert problem in told
    english = in_language(ENGLISH, "plan:card", PLAN)
    assert in_language(chosen.language, "plan:card", PLAN) == english


# Whole sites.

SITE = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  **Status:** In Progress
  **Updated:** 2025-12-01

  ## Phase 1: One

  - [x] first
  - [ ] second
"""


def test_the_theme_chooses_the_language_of_page_index_navigation_and_script(build):
    built = build(SITE, theme={"name": "material", "language": "de"})
    card = built.page("plans/a/").select_one(".plan-card")
    assert card["aria-label"] == "Status des Plans"
    assert "1 von 2 Aufgaben erledigt" in card.get_text()
    index = built.page("plans/")
    assert [head.find(string=True) for head in index.select("h1, h2")][:2] == [
        "Pläne",
        "Braucht Aufmerksamkeit",
    ]
    assert index.title.get_text() == "Pläne - Site"
    assert json.loads(index.table["data-plan-words"])[0] == "Suchen"
    assert built.page("plans/a/").select_one(".md-nav .md-status")["title"] == "In Arbeit"


def test_the_language_follows_a_translation_plugin(build):
    pytest.importorskip("mkdocs_static_i18n")
    i18n = {
        "i18n": {
            "languages": [
                {"locale": "en", "default": True, "name": "en"},
                {"locale": "fr", "name": "fr"},
                {"locale": "de", "name": "de"},
            ]
        }
    }
    built = build(SITE, plugins=["search", i18n, "plan"], theme="material")
    for url, state, title in (
        ("", "In progress", "Plans"),
        ("fr/", "En cours", "Plans"),
        ("de/", "In Arbeit", "Pläne"),
    ):
        page = built.page(f"{url}plans/")
        assert page.select_one(".plan-plans .plan-mark").get_text() == state
        assert page.h1.find(string=True) == title
        assert page.select_one(".md-nav .md-status")["title"] == state


def test_a_sites_own_language_is_not_published(build, tmp_path):
    files = tmp_path / "overrides" / "plan" / "languages"
    files.mkdir(parents=True)
    (files / "nl.yml").write_text('texts: {"Plans": Plannen}', encoding="utf-8")
    theme = {"name": "material", "language": "nl", "custom_dir": str(tmp_path / "overrides")}
    built = build(SITE, theme=theme)
    assert built.page("plans/").h1.find(string=True) == "Plannen"
    assert not built.path("plan/languages/nl.yml").exists()


OURS = re.compile(r"⟦[^⟦⟧]*⟧")
FIGURES = re.compile(r"(?:[\d\s.,:;/÷×·–+%()=-]|P\d|PLAN\d+ [a-z-]+)*\Z")


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory):
    """The example site in a language in which every text stands in brackets."""
    root = tmp_path_factory.mktemp("bracketed")
    files = root / "overrides" / "plan" / "languages"
    files.mkdir(parents=True)
    texts = {
        text.english: [f"⟦{text.english}⟧", f"⟦{text.many}⟧"] if text.many else f"⟦{text.english}⟧"
        for text in TEXTS
    }
    (files / "xx.yml").write_text(yaml.safe_dump({"texts": texts}, allow_unicode=True), encoding="utf-8")
    drawn = yaml.safe_load((EXAMPLE / "mkdocs.yml").read_text("utf-8"))
    drawn["theme"] |= {"language": "en", "custom_dir": str(root / "overrides")}
    [plugin] = [each for each in drawn["plugins"] if "plan" in each]
    plugin["plan"] |= {"language": "xx", "findings_note": "always"}
    drawn |= {"docs_dir": str(EXAMPLE / "docs"), "hooks": [str(EXAMPLE / "hooks.py")]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        return build_site(root, **drawn)


@pytest.fixture(scope="module")
def known(bracketed):
    """What authors wrote, as it may stand in a name that has no markup."""
    data = json.loads(bracketed.path("plans.json").read_text("utf-8"))
    found: set[str] = set()

    def collect(value):
        if isinstance(value, str):
            found.add(" ".join(value.replace("`", "").split()))
        elif isinstance(value, dict):
            for one in value.values():
                collect(one)
        elif isinstance(value, list):
            for one in value:
                collect(one)

    collect(data)
    for plan in data["plans"]:
        found |= {f"{phase['word']} {phase['number']}" for phase in plan["phases"] if phase["number"]}
    return found


def left_over(text: str) -> str:
    """What a text says beside texts of ours and figures; texts stand within texts."""
    while OURS.search(text):
        text = OURS.sub(" ", text)
    return "" if FIGURES.match(text) else " ".join(text.split())


def test_every_text_of_a_view_is_the_authors_or_translated(bracketed, known):
    odd = set()
    views = 0
    for name, page in bracketed.pages().items():
        for view in page.select(".plan-view"):
            if view.find_parent(class_="plan-view"):
                continue
            views += 1
            for attribute in ("aria-label", "aria-valuetext", "title", "data-label", "placeholder", "alt"):
                for tag in (view, *view.find_all(attrs={attribute: True})):
                    value = left_over(tag.get(attribute, ""))
                    if value and value not in known:
                        odd.add(f"{name}: {attribute}={value}")
            for table in view.find_all(attrs={"data-plan-words": True}):
                assert all(word.startswith("⟦") for word in json.loads(table["data-plan-words"]))
            # Author text stands in elements of its own; titles in the table are links to their plan.
            for label in view.select(".plan-risk, .plan-tip"):
                said = label.find(string=True)
                if re.split("⟦?,", said)[0].strip() in known or "plan-risk" in label["class"]:
                    said.replace_with("")
            for tag in view.select("bdi, code, th > .plan-title, .plan-num"):
                tag.replace_with("")
            text = "".join(
                string
                for string in view.descendants
                if isinstance(string, NavigableString) and type(string) is not Comment
            )
            if value := left_over(text):
                odd.add(f"{name}: {value}")
    assert views > 150
    assert sorted(odd) == []


def test_index_pages_and_boxes_are_translated_too(bracketed):
    home = bracketed.page("plans/")
    for head in home.select("article :is(h1, h2, h3)"):
        assert head.find(string=True).startswith("⟦")
    for box in bracketed.page("plans/offline-check-in/").select(".plan-task-word"):
        assert box.get_text().startswith("⟦")


def test_stylesheet_and_script_say_no_word():
    style = (THEME_DIR / "assets" / "plan" / "plan.css").read_text("utf-8")
    said = re.findall(r'content:\s*"([^"]*)"', style)
    assert [text for text in said if re.search(r"[A-Za-z]{2}", text)] == []
    script = (THEME_DIR / "assets" / "plan" / "plan.js").read_text("utf-8")
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script, flags=re.DOTALL)
    keys = {"Escape"}
    assert set(re.findall(r'["`]([A-Z][a-z]+[^"`]*)["`]', code)) - keys == set()
