"""The inspector: one shot or several, their takes, fields and the one next step."""
