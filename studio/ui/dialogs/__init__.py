"""The window's questions and answers; each is one dialog that is opened, never run in a loop of its own."""
