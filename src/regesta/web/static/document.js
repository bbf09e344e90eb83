// Beside the text stands what was made of its words; it follows the pointer and the focus.
"use strict";

const panel = document.querySelector(".panel");
const pieces = new Map();
for (const piece of document.querySelectorAll(".frozen [data-keys]")) {
  for (const key of piece.dataset.keys.split(" ")) {
    if (!pieces.has(key)) pieces.set(key, []);
    pieces.get(key).push(piece);
  }
}

let shown = [];

function show(keys, follow) {
  for (const element of shown) element.classList.remove("on");
  shown = [];
  for (const key of keys) {
    const card = document.getElementById(key);
    if (card) shown.push(card);
    if (key === keys[0]) shown.push(...(pieces.get(key) ?? []));
  }
  for (const element of shown) element.classList.add("on");
  const first = document.getElementById(keys[0]);
  if (follow && first && panel.scrollHeight > panel.clientHeight) {
    const top = first.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTop += top - 12;
  }
}

for (const kind of ["pointerover", "focusin"]) {
  document.querySelector(".frozen").addEventListener(kind, (event) => {
    const piece = event.target.closest("[data-keys]");
    if (piece) show(piece.dataset.keys.split(" "), true);
  });
  panel.addEventListener(kind, (event) => {
    const card = event.target.closest(".card");
    if (card) show([card.id], false);
  });
}

// The words that the address asks for are shown with what was made of them.
const asked = document.querySelector("mark [data-keys]");
if (asked) show(asked.dataset.keys.split(" "), true);
