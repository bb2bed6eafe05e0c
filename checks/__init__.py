"""Claims and observations in, verdicts out. Pure arithmetic: no pandas, no files, no clock."""
