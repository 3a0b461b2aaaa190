"""What a promotion keeps and what it changes, in words."""

from __future__ import annotations

from studio.core.prompt import camera_sentence
from studio.core.render import RenderRequest


def what_stays(before: RenderRequest, after: RenderRequest) -> tuple[str, ...]:
    """Sentences about what travels up unchanged."""
    kept: list[str] = []
    if before.prompt == after.prompt:
        kept.append("The take's own prompt, word for word")
    if before.camera == after.camera:
        kept.append(f"Camera: {camera_sentence(after.camera).rstrip('.') or 'as staged from the words'}")
    if before.seed == after.seed:
        kept.append(f"Seed {after.seed}")
    if before.frames == after.frames:
        kept.append(f"{after.frames} frames at {after.rate.label}")
    if before.references and before.references == after.references:
        kept.append(f"{len(after.references)} reference picture{'s' if len(after.references) > 1 else ''}")
    return tuple(kept)


def what_changes(before: RenderRequest, after: RenderRequest, model_before: str, model_after: str) -> tuple[str, ...]:
    """Sentences about what will differ from the take that is promoted."""
    changed: list[str] = []
    if (before.width, before.height) != (after.width, after.height):
        changed.append(f"{before.width} × {before.height} becomes {after.width} × {after.height}")
    if model_before != model_after:
        changed.append(f"{model_before} becomes {model_after}")
    return (*changed, *after.adapted)
