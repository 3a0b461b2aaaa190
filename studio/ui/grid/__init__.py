"""The board: scenes of shot cards that are walked, chosen, scrubbed, moved and dragged out."""
