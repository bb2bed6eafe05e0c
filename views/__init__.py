"""The screen: one page per file and what the pages share. Shows what pipeline and figures give; decides nothing itself."""
