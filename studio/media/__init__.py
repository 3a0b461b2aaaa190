"""Blocking work on pictures and clips: PyAV for video, OpenCV for pixels."""
