"""The use cases: async, no window."""
