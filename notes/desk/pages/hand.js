"use strict";
// Photographs are sent one by one, then read; a tick is kept as soon as it is set.

const form = byId("photographs");
const reading = byId("reading");

async function send(file) {
  const response = await fetch(`hand/photograph?name=${encodeURIComponent(file.name)}`, {
    method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file,
  });
  if (response.ok) return true;
  const answer = await response.json().catch(() => ({}));
  reading.textContent = answer.problem || `“${file.name}” is too large.`;
  return false;
}

async function readAll(event) {
  event.preventDefault();
  const button = form.querySelector("button");
  const tell = (problem) => { reading.textContent = problem; };
  button.disabled = true;
  reading.textContent = "Sending …";
  if (await ask("hand/clear", {}, tell)) {
    let sent = true;
    for (const file of form.elements.files.files) sent = sent && await send(file);
    if (sent) {
      reading.textContent = "Reading. This takes about half a minute …";
      const content = { name: form.elements.name.value, signs: form.elements.signs.value };
      const answer = await ask("hand/read", content, tell);
      if (answer) {
        location.href = `hand?name=${encodeURIComponent(answer.name)}#the-letters`;
        return;
      }
    }
  }
  button.disabled = false;
}

async function keepTicks(event) {
  const box = event.target.closest("[data-copy]");
  if (!box) return;
  const all = [...event.currentTarget.querySelectorAll("[data-copy]")];
  const copies = all.filter((one) => !one.checked).map((one) => one.dataset.copy);
  const name = event.currentTarget.dataset.hand;
  const answer = await ask("hand/leave-out", { name, copies }, (problem) => { box.checked = true; say(problem, 0); });
  box.closest(".copy").classList.toggle("out", !box.checked);
  if (answer) say("Kept.");
}

async function use(event) {
  const content = { section: "card", name: "hand", value: event.currentTarget.dataset.use };
  if (await ask("settings/set", content)) location.reload();
}

if (form) {
  form.addEventListener("submit", readAll);
  const drop = form.querySelector(".drop");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      if (kind === "drop") form.elements.files.files = event.dataTransfer.files;
    });
  }
}
document.querySelector(".copies")?.addEventListener("change", keepTicks);
document.querySelector("[data-use]")?.addEventListener("click", use);
