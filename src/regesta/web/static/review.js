// The review by keyboard; everything it does a link or a button does too.
"use strict";

const press = (selector) => document.querySelector(selector)?.click();
const say = (word) => press(`#decide button[value="${word}"]`);
const KEYS = {
  j: () => press("#next"), ArrowRight: () => press("#next"),
  k: () => press("#previous"), ArrowLeft: () => press("#previous"),
  a: () => say("accept"), r: () => say("reject"),
  u: () => press("#undo button, #decide button[value=undo]"),
  c: () => press("a.correct"),
  n: () => document.getElementById("note")?.focus(),
  "?": () => {
    const keys = document.getElementById("keys");
    if (!keys) return;
    keys.open = !keys.open;
    if (keys.open) keys.scrollIntoView({ block: "nearest" });
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const target = event.target;
  if (event.key === "Escape" && target.id === "note") { target.blur(); return; }
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  // in a box that scrolls sideways the arrows scroll it
  if (event.key.startsWith("Arrow") && target.closest(".scroll")) return;
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act) { event.preventDefault(); act(); }
});

// A form is sent once, however often the key is pressed.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
