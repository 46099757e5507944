"use strict";
// What a person does on the page: ask the desk, and show its answer. Nothing is said to be saved before it is.

const byId = (id) => document.getElementById(id);
const toast = byId("toast");
const TYPING = 250; // milliseconds without a key before the card is written anew
const A_LOOK = 500; // milliseconds from look to look at how far long work is
const A_BLINK = 100; // the same where it takes but a moment
let waiting = 0;
let session = "";

function say(text, lasts = 4000) {
  toast.textContent = text;
  clearTimeout(say.timer);
  if (lasts) say.timer = setTimeout(() => { toast.textContent = ""; }, lasts);
}

async function ask(what, content, failed = (problem) => say(problem, 0)) {
  const options = content === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...content, month: document.body.dataset.month }),
  };
  try {
    const response = await fetch(what, options);
    const answer = response.headers.get("Content-Type").startsWith("application/json") ? await response.json() : {};
    if (!response.ok) { failed(answer.problem || "That did not work. Load the page again."); return null; }
    return answer;
  } catch {
    say("Fairhand is not running any more. What was saved is safe: start it again and go on.", 0);
    return null;
  }
}

function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function showBar(html) {
  for (const part of [...fragment(html).children]) byId(part.id)?.replaceWith(part); // a customer's page has no end of the month
}

function showCard(answer) {
  const article = fragment(answer.html).firstElementChild;
  const old = byId(article.id);
  if (!old) return null;
  if (old.matches("li")) {
    const stack = document.querySelector(".stack");
    old.remove();
    stack.append(article);
  } else {
    old.replaceWith(article);
  }
  return article;
}

async function decide(place, values, keep = false) {
  const answer = await ask("decide", { customer_id: place.dataset.customer, set: values, session: keep ? session : "" });
  if (!answer) return null;
  showBar(answer.bar);
  if (!keep) {
    const article = showCard(answer);
    if (article) { article.focus({ preventScroll: true }); article.scrollIntoView({ block: "nearest" }); }
    say("Saved.", 1500);
    return article;
  }
  showWritten(place, answer);
  return place;
}

function showWritten(article, answer) {
  const trouble = article.querySelector(".trouble");
  trouble.textContent = answer.trouble;
  trouble.hidden = !answer.trouble;
  const image = article.querySelector(".paper img");
  if (answer.picture && !answer.trouble) {
    if (image) image.src = answer.picture;
    else article.querySelector(".paper").replaceChildren(fragment(answer.html).querySelector(".paper img"));
  }
  article.dataset.stale = "yes";
  article.querySelector(".panel.words .saved").textContent = "Saved";
}

async function opened(article) {
  if (article.dataset.opened && !article.dataset.stale) return article;
  const answer = await ask(`card/${article.dataset.key}/`);
  return answer ? showCard(answer) : null;
}

async function open(article, panel) {
  if (!article) return;
  article = await opened(byId(article.id) || article); // it may have been shown anew since it was clicked
  if (!article) return;
  for (const one of article.querySelectorAll(".panel")) one.hidden = !one.classList.contains(panel);
  session = crypto.getRandomValues(new Uint32Array(2)).join("-");
  const field = article.querySelector(panel === "words" ? "[data-field=words]" : `.panel.${panel} [data-field], .panel.${panel} button`);
  if (field) field.focus();
  article.querySelector(`.panel.${panel}`).scrollIntoView({ block: "nearest" });
}

async function close(article) {
  await saved();
  const answer = await ask(`card/${article.dataset.key}/`);
  if (answer) showCard(answer).focus({ preventScroll: true });
}

function valuesOf(place) {
  const values = {};
  for (const field of place.querySelectorAll("[data-field]")) {
    const name = field.dataset.field;
    if (field.value === field.defaultValue && field.tagName !== "SELECT" && !field.dataset.touched) continue;
    if (field.tagName === "SELECT" && !field.dataset.touched) continue;
    values[name] = name === "lines" ? field.value.split("\n") : field.value;
    if (name === "words") values.base = field.dataset.base;
  }
  return values;
}

let settled = Promise.resolve(), unsaved = null;
function typed(field) {
  const panel = field.closest(".panel.words");
  if (!panel) return;
  field.dataset.touched = "yes";
  const article = field.closest("article");
  panel.querySelector(".saved").textContent = "…";
  clearTimeout(waiting);
  window.addEventListener("beforeunload", stay);
  unsaved = () => write(article, panel);
  waiting = setTimeout(() => { settled = unsaved(); }, TYPING);
}

