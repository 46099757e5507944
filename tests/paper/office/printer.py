"""An office printer: Letter and A4 in a tray, envelopes and labels by hand, both sides; as ippeveprinter wants it."""

SIZES = {
    "na_letter_8.5x11in": (21590, 27940),
    "iso_a4_210x297mm": (21000, 29700),
    "na_a2_4.375x5.75in": (11112, 14605),
    "na_number-10_4.125x9.5in": (10477, 24130),
    "iso_c6_114x162mm": (11400, 16200),
    "oe_address-label_1.125x3.5in": (2857, 8890),
}
TRAYS = ("auto", "main", "by-pass-tray")
TYPES = ("auto", "stationery", "envelope", "cardstock", "labels")
OF_MEDIA = ("bottom-margin", "left-margin", "right-margin", "size", "size-name", "source", "top-margin", "type")
OF_JOBS = ("copies", "media", "media-col", "orientation-requested", "print-quality", "print-scaling", "sides")
SIDES = ("one-sided", "two-sided-long-edge", "two-sided-short-edge")


def attributes() -> str:
    """The attribute file of the printer."""
    sizes = ",\n".join(f"{{MEMBER integer x-dimension {x} MEMBER integer y-dimension {y}}}" for x, y in SIZES.values())
    database = ",\n".join(_media(name, tray, kind) for name in SIZES for tray in TRAYS[1:] for kind in TYPES[1:])
    ready = ",\n".join(_media(name, "main", "stationery") for name in list(SIZES)[:2])
    return f"""
ATTR mimeMediaType document-format-default application/pdf
ATTR mimeMediaType document-format-supported application/octet-stream,application/pdf
ATTR keyword media-supported {",".join(SIZES)}
ATTR keyword media-default na_letter_8.5x11in
ATTR keyword media-ready na_letter_8.5x11in,iso_a4_210x297mm
ATTR keyword media-source-supported {",".join(TRAYS)}
ATTR keyword media-type-supported {",".join(TYPES)}
ATTR keyword media-col-supported {",".join(f"media-{one}" for one in OF_MEDIA)}
ATTR collection media-size-supported {sizes}
ATTR collection media-col-default {_media("na_letter_8.5x11in", "main", "stationery")}
ATTR collection media-col-ready {ready}
ATTR collection media-col-database {database}
ATTR integer media-bottom-margin-supported 423
ATTR integer media-left-margin-supported 423
ATTR integer media-right-margin-supported 423
ATTR integer media-top-margin-supported 423
ATTR keyword sides-supported {",".join(SIDES)}
ATTR keyword sides-default one-sided
ATTR keyword print-scaling-supported auto,auto-fit,fill,fit,none
ATTR keyword print-scaling-default auto
ATTR boolean color-supported true
ATTR keyword print-color-mode-supported auto,color,monochrome
ATTR keyword print-color-mode-default auto
ATTR enum print-quality-supported 3,4,5
ATTR enum print-quality-default 4
ATTR resolution printer-resolution-supported 600dpi
ATTR resolution printer-resolution-default 600dpi
ATTR enum orientation-requested-supported 3,4,5,6
ATTR enum orientation-requested-default 3
ATTR keyword output-bin-supported face-down
ATTR keyword output-bin-default face-down
ATTR rangeOfInteger copies-supported 1-99
ATTR integer copies-default 1
ATTR keyword job-creation-attributes-supported {",".join(OF_JOBS)}
"""


def _media(name: str, tray: str, kind: str) -> str:
    x, y = SIZES[name]
    margins = " ".join(f"MEMBER integer media-{edge}-margin 423" for edge in ("bottom", "left", "right", "top"))
    return (
        f"{{MEMBER collection media-size {{MEMBER integer x-dimension {x} MEMBER integer y-dimension {y}}} "
        f"MEMBER keyword media-size-name {name} {margins} "
        f"MEMBER keyword media-source {tray} MEMBER keyword media-type {kind}}}"
    )


if __name__ == "__main__":
    import sys

    sys.stdout.write(attributes())
