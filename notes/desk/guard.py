"""The guard: only the browser that was given the address sees the desk, and nothing leaves this machine.

Every address begins with a secret. If a page from elsewhere finds the port, it is turned away by the name it asks for
(Host) and by where it comes from (Origin). Our own pages may load nothing from outside.
"""

from hmac import compare_digest
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LARGEST = 200_000  # bytes in a request
PHOTOGRAPH, LARGEST_PHOTOGRAPH = "hand/photograph", 80_000_000  # what is no JSON, and bytes in it
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def guard(app: Flask, secret: str, names: frozenset[str]) -> None:
    """Let an app answer only those who know the secret and call it by one of its `names` (a host with its port)."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST

    @app.before_request
    def look() -> None:
        if request.host not in names:
            abort(421)
        given = request.path.split("/")[1]
        if not compare_digest(given.encode(), secret.encode()):
            abort(404)
        if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            abort(403)
        if request.method not in ("GET", "HEAD"):
            asked = urlsplit(request.headers.get("Origin", ""))
            if asked.scheme != "http" or asked.netloc not in names:
                abort(403)
            is_photograph = request.path == f"/{secret}/{PHOTOGRAPH}"
            if request.mimetype != ("application/octet-stream" if is_photograph else "application/json"):
                abort(415)
            if is_photograph:
                request.max_content_length = LARGEST_PHOTOGRAPH

    @app.after_request
    def seal(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", "no-store")
        return response
