"""What plotters read: SVG with Inkscape's layers, HPGL, and G-code, in millimetres; HPGL in fortieths of one."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from notes.pen.drawings import Drawing, Path
from notes.units import MM

UP, DOWN = 4.0, 0.0  # mm above the paper
SPEED, TRAVEL = 1500, 4000  # mm a minute
_HPGL = 40  # steps to a millimetre


def svg(drawings: Sequence[Drawing], pen: float) -> bytes:
    """One file with a layer for each drawing, from the upper left corner; `pen` is the width of the pen, in points.

    A plotter draws one layer after another and pauses for the paper to be changed.
    """
    width = max(one.size[0] for one in drawings)
    height = max(one.size[1] for one in drawings)
    layers = "".join(_layer(number, one, pen) for number, one in enumerate(drawings, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        f'width="{_mm(width)}mm" height="{_mm(height)}mm" viewBox="0 0 {_mm(width)} {_mm(height)}">\n{layers}</svg>\n'
    ).encode()


def _layer(number: int, drawing: Drawing, pen: float) -> str:
    label = quoteattr(f"{number} {drawing.name}")
    lines = "".join(f'<path d="{_path(path, drawing.size[1])}"/>\n' for path in drawing.paths)
    style = f'fill="none" stroke="#000" stroke-width="{_mm(pen)}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<g inkscape:groupmode="layer" inkscape:label={label} id="layer{number}" {style}>\n{lines}</g>\n'


def _path(path: Path, height: float) -> str:
    return "M" + " L".join(f"{_mm(x)},{_mm(height - y)}" for x, y in path.tolist())


def hpgl(drawing: Drawing) -> bytes:
    """A drawing for an old-style plotter, measured from the lower left corner."""
    moves = []
    for path in drawing.paths:
        (x, y), *more = [(round(u / MM * _HPGL), round(v / MM * _HPGL)) for u, v in path.tolist()]
        moves.append(f"PU{x},{y};PD{','.join(f'{u},{v}' for u, v in more)};")
    return ("IN;SP1;\n" + "\n".join(moves) + "\nPU0,0;SP0;\n").encode()


def gcode(drawings: Iterable[Drawing]) -> bytes:
    """Drawings for a machine that lifts its pen on a third axis, pausing before each to say which paper to load."""
    lines = ["G21", "G90", f"G0 Z{UP:g}"]
    for drawing in drawings:
        lines += [f"M0 (lay in: {_comment(drawing.name)})"]
        for path in drawing.paths:
            (x, y), *more = path.tolist()
            lines += [f"G0 X{_mm(x)} Y{_mm(y)} F{TRAVEL}", f"G1 Z{DOWN:g} F{SPEED}"]
            lines += [f"G1 X{_mm(u)} Y{_mm(v)} F{SPEED}" for u, v in more]
            lines += [f"G0 Z{UP:g}"]
        lines += [f"G0 X0 Y0 F{TRAVEL}"]
    return ("\n".join([*lines, "M2"]) + "\n").encode("ascii", "replace")


def _comment(text: str) -> str:
    return escape(text).replace("(", "").replace(")", "").replace("\n", " ")


def _mm(points: float) -> str:
    return f"{points / MM:.2f}".rstrip("0").rstrip(".")
