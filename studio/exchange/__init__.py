"""One file per foreign format, in or out."""
