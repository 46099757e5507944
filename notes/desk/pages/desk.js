"use strict";
// What a person does on the page: ask the desk, and show its answer. Nothing is said to be saved before it is.

const byId = (id) => document.getElementById(id);
const toast = byId("toast");
const TYPING = 250; // milliseconds without a key before the card is written anew
const A_LOOK = 500; // milliseconds from look to look at how far the hands are
let waiting = 0;
let session = "";

function say(text, lasts = 4000) {
  toast.textContent = text;
  clearTimeout(say.timer);
  if (lasts) say.timer = setTimeout(() => { toast.textContent = ""; }, lasts);
}

async function ask(what, content) {
  const options = content === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content),
  };
  try {
    const response = await fetch(what, options);
    const answer = response.headers.get("Content-Type").startsWith("application/json") ? await response.json() : {};
    if (!response.ok) { say(answer.problem || "That did not work. Load the page again.", 0); return null; }
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
  for (const part of [...fragment(html).children]) byId(part.id).replaceWith(part);
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
  await settled;
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

let settled = Promise.resolve();
function typed(field) {
  const panel = field.closest(".panel.words");
  if (!panel) return;
  field.dataset.touched = "yes";
  const article = field.closest("article");
  panel.querySelector(".saved").textContent = "…";
  clearTimeout(waiting);
  waiting = setTimeout(() => { settled = write(article, panel); }, TYPING);
}

function write(article, panel) {
  waiting = 0;
  const values = valuesOf(panel);
  return Object.keys(values).length ? decide(article, values, true) : Promise.resolve();
}

function tell(article) {
  const field = article.querySelector("[data-field=more]");
  const known = JSON.parse(field.dataset.known);
  if (field.value.trim()) decide(article, { more: [...known, field.value] });
}

async function step(which) {
  const answer = await ask(which, {});
  if (!answer) return;
  showBar(answer.bar);
  if (!answer.customer_id) return;
  const article = showCard(answer);
  if (article) { article.scrollIntoView({ block: "nearest" }); article.focus({ preventScroll: true }); }
  else location.reload();
}

async function make(button) {
  button.disabled = true;
  button.textContent = "Writing the cards …";
  const looking = setInterval(() => lookAtWriting(button), A_LOOK);
  const answer = await ask("make", {});
  clearInterval(looking);
  if (answer) { showBar(answer.bar); say("The cards are made."); byId("finish").scrollIntoView(); } else { button.disabled = false; }
}

async function lookAtWriting(button) {
  const answer = await fetch("writing").then((response) => response.json()).catch(() => null);
  if (answer?.writing && button.isConnected && button.disabled) say(answer.writing, 0);
}

async function sent() {
  const but = [...document.querySelectorAll("[name=posted]:not(:checked)")].map((one) => Number(one.value));
  const answer = await ask("sent", { but });
  if (answer) location.reload();
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
  sent,
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

const LONG = ["make", "sent", "end"]; // nobody waits for these before going on

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
window.addEventListener("beforeunload", (event) => { if (waiting) event.preventDefault(); });

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function find() {
  const words = plain(byId("find").value.trim());
  const onlyChanged = byId("only-changed").checked;
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
  "/": () => byId("find").focus(),
  "?": () => DO.keys(null, document.querySelector("[data-do=keys]")),
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

document.addEventListener("error", (event) => {
  const article = event.target.closest?.("article.card");
  if (article && event.target.matches("img")) ask(`card/${article.dataset.key}/`).then((answer) => answer && showCard(answer));
}, true);
