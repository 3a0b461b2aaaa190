"""One file per service. Nothing here knows the database or the window."""
