"""The records of an archive, their fields and dates, and what they mean. No I/O."""
