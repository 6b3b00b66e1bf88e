"""Facts written into plans in the spelling that the file uses: the counterpart of reading."""
