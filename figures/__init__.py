"""Checks and observations become Plotly pictures, with the table and the sentence that go with each. Knows labour, plotly and pandas."""
