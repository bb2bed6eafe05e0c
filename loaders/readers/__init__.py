"""One file per form in which a letter comes; each turns bytes into a Reading in the same convention. No files, no network."""
