"""`python -m benchmarks.index CONFIG`: the generated index pages of a site, without its other pages.

Prints JSON: processor seconds of rendering them, and bytes of the first one's content, plain and gzipped.
"""

from __future__ import annotations

import gzip
import json
import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import mkdocs_plan_plugin
from mkdocs_plan_plugin.plugin import PlanPlugin

_PAGES = Path(mkdocs_plan_plugin.__file__).parent / "pages"


def measured(file: Path) -> dict[str, float]:
    """Find the plans of a site and render its index pages as MkDocs would."""
    config = load_config(str(file))
    plugins = config.plugins
    plugins.on_startup(command="build", dirty=False)
    config = plugins.on_config(config)
    plugins.on_pre_build(config=config)
    files = plugins.on_files(get_files(config), config=config)
    indexes = [each for each in files if each.abs_src_path and Path(each.abs_src_path).parent == _PAGES]
    ours = next(plugin for plugin in plugins.values() if isinstance(plugin, PlanPlugin))
    start = time.process_time()
    pages = []
    for each in indexes:
        page = Page(None, each, config)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        context = get_context(Navigation([], []), files, config, page)
        ours.on_page_context(context, page=page, config=config)  # until then views stand aside
        pages.append(page.content.encode())
    seconds = time.process_time() - start
    return {"seconds": seconds, "bytes": len(pages[0]), "gzipped": len(gzip.compress(pages[0]))}


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    print(json.dumps(measured(Path(sys.argv[1]))))
