// Comforts only: without this script the same links open the same pages.
"use strict";

const pane = document.createElement("dialog");
pane.setAttribute("aria-label", "The passage");
document.body.append(pane);

document.addEventListener("click", async event => {
  const link = event.target.closest("a.passage");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const article = page.querySelector("article.document");
    if (!article) throw new Error("no document");
    const close = document.createElement("form");
    close.method = "dialog";
    close.append(Object.assign(document.createElement("button"), { textContent: "Close" }));
    pane.replaceChildren(close, document.adoptNode(article));
    pane.showModal();
    pane.querySelector("#cited")?.scrollIntoView({ block: "center" });
  } catch {
    location.assign(link.href);
  }
});

pane.addEventListener("click", event => { if (event.target === pane) pane.close(); });

document.addEventListener("keydown", event => {
  const field = document.getElementById("q");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field || pane.open || event.target.closest("input, textarea")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
