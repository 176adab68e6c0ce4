"""Changes to an archive that leave every other line as it was."""
