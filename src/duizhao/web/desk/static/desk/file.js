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
})();
