"""Plans as data for other programs."""
