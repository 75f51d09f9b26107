"use strict";
// Forms that destroy ask first; a failed swap says so.
(() => {
  document.addEventListener("submit", (event) => {
    const ask = event.target.dataset.ask;
    if (ask && !window.confirm(ask)) event.preventDefault();
  });

  function toast(words) {
    const line = document.createElement("p");
    line.textContent = words;
    document.getElementById("toasts").append(line);
    setTimeout(() => line.remove(), 8000);
  }

  document.addEventListener("htmx:responseError", () => toast("没有做成，请刷新这一页再试"));
  document.addEventListener("htmx:sendError", () => toast("对照没有回答：可能已经结束，请再双击一次"));
  document.addEventListener("duizhao:say", (event) => toast(event.detail));
})();