// What was typed last is saved before anything else is done: saved after an “Undo”, it would come back.
function saved() {
  if (waiting) {
    clearTimeout(waiting);
    settled = unsaved();
  }
  return settled;
}

async function write(article, panel) {
  waiting = 0;
  const values = valuesOf(panel);
  if (Object.keys(values).length) await decide(article, values, true);
  if (!waiting) window.removeEventListener("beforeunload", stay);
}

// Listens only while words are not saved yet: Chromium never closes a page that is being loaded again and listens.
function stay(event) {
  event.preventDefault();
}

function tell(article) {
  const field = article.querySelector("[data-field=more]");
  const known = JSON.parse(field.dataset.known);
  if (field.value.trim()) decide(article, { more: [...known, field.value] });
}

async function step(which) {
  await saved();
  const answer = await ask(which, {});
  if (!answer) return;
  showBar(answer.bar);
  if (!answer.customer_id) return;
  const article = showCard(answer);
  if (article) { article.scrollIntoView({ block: "nearest" }); article.focus({ preventScroll: true }); }
  else location.reload();
}

// What takes long: the button says so, and how far it is stands below.
async function long(button, words, what, content) {
  const before = button.textContent;
  button.disabled = true;
  button.textContent = words;
  const looking = setInterval(() => lookHowFar(button), A_LOOK);
  const answer = await ask(what, content);
  clearInterval(looking);
  button.disabled = false;
  button.textContent = before;
  return answer;
}

async function lookHowFar(button) {
  const answer = await fetch("doing").then((response) => response.json()).catch(() => null);
  if (answer?.doing && button.isConnected && button.disabled) say(answer.doing, 0);
}

// While everything is read there is a sentence about it, then a list; then the page that was asked for is loaded.
async function lookWhetherRead() {
  const answer = await ask("ready");
  if (!answer) return;
  if (answer.ready || (answer.listed && document.body.matches(".list"))) { loadHere(); return; }
  if (answer.doing) byId("doing").textContent = answer.doing;
  setTimeout(lookWhetherRead, document.body.matches(".list") ? A_BLINK : A_LOOK);
}
if (document.body.matches(".waiting")) lookWhetherRead();

// Loaded again, the page shows the card that was looked at, and who was looked for.
function loadHere() {
  const seen = [...document.querySelectorAll("article.card:not([hidden])")].find((one) => one.getBoundingClientRect().bottom > 0);
  if (seen && scrollY > 0) sessionStorage.setItem("seen", seen.id);
  if (byId("find")?.value) sessionStorage.setItem("find", byId("find").value);
  location.reload();
}

async function make(button) {
  const answer = await long(button, "Writing the cards …", "make", {});
  if (answer) { showBar(answer.bar); say("The cards are made."); byId("finish").scrollIntoView(); }
}

// The writer takes its time: whoever has opened the card meanwhile finds the drafts when they close it.
async function draft(place, button) {
  const answer = await long(button, "Asking your writer …", "draft", { customer_id: place.dataset.customer });
  if (!answer) return;
  const article = byId(place.id);
  showBar(answer.bar);
  if (article?.querySelector(".panel:not([hidden])")) article.dataset.stale = "yes";
  else showCard(answer);
  say(answer.told, 0);
}

async function print(button) {
  const chosen = (name) => byId("finish").querySelector(`[name=${name}]`)?.value;
  const content = { printer: chosen("printer") || "", addresses: chosen("addresses") || "envelope" };
  if (await long(button, "Sending them to the printer …", "print", content)) location.reload();
}

async function reprint(button) {
  const part = button.closest(".again");
  const numbers = [...part.querySelectorAll("[name=again]:checked")].map((one) => Number(one.value));
  const told = part.querySelector(".made-again");
  if (!numbers.length) { told.textContent = "Tick the cards first."; return; }
  const answer = await long(button, "Making them …", "reprint", { batch: part.dataset.batch, numbers });
  if (!answer) return;
  told.replaceChildren(...answer.files.flatMap((name) => [fileLink(name, answer.batch), " "]));
}

function fileLink(name, batch) {
  const link = document.createElement("a");
  link.href = `file/${name}?batch=${encodeURIComponent(batch)}`;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = `Open ${name}`;
  return link;
}

