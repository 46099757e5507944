"""The app: an address for everything that can be asked for or done; what each of them means is settled elsewhere."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, jsonify, render_template, request, send_file
from werkzeug.exceptions import HTTPException

from notes.changes.change import from_json
from notes.customers import CustomerId
from notes.desk import views
from notes.desk.guard import guard
from notes.desk.month import Desk
from notes.paper.pieces import FileKind
from notes.problems import BadValue, Problem, Unusable

HERE = Path(__file__).parent
PARTS = {Path(one).name: HERE / one for one in ("pages/desk.css", "pages/desk.js")}
FOR_A_DAY = 86_400  # seconds a browser may keep a picture: its address changes when what is on it does


def app_of(desk: Desk, secret: str, names: frozenset[str], end: Callable[[], None]) -> Flask:
    """The app of a desk; `end` is called when the person is done."""
    app = Flask(__name__, template_folder=str(HERE), static_folder=None)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.autoescape = True  # Flask escapes only what is named .html on its own
    guard(app, secret, names)
    _show(app, desk, secret)
    _change(app, desk, secret)
    _finish(app, desk, secret, end)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return "There is no page at this address. Start again with: notes review", error.code or 500

    @app.errorhandler(Unusable)
    def unusable(error: Unusable) -> tuple[Response, int]:
        return jsonify(problem=_told(error.problems[0])), 409

    @app.errorhandler(BadValue)
    def bad_value(error: BadValue) -> tuple[Response, int]:
        return jsonify(problem=f"{error.message[:1].upper()}{error.message[1:]} {error.remedy}".strip()), 400

    return app


def _told(problem: Problem) -> str:
    return f"{problem.place.file}: {problem.message} {problem.remedy}".strip()


def _show(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/")
    def page() -> str:
        if not desk.begin():
            return render_template("pages/waiting.html.jinja")
        if desk.troubles:
            return render_template("pages/trouble.html.jinja", problems=desk.troubles)
        with desk.turn:
            return render_template(
                "pages/page.html.jinja", page=views.page(desk), choices=views.choices(desk), opened=False
            )

    @app.get(f"/{secret}/<name>")
    def part(name: str) -> Response:
        return send_file(PARTS[name]) if name in PARTS else abort(404)

    @app.get(f"/{secret}/card/<key>/<seal>.png")
    def picture(key: str, seal: str) -> Response:
        data = desk.picture(views.customer_of(key))
        if data is None:
            abort(404)
        response = send_file(io.BytesIO(data), mimetype="image/png")
        response.headers["Cache-Control"] = f"private, max-age={FOR_A_DAY}"
        return response

    @app.get(f"/{secret}/card/<key>/")
    def card(key: str) -> Response:
        return _card(desk, views.customer_of(key) or abort(404))

    @app.get(f"/{secret}/file/<name>")
    def file(name: str) -> Response:
        kinds = {kind.value: kind for kind in FileKind}
        data = desk.file(kinds[name]) if name in kinds else None
        if data is None:
            abort(404)
        return send_file(io.BytesIO(data), mimetype="application/pdf", download_name=name)


def _change(app: Flask, desk: Desk, secret: str) -> None:
    @app.post(f"/{secret}/decide")
    def decide() -> Response:
        asked = _asked()
        customer_id, session = asked.get("customer_id"), asked.get("session", "")
        if not isinstance(customer_id, str) or not isinstance(session, str):
            abort(400)
        try:
            values = from_json(asked["set"])
        except (KeyError, TypeError, AttributeError, ValueError):
            abort(400)
        desk.decide(customer_id, values, session[:40])
        return _card(desk, customer_id)

    @app.post(f"/{secret}/undo")
    def undo() -> Response:
        return _card(desk, desk.undo())

    @app.post(f"/{secret}/again")
    def again() -> Response:
        return _card(desk, desk.again())


def _finish(app: Flask, desk: Desk, secret: str, end: Callable[[], None]) -> None:
    @app.post(f"/{secret}/make")
    def make() -> Response:
        desk.make()
        return _bar(desk)

    @app.get(f"/{secret}/writing")
    def writing() -> Response:
        return jsonify(writing=desk.writing)

    @app.post(f"/{secret}/sent")
    def sent() -> Response:
        numbers = _asked().get("but", [])
        if not isinstance(numbers, list) or not all(type(one) is int for one in numbers):
            abort(400)
        return jsonify(sent=desk.mark_sent(numbers))

    @app.post(f"/{secret}/end")
    def done() -> Response:
        end()
        return jsonify(ended=True)


def _asked() -> dict[str, Any]:
    asked = request.get_json(silent=True)
    if not isinstance(asked, dict):
        abort(400)
    return asked


def _card(desk: Desk, customer_id: str) -> Response:
    """A card as it is now, with the bar."""
    with desk.turn:
        if not customer_id:
            return _bar(desk)
        if CustomerId(customer_id) not in desk.at.picks:
            abort(404)
        one = views.card_of(desk, CustomerId(customer_id))
        html = render_template("pages/card.html.jinja", card=one, choices=views.choices(desk), opened=True)
        return jsonify(
            customer_id=customer_id, html=html, trouble=one.trouble, picture=one.picture, bar=_bar_html(desk)
        )


def _bar(desk: Desk) -> Response:
    with desk.turn:
        return jsonify(bar=_bar_html(desk))


def _bar_html(desk: Desk) -> str:
    return render_template("pages/bar.html.jinja", bar=views.bar(desk))
