"""Hosts beside MkDocs: a site read from its configuration alone, and what is written and shown there."""
