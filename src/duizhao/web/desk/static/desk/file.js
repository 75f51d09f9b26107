"use strict";
// Keys and clicks in a form of a card belong to the form: they neither step through findings nor lead to the words.
(() => {
  const TYPED = "input:not(.box), textarea, select, [contenteditable], .editor";
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && event.target.closest(TYPED)) event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".judge")) event.stopPropagation();
  });

  // A file dropped on the page is the next version, once the person says so.
  const next = document.getElementById("next-version");
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!next || event.dataTransfer.files.length !== 1) return;
    next.files = event.dataTransfer.files;
    next.closest("details").open = true;
    next.closest("form").querySelector("button").focus();
  });
})();
