"""Documents that record what a meeting's parties did: joint statements, communiqués, readouts.

Their sentences are the words themselves: each that states a party's stance or act is a statement.
"""

from .reading import (
    Reading,
    named_in,
    offices_of,
    proposal_of,
    read_proceedings,
    signed_quotations,
    tells_of_meeting,
)

__all__ = [
    "Reading",
    "named_in",
    "offices_of",
    "proposal_of",
    "read_proceedings",
    "signed_quotations",
    "tells_of_meeting",
]
