"""Plans changed from their pages under `mkdocs serve`: who may ask, what is asked, and what is answered."""
