"""One small site with each host and theme, built strictly by commands of their own: the same facts on each page.

`.ci/hosts` installs the versions; what is not there is skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.browser.sites import MATERIALX
from tests.hosts.facts import facts
from tests.site import draw

HOSTS = Path(__file__).parent.parent.parent / ".cache" / "hosts"
PLANS = """
docs/index.md
  # Start

  <!-- plans:table -->
docs/plans/a.md
  ---
  plan: true
  depends_on: [b.md]
  ---
  # Plan A

  **Status:** In Progress

  ## Phase 1: One

  - [x] done

  ## Phase 2: Two

  - [ ] open
     - [ ] nested by three

  ## Risks

  ### Risk 1: Hull leaks

  - **Probability:** High
  - **Impact:** High
docs/plans/b.md
  ---
  plan: true
  ---
  # Plan B

  ## Phase 1: One

  - [x] done
theme/main.html
  <html><head><title>{{ page.title }}</title>{% for path in config.extra_css %}<link href="{{ path|url }}">{% endfor %}</head>
  <body>{{ page.content }}</body></html>
"""
THEMES = {"own": {"name": None, "custom_dir": "theme"}}


def site(folder, theme="mkdocs", host="mkdocs", python=sys.executable, path=None, **options):
    """Build the site with a host of a folder `path`, or of another `python`; return its facts."""
    draw(folder, PLANS)
    settings = {
        "site_name": "Site",
        "plugins": ["plan"],
        "theme": THEMES.get(theme, {"name": theme}),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings | options), "utf-8")
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
    environment |= {"PYTHONPATH": str(path)} if path else {}
    command = [python, "-m", host, "build", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return facts(folder / "site")


def content(found):
    """What the pages of plans say; themes differ in what else they have."""
    return {name: said for name, said in found.items() if any(said)}


@pytest.fixture
def expected(tmp_path):
    shown = content(site(tmp_path / "expected"))
    assert set(shown) == {f"{name}index.html" for name in ("", "plans/", "plans/a/", "plans/b/")}
    return shown


@pytest.mark.parametrize(
    ("folder", "theme"),
    [
        pytest.param("mkdocs==1.6.0", "mkdocs", marks=pytest.mark.neighbour("MkDocs 1.6.0")),
        pytest.param("mkdocs==1.6.1", "mkdocs", marks=pytest.mark.neighbour("MkDocs 1.6.1")),
        pytest.param(
            "mkdocs-material==9.5.20", "material", marks=pytest.mark.neighbour("Material, lowest version")
        ),
        pytest.param("mkdocs-material", "material", marks=pytest.mark.neighbour("Material, newest version")),
        pytest.param(MATERIALX, "materialx", marks=pytest.mark.neighbour("MaterialX")),
    ],
)
def test_each_page_says_the_same(tmp_path, expected, folder, theme):
    path = HOSTS / folder
    if not path.is_dir():
        pytest.skip(f"{folder} is not installed; .ci/hosts does it")
    assert content(site(tmp_path / "site", theme, path=path)) == expected


@pytest.mark.neighbour("ProperDocs without MkDocs")
def test_each_page_says_the_same_as_with_mkdocs(tmp_path, expected):
    python = HOSTS / "properdocs/bin/python"
    if not python.exists():
        pytest.skip("ProperDocs is not installed; .ci/hosts does it")
    alone = subprocess.run([python, "-c", "import mkdocs"], capture_output=True, check=False)
    assert alone.returncode, "MkDocs is there, too"
    assert content(site(tmp_path / "site", "own", host="properdocs", python=python)) == expected


@pytest.mark.parametrize(
    "theme",
    [
        pytest.param("readthedocs", marks=pytest.mark.neighbour("readthedocs")),
        pytest.param("own", marks=pytest.mark.neighbour("a theme of one's own")),
    ],
)
def test_each_page_says_the_same_as_in_the_theme_mkdocs(tmp_path, expected, theme):
    assert content(site(tmp_path / "site", theme)) == expected


@pytest.mark.neighbour("mkdocs")
def test_views_lead_to_files_of_the_site(expected, tmp_path):
    leads_to_files(tmp_path / "expected/site", expected)


@pytest.mark.neighbour("use_directory_urls: false")
def test_views_say_the_same_and_lead_to_files(tmp_path, expected):
    shown = content(site(tmp_path / "site", use_directory_urls=False))
    assert [shown[f"plans/{name}.html"][::2] for name in "ab"] == [
        expected[f"plans/{name}/index.html"][::2] for name in "ab"
    ]
    leads_to_files(tmp_path / "site/site", shown)


@pytest.mark.neighbour("a sub-path")
def test_views_say_the_same_below_a_path(tmp_path, expected):
    shown = content(site(tmp_path / "site", site_url="https://example.org/below/this/"))
    assert shown == expected


def leads_to_files(root, shown):
    targets = {link.partition("#")[0] for _, links, _ in shown.values() for link in links}
    assert len(targets) > 3
    for target in targets:
        assert (root / f"{target}index.html" if target.endswith("/") else root / target).exists(), target
