"use strict";
// The code of a slip comes behind #, which no browser sends; a page with a receipt is not left by mistake.
(() => {
  const code = document.getElementById("code");
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }
  let leaves = false;
  document.addEventListener("submit", (event) => {
    leaves = true;
    const button = event.target.querySelector("button.main");
    // After the form has its values: a second click sends nothing.
    if (button) setTimeout(() => { button.disabled = true; });
  });
  const writing = document.querySelector("form.writing");
  const left = document.querySelector(".left");
  const written = () => [...writing.querySelectorAll("textarea")].reduce((sum, each) => sum + each.value.length, 0);
  if (writing) {
    writing.addEventListener("input", () => { left.textContent = `，还能写 ${left.dataset.most - written()} 字`; });
  }
  window.addEventListener("beforeunload", (event) => {
    const stays = document.querySelector("[data-stay]") || (writing && written());
    if (stays && !leaves) { event.preventDefault(); event.returnValue = ""; }
  });
  window.addEventListener("pageshow", () => {
    leaves = false;
    document.querySelectorAll("button:disabled").forEach((each) => { each.disabled = false; });
  });
})();
