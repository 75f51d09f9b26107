"use strict";
// Forms that destroy ask first; a failed swap says so.
(() => {
  document.addEventListener("submit", (event) => {
    const ask = event.target.dataset.ask;
    if (ask && !window.confirm(ask)) event.preventDefault();
  });

  function toast(words, undo) {
    const line = document.createElement("p");
    line.textContent = words;
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "撤销";
      button.addEventListener("click", () => {
        const values = { ...Object.fromEntries(new FormData(document.getElementById("chosen"))), keys: undo.keys };
        window.htmx.ajax("POST", undo.address, { target: "#table", swap: "outerHTML", values });
        line.remove();
      });
      line.append(" ", button);
    }
    document.getElementById("toasts").append(line);
    setTimeout(() => line.remove(), undo ? 20000 : 8000);
  }

  // An answer that brings its own words has said them already.
  document.addEventListener("htmx:responseError", (event) => {
    if (!event.detail.xhr.getResponseHeader("HX-Trigger")) toast("没有做成，请刷新这一页再试");
  });
  document.addEventListener("htmx:sendError", () => toast(document.querySelector("header .end") ? "对照没有回答：可能已经结束，请再双击一次" : "服务器没有回答，请过一会儿再试"));
  document.addEventListener("duizhao:say", (event) => toast(event.detail.words || event.detail, event.detail.undo));
})();