async function measure(button) {
  const part = button.closest(".measure");
  const chosen = (name) => part.querySelector(`[name=${name}]`).value;
  const numbers = [...part.querySelectorAll("[name=measured]")].map((one) => one.value.trim() || "?").join(" ");
  const tell = (text) => { part.querySelector(".found").textContent = text; };
  const answer = await ask("measure", { kind: chosen("kind"), side: chosen("side"), numbers }, tell);
  if (answer) tell(`${answer.found} Make the cards again, and they come out right.`);
}

async function sent(button) {
  const but = {};
  for (const one of document.querySelectorAll("[name=posted]:not(:checked)")) {
    const [batch, number] = one.value.split("/");
    (but[batch] ||= []).push(Number(number));
  }
  if (await long(button, "Remembering it …", "sent", { but })) location.reload();
}

async function takeBack(button) {
  if (await ask("take-back", { batch: button.dataset.batch })) location.reload();
}

async function turnTo(button) {
  if (await ask("turn-to", { to: button.dataset.month })) location.reload();
}

// The settings: each is saved as soon as one leaves it, and can be put back.
function valueOf(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

function firstValueOf(field) {
  if (field.type === "checkbox") return field.defaultChecked;
  return field.tagName === "SELECT" ? ([...field.options].find((one) => one.defaultSelected) || field.options[0]).value : field.defaultValue;
}

async function set(field, isBack = false) {
  const row = field.closest(".setting");
  const before = firstValueOf(field);
  const content = { section: row.dataset.section, name: row.dataset.name, value: valueOf(field) };
  const answer = await ask("settings/set", content, (problem) => tellBelow(row, problem, true));
  if (!answer) return;
  const fresh = fragment(answer.html).firstElementChild;
  row.replaceWith(fresh);
  tellBelow(fresh, ["Saved.", ...answer.told].join(" "));
  if (isBack) return;
  const undo = document.createElement("button");
  Object.assign(undo, { type: "button", className: "plain", textContent: "Undo" });
  undo.addEventListener("click", () => {
    const again = fresh.querySelector("[data-setting]");
    if (again.type === "checkbox") again.checked = before; else again.value = before;
    inTurn(() => set(again, true));
  });
  fresh.querySelector(".said").append(" ", undo);
}

function tellBelow(row, text, isWrong = false) {
  const said = row.querySelector(".said");
  said.textContent = text;
  said.classList.toggle("trouble", isWrong);
}

async function entry(button, isOut) {
  const form = button.closest("form");
  const name = form.querySelector("[name=entry]").value;
  if (!name.trim()) { tellBelow(form, "Write whom or what it is about first.", true); return; }
  const parts = {};
  for (const one of form.querySelectorAll("[data-part]")) parts[one.dataset.part] = isOut ? "" : one.value;
  const content = { section: form.dataset.section, name, parts };
  const answer = await ask("settings/entry", content, (problem) => tellBelow(form, problem, true));
  if (answer) { sessionStorage.setItem("open", form.dataset.section); location.reload(); }
}

async function keep(button) {
  if (await long(button, "Keeping it …", "spreadsheet/keep", {})) location.reload();
}

async function order(button) {
  const content = { section: "business", name: "date_order", value: button.dataset.order };
  if (await ask("settings/set", content)) location.reload();
}

async function column(field) {
  if (!field.value) return;
  const content = { header: field.closest("[data-header]").dataset.header, field: field.value };
  if (await ask("spreadsheet/column", content)) location.reload();
}

async function end() {
  await ask("end", {});
  document.body.className = "alone";
  document.body.replaceChildren(fragment("<main><h1>Everything is saved</h1><p class=lead>You can close this page.</p></main>"));
}

const DO = {
  set: (place, button) => decide(place, JSON.parse(button.dataset.set)),
  take: (place, button) => decide(place, { choice: button.dataset.mark, words: "", base: "" }),
  fields: (place) => decide(place, valuesOf(place.querySelector(".side"))),
  forget: (place, button) => {
    const known = JSON.parse(place.querySelector("[data-field=more]").dataset.known);
    known.splice(Number(button.dataset.place), 1);
    return decide(place, { more: known });
  },
  until: (place) => decide(place, { send: "later", until: place.querySelector(".until").value }),
  open: (place, button) => open(place, button.dataset.panel),
  close,
  tell,
  make: (place, button) => make(button),
  print: (place, button) => print(button),
  draft,
  reprint: (place, button) => reprint(button),
  measure: (place, button) => measure(button),
  sent: (place, button) => sent(button),
  "take-back": (place, button) => takeBack(button),
  month: (place, button) => turnTo(button),
  entry: (place, button) => entry(button, false),
  "no-entry": (place, button) => entry(button, true),
  keep: (place, button) => keep(button),
  order: (place, button) => order(button),
  undo: () => step("undo"),
  again: () => step("again"),
  keys: (place, button) => {
    byId("keys").hidden = !byId("keys").hidden;
    button.setAttribute("aria-expanded", String(!byId("keys").hidden));
  },
  end,
};

// Each waits until what the one before it asked for is shown, or a quick hand would open a card that is about to be replaced.
let turn = Promise.resolve();
function inTurn(action) {
  turn = turn.then(action).catch((error) => console.error(error));
}

const LONG = ["make", "print", "sent", "end", "draft"]; // nobody waits for these before going on

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  event.preventDefault();
  const what = button.dataset.do;
  const act = () => DO[what](button.closest("[data-customer]"), button);
  if (LONG.includes(what)) act();
  else inTurn(act);
});
document.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("input", (event) => {
  if (event.target.matches("#find, #only-changed")) find();
  else if (event.target.dataset.field) typed(event.target);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-setting]")) inTurn(() => set(event.target));
  else if (event.target.matches("[data-column]")) inTurn(() => column(event.target));
});

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function find() {
  const words = plain(byId("find").value.trim());
  const onlyChanged = Boolean(byId("only-changed")?.checked);
  let found = 0;
  for (const one of document.querySelectorAll("article.card, li.row")) {
    const fits = plain(one.dataset.name).includes(words) && (!onlyChanged || one.dataset.changed);
    one.hidden = !fits;
    found += fits;
  }
  for (const group of document.querySelectorAll(".others details")) {
    const some = group.querySelector("li:not([hidden])");
    group.hidden = !some;
    group.open = Boolean(words && some);
  }
  for (const section of document.querySelectorAll(".stack, .others")) {
    section.hidden = Boolean(words || onlyChanged) && !section.querySelector("article:not([hidden]), li:not([hidden])");
  }
  byId("nobody").hidden = found > 0;
}

