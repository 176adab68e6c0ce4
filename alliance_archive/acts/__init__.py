"""Reports of one act: whether two statements report the same, and how their words differ."""
