"""Fuzzing: texts that nobody would write, for each part that reads what authors wrote.

`python -m tests.fuzz reader` looks for ten minutes for a text at which the reader fails; `--with atheris` is guided
by what of our code a text reaches (needs `pip install atheris`), else hypothesis makes the texts. What is found
goes to `found.py` in this folder, and is tried by the tests from then on.
"""
