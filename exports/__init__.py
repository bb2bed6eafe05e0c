"""Checks to files: JSON lines, spreadsheets, Markdown, a printable report, ClaimReview, and the bundle that proves itself."""
