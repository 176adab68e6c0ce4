"""Source texts: brought to one form, and held against what the archive quotes from them."""
