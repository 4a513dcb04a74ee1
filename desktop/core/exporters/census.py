"""Which spans there are, in little memory: to compare what was written with what a reader finds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from annotation_schema.model import Fragments


@dataclass(slots=True)
class Census:
    """A number of spans and the sum of their hashes: equal for the same spans in any order, however many."""

    spans: int = 0
    total: int = 0

    def add(self, uid: str, label: str, fragments: Fragments) -> None:
        """Count a span."""
        places = ";".join(f"{f.start},{f.end}" for f in fragments)
        found = hashlib.blake2b(f"{uid}\n{label}\n{places}".encode(), digest_size=8).digest()
        self.spans += 1
        self.total = (self.total + int.from_bytes(found)) % 2**64
