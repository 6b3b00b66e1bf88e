"""A team's template, compiled: what plans are held to and made from."""
