"""The phases of a page: which headings, list items and rows they are, and what each holds."""
