"""A stand-in StatLine on loopback: the same resources and shapes as OData v3 of CBS, and every fault that was seen or feared."""
