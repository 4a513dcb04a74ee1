"""Finding claims: quotations and what reporting words govern, with cues and claimants; ``suggesting`` is the door."""
