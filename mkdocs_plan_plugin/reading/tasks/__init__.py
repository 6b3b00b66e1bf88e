"""The tasks of a page: check boxes, rows of a table, and what is beside them."""
