"""The shell commands: the same services as the window's, with exit codes a script can trust."""
