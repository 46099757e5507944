"""The printing room: the addresses of the files, the printer, the test sheet and the mailbox."""

import io

from flask import Flask, Response, abort, jsonify, request, send_file

from notes import printing
from notes.desk import press
from notes.desk.answers import asked, texts_in
from notes.desk.month import Desk
from notes.history import Kind
from notes.paper.pieces import Paper


def printing_room(app: Flask, desk: Desk, secret: str) -> None:
    _files(app, desk, secret)
    _printer(app, desk, secret)
    _mailbox(app, desk, secret)


def _files(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/file/<name>")
    def file(name: str) -> Response:
        data = press.file(desk, name, request.args.get("batch", ""))
        return _pdf(data, name) if data is not None else abort(404)

    @app.get(f"/{secret}/test-sheet-<kind>.pdf")
    def test_sheet(kind: str) -> Response:
        if kind not in printing.MEASURED:
            abort(404)
        return _pdf(printing.sheet_to_measure(desk.office.folder, desk.settings, kind), f"test-sheet-{kind}.pdf")


def _pdf(data: bytes, name: str) -> Response:
    return send_file(io.BytesIO(data), mimetype="application/pdf", download_name=name)


def _printer(app: Flask, desk: Desk, secret: str) -> None:
    @app.post(f"/{secret}/print")
    def print_out() -> Response:
        printer, addresses = texts_in(asked(desk), "printer", "addresses")
        if printer not in ("", *desk.printers) or addresses not in (Paper.ENVELOPE.value, Paper.LABEL.value):
            abort(400)
        return jsonify(answers=press.print_out(desk, printer, labels=addresses == Paper.LABEL.value))

    @app.post(f"/{secret}/reprint")
    def reprint() -> Response:
        content = asked(desk)
        (batch,) = texts_in(content, "batch")
        numbers = _numbers(content.get("numbers"))
        files = press.again(desk, batch, numbers)
        return jsonify(files=[one.name for one in files], batch=batch)

    @app.post(f"/{secret}/measure")
    def measure() -> Response:
        kind, side, numbers = texts_in(asked(desk), "kind", "side", "numbers")
        if kind not in printing.MEASURED or side not in ("front", "back"):
            abort(400)
        with desk.turn:
            found = printing.learn(desk.office.folder, desk.settings, kind, side, numbers)
            desk.forget()
        return jsonify(found=found)


def _mailbox(app: Flask, desk: Desk, secret: str) -> None:
    @app.post(f"/{secret}/sent")
    def sent() -> Response:
        """All cards that wait are in the post, `but` some: their numbers by batch."""
        but = asked(desk).get("but", {})
        if not isinstance(but, dict):
            abort(400)
        with desk.turn:
            batches = dict.fromkeys(card.batch for card in press.waiting(desk))
            spared = {batch: _numbers(but.get(batch, [])) for batch in batches}
            return jsonify(sent=sum(press.mark(desk, Kind.SENT, batch, spared[batch]) for batch in batches))

    @app.post(f"/{secret}/take-back")
    def take_back() -> Response:
        (batch,) = texts_in(asked(desk), "batch")
        with desk.turn:
            said = press.said_last(desk)
            if not said or said.batch != batch:
                abort(400)
            return jsonify(taken_back=press.mark(desk, Kind.UNDONE, batch))


def _numbers(given: object) -> list[int]:
    if not isinstance(given, list) or not all(type(one) is int for one in given):
        abort(400)
    return [int(one) for one in given]
