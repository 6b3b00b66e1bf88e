"""Hosts beside MkDocs: a site read from its configuration alone, and what is written and shown there."""

from importlib import import_module
from importlib.util import find_spec

if find_spec("mkdocs") is None and find_spec("properdocs") is not None:
    import_module("properdocs.replacement")  # gives its modules the names of MkDocs', as it does in a build
