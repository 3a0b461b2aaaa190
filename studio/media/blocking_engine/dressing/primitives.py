"""Clean clay primitives: boxes, turned forms, tubes, prisms, ground patches, each closed unless it says otherwise.

`at` is the middle of the base unless a function says otherwise; `turn` is radians about +y. Metres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.mesh import FloatArray, Mesh

Point = tuple[float, float, float]
Profile = Sequence[tuple[float, float]]
CREASE_COS = 0.72

_CORNERS = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0, 1) for z in (-0.5, 0.5)], np.float32)
_SIDES = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])
_SIDE_NORMALS = np.array([[-1, 0, 0], [1, 0, 0], [0, -1, 0], [0, 1, 0], [0, 0, -1], [0, 0, 1]], np.float32)
_BOX_VERTICES = _CORNERS[_SIDES.ravel()]
_BOX_NORMALS = np.repeat(_SIDE_NORMALS, 4, axis=0)
_BOX_FACES = (np.arange(6)[:, None, None] * 4 + np.array([[0, 1, 2], [0, 2, 3]])).reshape(-1, 3).astype(np.int32)


def solid(vertices: ArrayLike, normals: ArrayLike, faces: ArrayLike, tint: Tint, glow: float = 0.0) -> Mesh:
    """A mesh of one tint from plain arrays: vertices (n, 3), unit normals (n, 3), faces (m, 3)."""
    points = np.ascontiguousarray(vertices, np.float32)
    return Mesh(
        points,
        np.ascontiguousarray(normals, np.float32),
        np.ascontiguousarray(faces, np.int32),
        np.ascontiguousarray(np.broadcast_to(np.asarray(tint, np.float32), points.shape)),
        np.full(len(points), glow, np.float32),
    )


def turn_y(angle: float) -> FloatArray:
    """The rotation (3, 3) about +y that turns +z toward +x."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)


def turn_x(angle: float) -> FloatArray:
    """The rotation (3, 3) about +x that turns +y toward +z."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]], np.float32)


def turn_z(angle: float) -> FloatArray:
    """The rotation (3, 3) about +z that turns +x toward +y."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]], np.float32)


def placed(mesh: Mesh, at: Point, turn: float = 0.0) -> Mesh:
    """The mesh turned about its own origin, then put at a point."""
    return mesh.moved(turn_y(turn), np.asarray(at, np.float32))


def box(size: Point, at: Point, tint: Tint, turn: float = 0.0, glow: float = 0.0) -> Mesh:
    """A box of width (x), height (y) and depth (z) that stands on `at`."""
    points = _BOX_VERTICES * np.asarray(size, np.float32)
    if turn:
        spin = turn_y(turn)
        return solid(points @ spin.T + np.asarray(at, np.float32), _BOX_NORMALS @ spin.T, _BOX_FACES, tint, glow)
    return solid(points + np.asarray(at, np.float32), _BOX_NORMALS, _BOX_FACES, tint, glow)


def lathe(profile: Profile, at: Point, tint: Tint, segments: int = 16, glow: float = 0.0) -> Mesh:
    """A turned form about a vertical axis: `profile` is (radius, height) from the bottom up; ends are closed."""
    line = [(0.0, profile[0][1]), *profile, (0.0, profile[-1][1])]
    line = [p for i, p in enumerate(line) if i == 0 or p != line[i - 1]]
    points = np.asarray(line, float)
    steps = np.diff(points, axis=0)
    outward = np.stack([steps[:, 1], -steps[:, 0]], 1)
    outward /= np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-9)
    start, end = outward.copy(), outward.copy()
    for i in range(1, len(outward)):
        if outward[i] @ outward[i - 1] > CREASE_COS:
            middle = outward[i] + outward[i - 1]
            start[i] = end[i - 1] = middle / np.linalg.norm(middle)
    angle = np.arange(segments) * 2 * np.pi / segments
    ring = np.stack([np.sin(angle), np.cos(angle)], 1)
    pairs_radius = np.stack([points[:-1, 0], points[1:, 0]], 1).ravel()
    pairs_height = np.stack([points[:-1, 1], points[1:, 1]], 1).ravel()
    pairs_normal = np.stack([start, end], 1).reshape(-1, 2)
    rings = np.empty((len(pairs_radius), segments, 3))
    rings[:, :, 0] = pairs_radius[:, None] * ring[None, :, 0]
    rings[:, :, 1] = pairs_height[:, None]
    rings[:, :, 2] = pairs_radius[:, None] * ring[None, :, 1]
    normals = np.empty_like(rings)
    normals[:, :, 0] = pairs_normal[:, :1] * ring[None, :, 0]
    normals[:, :, 1] = pairs_normal[:, 1:]
    normals[:, :, 2] = pairs_normal[:, :1] * ring[None, :, 1]
    faces = []
    for i in range(len(steps)):
        band = _band(2 * i * segments, (2 * i + 1) * segments, segments)
        faces.append(band[::2] if points[i, 0] == 0 else band[1::2] if points[i + 1, 0] == 0 else band)
    vertices = rings.reshape(-1, 3) + np.asarray(at)
    return solid(vertices, normals.reshape(-1, 3), np.concatenate(faces), tint, glow)


