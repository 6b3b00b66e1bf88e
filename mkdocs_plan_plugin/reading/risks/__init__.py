"""The risks of a page: described, listed, in rows of a table."""
