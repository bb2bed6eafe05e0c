"""A stand-in for the open data service of the Tweede Kamer, on loopback."""
