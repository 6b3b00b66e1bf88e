"""Earlier versions of plans, as git has them, read by the same reader: what changed, and when."""
