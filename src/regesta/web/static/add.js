// Files dropped anywhere on the page are added; while they are read the page looks how far that is.
"use strict";

const drop = document.getElementById("drop");
if (drop) {
  const files = document.getElementById("files");
  const chosen = document.getElementById("chosen");
  const form = document.getElementById("files-form");
  const list = () => chosen.replaceChildren(...[...files.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  }));
  files.addEventListener("change", list);
  document.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
    list();
    form.requestSubmit();
  });
}

const reading = document.getElementById("reading");
if (reading) {
  const look = async () => {
    const answer = await fetch(reading.dataset.status, { headers: { Accept: "application/json" } });
    if (!answer.ok) { location.reload(); return; }
    const status = await answer.json();
    document.getElementById("read").textContent = status.read;
    document.getElementById("bar").value = status.read;
    if (status.state === "done") location.reload();
    else setTimeout(look, 700);
  };
  setTimeout(look, 300);
}
