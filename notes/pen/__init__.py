"""A real pen: files for a plotter, from the same strokes as the printed cards."""

from notes.pen.drawings import Drawing, drawing_of, penned
from notes.pen.files import gcode, hpgl, svg

__all__ = ["Drawing", "drawing_of", "gcode", "hpgl", "penned", "svg"]
