"""One file per form in which a letter comes; each turns bytes into a Reading in the same convention.

No network, and no files but office.py's: a folder of its own that is gone afterwards. ``python -m loaders.readers FORM`` is the
child process in which loaders/confined.py reads.
"""
