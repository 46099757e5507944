"""The room of one's own hand: the sheet to print, the photographs of it, and every letter to look at.

Photographs lie in the cache until they are read, and no longer.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree

from flask import Flask, Response, abort, jsonify, render_template, request, send_file

from notes.desk.answers import asked, texts_in
from notes.desk.guard import PHOTOGRAPH
from notes.desk.month import Desk
from notes.files import name_of
from notes.ownhand import keeping, photographs, printed
from notes.ownhand.making import Read
from notes.ownhand.page import view_of
from notes.ownhand.sheet import Sheet
from notes.paper.stocks import plain_paper
from notes.problems import BadValue, Unusable
from notes.staging import write_whole
from notes.writing.own_hand import OWN

MOST = 12  # photographs at a time


def hand_room(app: Flask, desk: Desk, secret: str) -> None:
    read: dict[str, Read] = {}  # what was read since the desk was opened: with it the cells can be shown
    _sheet(app, desk, secret, read)
    _photographs(app, desk, secret, read)
    _look(app, desk, secret)


def _sheet(app: Flask, desk: Desk, secret: str, read: Mapping[str, Read]) -> None:
    @app.get(f"/{secret}/hand")
    def hand() -> str:
        folder = desk.office.folder
        hands = sorted(path.stem for path in folder.own("hands").glob(f"*{OWN}"))
        name = request.args.get("name", "")
        own = keeping.hand_called(folder, name) if name in hands else None
        shown = view_of(name, own, read.get(name)) if own else None
        used = desk.office.settings().card.hand
        return render_template(
            "pages/hand.html.jinja", hands=hands, hand=shown, used=used, how=printed.HOW, is_sample=folder.is_sample
        )

    @app.get(f"/{secret}/hand/sheet.pdf")
    def hand_sheet() -> Response:
        business = desk.office.settings().business
        data = printed.pdf(Sheet.of(business.language), plain_paper(business.country))
        return send_file(io.BytesIO(data), mimetype="application/pdf", download_name="my-hand.pdf")


def _photographs(app: Flask, desk: Desk, secret: str, hands: dict[str, Read]) -> None:
    dropped = desk.office.cache / "photographs"

    @app.post(f"/{secret}/{PHOTOGRAPH}")
    def photograph() -> Response:
        _ensure_own(desk)
        name = Path(name_of(Path(request.args.get("name", "")))).name
        if not name or name.startswith("."):
            abort(400)
        dropped.mkdir(parents=True, exist_ok=True)
        if len(list(dropped.iterdir())) >= MOST:
            raise BadValue(f"these are more than {MOST} photographs.", "Drop one of each page.")
        write_whole(dropped / name, request.get_data(cache=False))
        return jsonify(there=name)

    @app.post(f"/{secret}/hand/clear")
    def clear_photographs() -> Response:
        asked(desk)
        rmtree(dropped, ignore_errors=True)
        return jsonify(cleared=True)

    @app.post(f"/{secret}/hand/read")
    def read_hand() -> Response:
        name, signs = texts_in(asked(desk), "name", "signs")
        _ensure_own(desk)
        called = keeping.checked_name(name)
        try:
            found = photographs.read(sorted(dropped.glob("*")), keeping.signed_as(name, signs))
        finally:
            rmtree(dropped, ignore_errors=True)
        with desk.turn, desk.office.alone():
            keeping.keep(desk.office.folder, called, found.hand)
            desk.forget()
        hands[called] = found
        return jsonify(name=called)


def _look(app: Flask, desk: Desk, secret: str) -> None:
    @app.post(f"/{secret}/hand/leave-out")
    def leave_out() -> Response:
        content = asked(desk)
        (name,) = texts_in(content, "name")
        copies = content.get("copies")
        if not isinstance(copies, list) or not all(isinstance(one, str) for one in copies):
            abort(400)
        folder = desk.office.folder
        with desk.turn, desk.office.alone():
            hand = keeping.hand_called(folder, name).without(copies)
            keeping.keep(folder, keeping.checked_name(name), hand)
            desk.forget()
        return jsonify(left_out=len(hand.left_out))


def _ensure_own(desk: Desk) -> None:
    """See that there is a folder of the person's own to keep a hand in.

    Raises:
        Unusable: the business is an invented one.
    """
    if desk.office.folder.is_sample:
        remedy = "Make your own with: notes new FOLDER"
        raise Unusable.because("hands", "this is the folder of an invented business.", remedy)
