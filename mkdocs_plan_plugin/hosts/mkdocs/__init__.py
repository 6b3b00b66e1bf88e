"""MkDocs, and what builds as it does: a `Site` made of its files and configuration, and what is its alone."""
