"""The annotated letters: what a careful reader finds in them, how far the program agrees, and below what it may not fall."""
