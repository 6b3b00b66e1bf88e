"""The tasks of a page: check boxes, rows of a table, and what stands beside them."""