def _band(lower: int, upper: int, segments: int) -> NDArray[np.int32]:
    """Triangles between two rings; even ones touch the upper ring twice, odd ones the lower ring twice."""
    here = np.arange(segments)
    after = (here + 1) % segments
    top = np.stack([lower + here, upper + after, upper + here], 1)
    bottom = np.stack([lower + here, lower + after, upper + after], 1)
    return np.stack([top, bottom], 1).reshape(-1, 3).astype(np.int32)


def cylinder(radius: float, height: float, at: Point, tint: Tint, segments: int = 14, glow: float = 0.0) -> Mesh:
    """An upright cylinder that stands on `at`."""
    return lathe([(radius, 0), (radius, height)], at, tint, segments, glow)


def cone(radius: float, height: float, at: Point, tint: Tint, segments: int = 14, top: float = 0.0) -> Mesh:
    """An upright cone, or a frustum where `top` gives the upper radius."""
    return lathe([(radius, 0), (top, height)], at, tint, segments)


def ellipsoid(radii: Point, centre: Point, tint: Tint, segments: int = 14, glow: float = 0.0) -> Mesh:
    """A closed ellipsoid about its centre."""
    rows = max(segments // 2, 4)
    polar = np.linspace(0, np.pi, rows + 1)
    unit = lathe([(np.sin(a), -np.cos(a)) for a in polar[1:-1]], (0, 0, 0), tint, segments)
    points = unit.vertices
    length = np.linalg.norm(points, axis=1, keepdims=True)
    poles = np.abs(points[:, [0]]) + np.abs(points[:, [2]]) < 1e-6
    points = np.where(poles, np.sign(points) * [0, 1, 0], points / np.maximum(length, 1e-9))
    normals = points / np.asarray(radii)
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    return solid(points * np.asarray(radii) + np.asarray(centre), normals, unit.faces, tint, glow)


def tube(path: ArrayLike, radius: float | Sequence[float], tint: Tint, segments: int = 8, glow: float = 0.0) -> Mesh:
    """A round tube along a path (k, 3), closed at both ends; `radius` is one number or one for each point."""
    points = np.asarray(path, float)
    radii = np.broadcast_to(np.asarray(radius, float), len(points))
    tangent = np.gradient(points, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    side = np.cross(tangent[0], [0, 1, 0] if abs(tangent[0][1]) < 0.9 else [0, 0, 1])
    angle = np.arange(segments) * 2 * np.pi / segments
    rings, outward = [], []
    for centre, forward, size in zip(points, tangent, radii, strict=True):
        side = side - forward * (side @ forward)
        side /= np.linalg.norm(side)
        around = np.cos(angle)[:, None] * side + np.sin(angle)[:, None] * np.cross(forward, side)
        rings.append(centre + around * size)
        outward.append(around)
    count = len(points)
    faces = [_band(i * segments, (i + 1) * segments, segments) for i in range(count - 1)]
    first, last = count * segments, (count + 1) * segments
    fan = np.stack([np.zeros(segments - 2, int), np.arange(1, segments - 1), np.arange(2, segments)], 1)
    faces += [first + fan[:, ::-1], last + fan]
    vertices = np.concatenate([*rings, rings[0], rings[-1]])
    ends = [np.repeat(-tangent[:1], segments, 0), np.repeat(tangent[-1:], segments, 0)]
    return solid(vertices, np.concatenate([*outward, *ends]), np.concatenate(faces), tint, glow)


def prism(outline: Profile, depth: float, at: Point, tint: Tint, turn: float = 0.0) -> Mesh:
    """A convex outline (x, y), counter-clockwise seen from +z, drawn out `depth` along z about `at`; flat sides."""
    points = np.asarray(outline, float)
    count = len(points)
    front = np.column_stack([points, np.full(count, depth / 2)])
    back = front * [1, 1, -1]
    along = np.roll(points, -1, 0) - points
    outward = np.column_stack([along[:, 1], -along[:, 0], np.zeros(count)])
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    sides = np.stack([front, back, np.roll(back, -1, 0), np.roll(front, -1, 0)], 1).reshape(-1, 3)
    fan = np.stack([np.zeros(count - 2, int), np.arange(1, count - 1), np.arange(2, count)], 1)
    quads = np.arange(count)[:, None, None] * 4 + np.array([[0, 1, 2], [0, 2, 3]]) + 2 * count
    vertices = np.concatenate([front, back, sides])
    ends = np.repeat([[0.0, 0, 1], [0, 0, -1]], count, 0)
    normals = np.concatenate([ends, np.repeat(outward, 4, 0)])
    faces = np.concatenate([fan, fan[:, ::-1] + count, quads.reshape(-1, 3)])
    return placed(solid(vertices, normals, faces, tint), at, turn)


def ring(radius: float, thickness: float, centre: Point, tint: Tint, upright: bool = False, segments: int = 16) -> Mesh:
    """A torus about its centre, lying flat or standing upright in the x-y plane."""
    around = np.arange(segments) * 2 * np.pi / segments
    across = np.arange(8) * 2 * np.pi / 8
    normal = np.stack(
        [
            np.cos(around)[:, None] * np.cos(across),
            np.broadcast_to(-np.sin(across), (segments, 8)),
            -np.sin(around)[:, None] * np.cos(across),
        ],
        2,
    )
    middle = np.stack([np.cos(around), np.zeros(segments), -np.sin(around)], 1)[:, None] * radius
    here = np.arange(segments)
    faces = [_band(0, 8, 8) + i * 8 for i in here]
    flat = solid((middle + normal * thickness).reshape(-1, 3), normal.reshape(-1, 3), np.concatenate(faces), tint)
    flat = Mesh(flat.vertices, flat.normals, flat.faces % (segments * 8), flat.colours, flat.glow)
    return flat.moved(turn_x(np.pi / 2) if upright else turn_y(0), np.asarray(centre, np.float32))


def ground_patch(
    height: Callable[[FloatArray, FloatArray], FloatArray], xs: ArrayLike, zs: ArrayLike, tint: Tint
) -> Mesh:
    """An open patch of land over the grid xs × zs, seen from above; `height(x, z)` gives y for arrays of one shape."""
    x, z = np.meshgrid(np.asarray(xs, np.float32), np.asarray(zs, np.float32), indexing="ij")
    y = np.asarray(height(x, z), np.float32)
    reach = np.float32(0.05)
    slope_x = (height(x + reach, z) - height(x - reach, z)) / (2 * reach)
    slope_z = (height(x, z + reach) - height(x, z - reach)) / (2 * reach)
    normals = np.stack([-slope_x, np.ones_like(y), -slope_z], 2)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    rows, columns = x.shape
    corner = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    near, far = corner, corner + columns
    faces = np.concatenate([np.stack([near, near + 1, far + 1], 1), np.stack([near, far + 1, far], 1)])
    return solid(np.stack([x, y, z], 2).reshape(-1, 3), normals.reshape(-1, 3), faces, tint)


def beam(start: Point, end: Point, thickness: float, tint: Tint, segments: int = 6) -> Mesh:
    """A straight round bar between two points."""
    return tube(
        [start, tuple((a + b) / 2 for a, b in zip(start, end, strict=True)), end], thickness / 2, tint, segments
    )


def rope(start: Point, end: Point, sag: float, tint: Tint, thickness: float = 0.035) -> Mesh:
    """A rope that hangs between two points, `sag` metres below their line in its middle."""
    along = np.linspace(0, 1, 9)[:, None]
    path = np.asarray(start) * (1 - along) + np.asarray(end) * along
    path[:, 1] -= sag * 4 * (along * (1 - along))[:, 0]
    return tube(path, thickness, tint, 6)


def loft(rings: ArrayLike, tint: Tint, glow: float = 0.0) -> Mesh:
    """A smooth skin over closed rings (k, n, 3), counter-clockwise seen from the last; ends are closed."""
    sections = np.asarray(rings, float)
    count, segments = sections.shape[:2]
    faces = np.concatenate([_band(i * segments, (i + 1) * segments, segments) for i in range(count - 1)])
    points = sections.reshape(-1, 3)
    corners = points[faces]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(points)
    for i in range(3):
        np.add.at(normals, faces[:, i], flat)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    ends, fans, sides = [], [], []
    fan = np.stack([np.zeros(segments - 2, int), np.arange(1, segments - 1), np.arange(2, segments)], 1)
    for ring_points, flip, base in ((sections[0], True, len(points)), (sections[-1], False, len(points) + segments)):
        order = fan[:, ::-1] if flip else fan
        across = np.cross(
            ring_points[order[:, 1]] - ring_points[order[:, 0]], ring_points[order[:, 2]] - ring_points[order[:, 0]]
        ).sum(0)
        size = np.linalg.norm(across)
        ends.append(ring_points)
        fans.append(order + base)
        sides.append(np.broadcast_to(across / size if size > 1e-9 else np.array([0.0, 1, 0]), (segments, 3)))
    return solid(
        np.concatenate([points, *ends]), np.concatenate([normals, *sides]), np.concatenate([faces, *fans]), tint, glow
    )
