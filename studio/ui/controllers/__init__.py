"""What connects panels to services, one subject a file. Panels have signals and setters; only these call services."""
