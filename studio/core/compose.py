"""From a shot to a render request, and from a take to the request one tier up: composed, adapted, refused where it
must be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from studio.core.camera import parse_aspect
from studio.core.catalogue import ModelSpec
from studio.core.errors import RequestError
from studio.core.project import Project
from studio.core.prompt import compose_prompt
from studio.core.render import RenderRequest, RequestReference, request_from_bytes
from studio.core.shot import Reference, Shot
from studio.core.staging import Staging
from studio.core.take import Take
from studio.core.tier import Tier


@dataclass(frozen=True, slots=True)
class ShotContext:
    """A shot with all that a request is composed of: its project, its scene's slugline, its references and its
    staging.
    """

    shot: Shot
    project: Project
    slugline: str
    references: tuple[Reference, ...]
    staging: Staging


def compose_request(context: ShotContext, model: ModelSpec, tier: Tier, seed: int) -> RenderRequest:
    """The request for a draft of the shot as it stands. Raises RequestError naming the field that the model cannot
    honour.
    """
    shot, project = context.shot, context.project
    width, height = project.aspect.pixels(model.long_side)
    staging = context.staging
    prompt = compose_prompt(
        style=project.style,
        camera=staging.camera,
        time_of_day=staging.time_of_day,
        weather=staging.weather,
        slugline=context.slugline,
        action=shot.action,
    )
    request = RenderRequest(
        shot_id=shot.id,
        code=shot.code,
        tier=int(tier),
        model_id=model.id,
        prompt=prompt,
        action=shot.action,
        slugline=context.slugline,
        camera=shot.camera,
        time_of_day=shot.time_of_day,
        weather=shot.weather,
        seed=seed,
        width=width,
        height=height,
        aspect=project.aspect.label,
        frames=shot.frames,
        rate=project.rate,
        references=tuple(_frozen(context.references)),
    )
    return adapt(request, model)


def promote_request(take: Take, model: ModelSpec, tier: Tier) -> RenderRequest:
    """The request that carries a take one tier up: its own words, camera, seed and references, not today's shot.

    Raises RequestError when the take holds no request (an imported clip) or the model cannot honour it.
    """
    if not take.request:
        raise RequestError(
            f"Take {take.number} was imported, so there is no request to carry.",
            "Draft the shot first, then promote that take.",
        )
    kept = request_from_bytes(take.request)
    width, height = parse_aspect(kept.aspect).pixels(model.long_side)
    request = replace(
        kept, tier=int(tier), model_id=model.id, width=width, height=height, parent_id=take.id, adapted=()
    )
    return adapt(request, model)


def adapt(request: RenderRequest, model: ModelSpec) -> RenderRequest:
    """The request as the model takes it, every adaptation listed in words. Raises RequestError naming the field."""
    seconds = Decimal(request.frames) * request.rate.denominator / request.rate.numerator
    least, most = model.seconds
    if not least <= seconds <= most:
        raise RequestError(
            f"Duration: {model.label} makes clips of {least} to {most} seconds, and shot {request.code} "
            f"lasts {seconds:.2f}.",
            "Change the shot's duration or choose another model.",
        )
    if model.aspects and request.aspect not in model.aspects:
        raise RequestError(
            f"Picture shape: {model.label} cannot make {request.aspect}.",
            f"It makes {', '.join(sorted(model.aspects))}.",
        )
    adapted: list[str] = []
    prompt = request.prompt
    if len(prompt) > model.prompt_chars:
        prompt = prompt[: model.prompt_chars].rsplit(maxsplit=1)[0]
        adapted.append(f"The prompt is cut to {len(prompt):,} of {len(request.prompt):,} characters.")
    references = request.references
    if len(references) > model.references:
        references = references[: model.references]
        left = len(request.references) - len(references)
        adapted.append(f"{left} reference picture{'s' if left > 1 else ''} will not be sent.")
    return replace(request, prompt=prompt, references=references, adapted=tuple(adapted))


def _frozen(references: Iterable[Reference]) -> Iterable[RequestReference]:
    return (RequestReference(str(one.role), one.file, one.sha256) for one in references)
