"""Renders: asking for takes, the queue, following each attempt to its end, landing what comes."""
