"""Views woven into pages: slots put into the Markdown, HTML put back where they come out.

The pure half (`seal`, `slots`, `directives`, `splice`) knows text only; `weaving` is one page from
Markdown to HTML; `extension`, `build`, `index` and `assets` touch MkDocs and Python-Markdown.
"""
