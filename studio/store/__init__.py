"""The project file: SQLite through SQLModel. Rows never leave this folder."""
