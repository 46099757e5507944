"""Only the browser that was given the address gets an answer, and what a cell holds is never markup."""

import re
from pathlib import Path

import pytest
from desks import NAME, SECRET, Browser, browser_of

from notes.changes import Record, read_record


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, own_cache: Path) -> Browser:
    return browser_of(tmp_path_factory.mktemp("office"), own_cache)


STEP = {"customer_id": "1", "set": {"words": "Hacked."}}


def nothing_was_kept(browser: Browser) -> bool:
    return read_record(browser.desk.office.folder.out / "2026-11") == Record()


@pytest.mark.parametrize(
    "path", ["/", "/another-secret/", "/a-secre/", "//", f"/x/../{SECRET}/", f"/{SECRET.upper()}/"]
)
def test_without_the_secret_there_is_nothing(browser: Browser, path: str) -> None:
    answer = browser.client.get(path, base_url=f"http://{NAME}")
    assert answer.status_code == 404
    assert "Rosa" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8123", "127.0.0.1:9999", "127.0.0.1", "0.0.0.0:8123"])
def test_a_page_that_had_its_name_point_here_is_refused(browser: Browser, host: str) -> None:
    assert browser.client.get(f"/{SECRET}/", base_url=f"http://{host}").status_code == 421
    headers = {"Origin": f"http://{host}"}
    assert (
        browser.client.post(f"/{SECRET}/decide", base_url=f"http://{host}", json=STEP, headers=headers).status_code
        == 421
    )
    assert nothing_was_kept(browser)


@pytest.mark.parametrize("origin", ["http://evil.example", f"https://{NAME}", "http://127.0.0.1:9999", "null", ""])
def test_a_page_from_elsewhere_can_change_nothing(browser: Browser, origin: str) -> None:
    assert browser.post("decide", STEP, Origin=origin).status_code == 403
    assert browser.post("undo", {}, Origin=origin).status_code == 403
    assert browser.post("make", {}, Origin=origin).status_code == 403
    assert nothing_was_kept(browser)


def test_a_picture_or_a_script_asked_for_by_another_page_is_refused(browser: Browser) -> None:
    assert browser.get("desk.js", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert browser.get("desk.js", headers={"Sec-Fetch-Site": "same-site"}).status_code == 403


def test_a_form_of_another_page_is_no_json(browser: Browser) -> None:
    headers = {"Origin": f"http://{NAME}"}
    answer = browser.client.post(
        f"/{SECRET}/decide", base_url=f"http://{NAME}", data={"customer_id": "1"}, headers=headers
    )
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "name",
    ["../../customers.xlsx", "..%2f..%2fcustomers.xlsx", "%2e%2e/%2e%2e/customers.xlsx", "batch.json", "/etc/passwd"],
)
def test_only_the_files_of_the_batch_are_handed_out(browser: Browser, name: str) -> None:
    browser.desk.make()
    assert browser.get("file/cards.pdf").data.startswith(b"%PDF")
    assert browser.get(f"file/{name}").status_code == 404


@pytest.mark.parametrize("key", ["..", "%2e%2e", "Li4vLi4v", "%00", "é"])
def test_a_card_of_nobody_is_not_there(browser: Browser, key: str) -> None:
    browser.desk.read()
    assert browser.get(f"card/{key}/").status_code == 404
    assert browser.get(f"card/{key}/x.png").status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"customer_id": "1"},
        {"customer_id": 1, "set": {}},
        {"customer_id": "1", "set": {"place": "/etc"}},
        {"customer_id": "1", "set": {"words": ["x"]}},
        {"customer_id": "1", "set": {"words": "x" * 5000}},
        {"customer_id": "1", "set": {"send": "yes", "until": "soon"}},
        {"customer_id": "nobody", "set": {"words": "x"}},
        {"customer_id": "1", "set": {"hand": "../../etc"}},
    ],
)
def test_what_makes_no_sense_is_refused(browser: Browser, content: object) -> None:
    browser.desk.read()
    assert browser.post("decide", content).status_code == 400
    assert nothing_was_kept(browser)


def test_too_much_at_once_is_refused(browser: Browser) -> None:
    assert browser.post("decide", {"customer_id": "1", "set": {"more": ["x" * 300_000]}}).status_code == 413


def test_nothing_of_a_cell_is_markup(browser: Browser) -> None:
    page = browser.page()
    assert "&lt;b onclick=alert(1)&gt;Tom" in page
    assert "<b onclick" not in page and "<script>alert" not in page
    scripts = re.findall(r"<script[^>]*>", page)
    assert scripts == ['<script src="desk.js" defer>']
    assert not re.search(r"\son\w+\s*=\s*[\"']", page) and not re.search(r"\sstyle\s*=", page)


def test_script_in_what_is_typed_comes_back_as_text(browser: Browser) -> None:
    evil = '"><script>alert(3)</script>'
    html = browser.decide("1", words=evil, more=[evil], lines=[evil, "'><img src=x onerror=alert(4)>"])["html"]
    browser.post("undo", {})
    assert "<script" not in html and "<img src=x" not in html
    assert "&lt;script&gt;alert(3)" in html


def test_the_page_loads_nothing_from_outside_and_nobody_may_frame_it(browser: Browser) -> None:
    answer = browser.get("")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    here = Path(__file__).parents[2] / "notes/desk/pages"
    assert not [
        path.name
        for path in here.iterdir()
        if re.search(r"(https?:)?//\w", path.read_text(encoding="utf-8").replace("// ", ""))
    ]
