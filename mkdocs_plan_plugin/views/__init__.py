"""Views: a plan, or all of them, as HTML."""
