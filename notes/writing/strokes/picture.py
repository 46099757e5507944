"""A picture of an alphabet for the eye: every form of every letter, its strokes in colours, a dot where each begins."""

import io

from PIL import Image, ImageDraw

from notes.writing.strokes.alphabet import Form
from notes.writing.strokes.composing import Speller

ACROSS = 20
CELL = (110, 170)
X_HEIGHT, LINE = 46, 110  # pixels, and where the baseline is
_COLOURS = ("#c00000", "#003cc8", "#008c00", "#b45a00", "#7800a0", "#008286")
LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?-–—’‘“”&()€£$%/+@#"
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿðþßąćčďđęěğıłńňőœřśşšťűůźżžșțơưạảấầẩẫậắếềểễệốồổỗộớờởỡợứừữự"
    "абвгдежзийклмнопрстуфхцчшщъыьэюяЁёЂђЄєІіЇїЈјЉљЊњЋћЏџҐґ"
)


def picture(speller: Speller) -> bytes:
    """A PNG of all forms of what a hand writes by itself."""
    forms = [(letter, form) for letter in LETTERS for form in speller[letter]]
    rows = -(-len(forms) // ACROSS)
    image = Image.new("RGB", (ACROSS * CELL[0], rows * CELL[1]), "white")
    for number, (letter, form) in enumerate(forms):
        _draw(image, letter, form, number % ACROSS * CELL[0], number // ACROSS * CELL[1])
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _draw(image: Image.Image, letter: str, form: Form, x: int, y: int) -> None:
    draw = ImageDraw.Draw(image)
    for height in (0, 1):
        level = y + LINE - height * X_HEIGHT
        draw.line((x, level, x + CELL[0], level), fill="#e6e6e6")
    draw.text((x + 4, y + 3), f"U+{ord(letter):04X}", fill="#808080")
    edges = [float(edge) for one in form for edge in (one.points[:, 0].min(), one.points[:, 0].max())]
    left = x + CELL[0] / 2 - X_HEIGHT * (min(edges) + max(edges)) / 2
    for number, stroke in enumerate(form):
        colour = _COLOURS[number % len(_COLOURS)]
        places = [(left + X_HEIGHT * float(u), y + LINE - X_HEIGHT * float(v)) for u, v in stroke.points]
        draw.line(places, fill=colour, width=3)
        (u, v) = places[0]
        draw.ellipse((u - 4, v - 4, u + 4, v + 4), fill=colour)
