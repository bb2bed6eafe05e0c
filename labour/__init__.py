"""The field: its nouns, periods, units, indicators and errors. Imports nothing of ours."""
