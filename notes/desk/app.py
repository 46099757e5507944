"""The app: an address for everything that can be asked for or done; what each of them means is settled elsewhere."""

import io
import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, abort, jsonify, request, send_file
from werkzeug.exceptions import HTTPException

from notes.changes.change import from_json
from notes.customers import CustomerId
from notes.desk import card_views, views
from notes.desk.answers import asked, bar_answer, card_answer, texts_in, trouble, waiting_for_cards
from notes.desk.guard import guard
from notes.desk.hand_room import hand_room
from notes.desk.month import Desk
from notes.desk.printing_room import printing_room
from notes.desk.reading_room import reading_room
from notes.desk.spreadsheet_views import to_look_at
from notes.desk.writer import ask_writer
from notes.files import remedy_of
from notes.problems import BadValue, Problem, Unusable

HERE = Path(__file__).parent
PARTS = {Path(one).name: HERE / one for one in ("pages/desk.css", "pages/desk.js", "pages/hand.css", "pages/hand.js")}
PARTS_AT_ONCE = 500  # pieces of a page that are sent together: about five cards
FOR_A_DAY = 86_400  # seconds a browser may keep a picture: its address changes when what is on it does


def app_of(desk: Desk, secret: str, names: frozenset[str], end: Callable[[], None]) -> Flask:
    """The app of a desk; `end` is called when the person is done."""
    app = Flask(__name__, template_folder=str(HERE), static_folder=None)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.autoescape = True  # Flask escapes only what is named .html on its own
    app.jinja_env.globals["to_look_at"] = lambda: to_look_at(desk)
    guard(app, secret, names)
    _show(app, desk, secret)
    _change(app, desk, secret)
    reading_room(app, desk, secret)
    printing_room(app, desk, secret)
    hand_room(app, desk, secret)
    _month(app, desk, secret, end)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return "There is no page at this address. Start again with: notes review", error.code or 500

    @app.errorhandler(Unusable)
    def unusable(error: Unusable) -> tuple[Response, int]:
        return jsonify(problem=_told(error.problems[0])), 409

    @app.errorhandler(OSError)
    def not_done(error: OSError) -> tuple[Response, int]:
        why = error.strerror or "something could not be written"
        return jsonify(problem=f"This was not done: {why}. {remedy_of(error)}".strip()), 409

    @app.errorhandler(BadValue)
    def bad_value(error: BadValue) -> tuple[Response, int]:
        return jsonify(problem=f"{error.message[:1].upper()}{error.message[1:]} {error.remedy}".strip()), 400

    return app


def _told(problem: Problem) -> str:
    return f"{problem.place.file}: {problem.message} {problem.remedy}".strip()


def _show(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/")
    def page() -> str | Response:
        if "again" in request.args:
            desk.forget()
            return Response(status=302, headers={"Location": f"/{secret}/"})
        if not desk.begin():
            return waiting_for_cards(desk)
        if desk.troubles:
            return trouble(desk)
        still = desk.as_it_is()
        template = app.jinja_env.get_template("pages/month.html.jinja")
        parts = template.stream(page=views.page(still), choices=views.choices(still), opened=False)
        parts.enable_buffering(PARTS_AT_ONCE)
        return Response(parts, mimetype="text/html")

    @app.get(f"/{secret}/<name>")
    def part(name: str) -> Response:
        return send_file(PARTS[name]) if name in PARTS else abort(404)

    @app.get(f"/{secret}/card/<key>/<seal>.png")
    def picture(key: str, seal: str) -> Response:
        data = desk.picture(card_views.customer_of(key))
        if data is None:
            abort(404)
        response = send_file(io.BytesIO(data), mimetype="image/png")
        response.headers["Cache-Control"] = f"private, max-age={FOR_A_DAY}"
        return response

    @app.get(f"/{secret}/card/<key>/")
    def card(key: str) -> Response:
        return card_answer(desk, card_views.customer_of(key) or abort(404))


def _change(app: Flask, desk: Desk, secret: str) -> None:
    @app.post(f"/{secret}/decide")
    def decide() -> Response:
        content = asked(desk)
        customer_id, session = content.get("customer_id"), content.get("session", "")
        if not isinstance(customer_id, str) or not isinstance(session, str):
            abort(400)
        try:
            values = from_json(content["set"])
        except (KeyError, TypeError, AttributeError, ValueError):
            abort(400)
        desk.decide(customer_id, values, session[:40])
        return card_answer(desk, customer_id)

    @app.post(f"/{secret}/draft")
    def draft() -> Response:
        (customer_id,) = texts_in(asked(desk), "customer_id")
        told = ask_writer(desk, CustomerId(customer_id))
        return card_answer(desk, customer_id, told=told)

    @app.post(f"/{secret}/undo")
    def undo() -> Response:
        asked(desk)
        return card_answer(desk, desk.undo())

    @app.post(f"/{secret}/again")
    def again() -> Response:
        asked(desk)
        return card_answer(desk, desk.again())


def _month(app: Flask, desk: Desk, secret: str, end: Callable[[], None]) -> None:
    @app.post(f"/{secret}/make")
    def make() -> Response:
        asked(desk)
        desk.make()
        return bar_answer(desk)

    @app.get(f"/{secret}/doing")
    def doing() -> Response:
        return jsonify(doing=desk.doing)

    @app.get(f"/{secret}/ready")
    def ready() -> Response:
        return jsonify(ready=desk.begin(), listed=desk.listed is not None, doing=desk.doing)

    @app.post(f"/{secret}/turn-to")
    def turn_to() -> Response:
        (month,) = texts_in(asked(desk), "to")
        if not re.fullmatch(r"(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])", month):
            abort(400)
        desk.turn_to(month)
        return jsonify(month=month)

    @app.post(f"/{secret}/end")
    def done() -> Response:
        end()
        return jsonify(ended=True)
