"""The benchmark: archives made to size, and how long the program and others take over them.

See README.md beside this file.

`python -m tests.benchmarks` prints the table; `python -m tests.benchmarks.generate DIR` makes an
archive and nothing else.
"""