function current() {
  return document.activeElement.closest("article.card") || next(1, false);
}

function next(by, move = true) {
  const all = [...document.querySelectorAll("article.card:not([hidden])")];
  if (!all.length) return null;
  const at = all.indexOf(document.activeElement.closest("article.card"));
  const card = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (move) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: "start", behavior: "smooth" }); }
  return card;
}

const KEYS = {
  j: () => next(1),
  k: () => next(-1),
  e: () => open(current(), "words"),
  m: () => open(current(), "more"),
  n: () => open(current(), "later"),
  u: () => step("undo"),
  "/": () => byId("find")?.focus(),
  "?": () => byId("keys") && DO.keys(null, document.querySelector("[data-do=keys]")),
  1: () => take(1),
  2: () => take(2),
  3: () => take(3),
};

function take(number) {
  const option = current()?.querySelector(`[data-number="${number}"]`);
  return option && DO[option.dataset.do](option.closest("[data-customer]"), option);
}

function typing(element) {
  return element.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest(".panel")) { close(event.target.closest("article")); return; }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  inTurn(() => typing(document.activeElement) || KEYS[event.key]());
});

// What was looked at before the page was loaded again is open again.
const wasOpen = sessionStorage.getItem("open");
sessionStorage.removeItem("open");
const meant = document.querySelector(`form[data-section="${wasOpen}"]`) || byId(location.hash.slice(1));
meant?.closest("details")?.setAttribute("open", "");
if (location.hash) meant?.scrollIntoView();
if (!document.body.matches(".waiting") && byId("find")) {
  if (sessionStorage.getItem("find")) { byId("find").value = sessionStorage.getItem("find"); find(); }
  byId(sessionStorage.getItem("seen"))?.scrollIntoView();
  sessionStorage.removeItem("find");
  sessionStorage.removeItem("seen");
}

document.addEventListener("error", (event) => {
  const article = event.target.closest?.("article.card");
  if (article && event.target.matches("img")) ask(`card/${article.dataset.key}/`).then((answer) => answer && showCard(answer));
}, true);
