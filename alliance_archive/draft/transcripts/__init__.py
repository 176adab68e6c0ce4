"""Transcripts: the labels of speakers, the people they mean, the turns, and who asks."""
