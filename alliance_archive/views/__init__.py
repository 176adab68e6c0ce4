"""What each listing shows: its columns, by which every format is made."""
