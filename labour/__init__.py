"""The field: its nouns, periods, units, indicators and errors. Imports nothing of ours."""

__version__ = "0.1.0"
