"""The benchmark: archives of any size, and how long the program and others take with them.

See README.md in this folder.

`python -m tests.benchmarks` prints the table; `python -m tests.benchmarks.generate DIR` only makes an archive.
"""
