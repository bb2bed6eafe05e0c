"""Letter -> claims. Pure text: no pandas, no files, no clock."""
