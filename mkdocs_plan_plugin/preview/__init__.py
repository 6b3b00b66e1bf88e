"""Plans changed from their pages under `mkdocs serve`: who may ask, what is asked, and what is answered."""

FOLDER = ".plan/"
"""Where they are, below the site's root: no page can, as MkDocs leaves out what begins with a dot."""
