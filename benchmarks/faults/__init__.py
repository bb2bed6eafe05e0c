"""Everything that may go wrong with a disk, a clock, a browser or a process, brought about for real. ``make faults`` runs it all."""
