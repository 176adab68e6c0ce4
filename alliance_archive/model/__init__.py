"""What the archive knows: its records, their fields and dates, and what they mean. No I/O."""
