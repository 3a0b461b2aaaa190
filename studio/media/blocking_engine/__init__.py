"""Draws blocking pictures: composition and movement in matte clay."""
