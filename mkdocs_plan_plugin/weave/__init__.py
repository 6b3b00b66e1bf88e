"""The way of a page: what is to be in its Markdown, and the views of that in its HTML.

`find` reads the pages of a `site`; `insert` puts `slots` for its plan and `directives` into the Markdown,
each as one of the `tokens`; `fill` puts views in the places where those come out (`splice`); they are
`detached` until the page is written. `rendering` has the page that is on its way; `extension` is where
Python-Markdown asks it. Beside the way: `readings` and `page_cache` keep what the next build need not make
anew, `checks` has the findings, `data` the files with all plans in them, `lists` how this site nests lists,
and `log` what is said of all that.
"""
