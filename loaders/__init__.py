"""Everything that reads or keeps data: letters, StatLine, the figures held, the ledger, word lists. May import labour only."""
