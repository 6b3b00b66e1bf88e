"""Edits of files: plain data, checked against what the file holds, and written whole or not at all."""
