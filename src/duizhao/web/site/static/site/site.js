"use strict";
// Forms that destroy ask first; a failed swap says so.
(() => {
  document.addEventListener("submit", (event) => {
    const ask = event.target.dataset.ask;
    if (ask && !window.confirm(ask)) event.preventDefault();
  });

  // On a narrow screen the parts of a meeting stand in one line: the one that is shown may be far to the right.
  const here = document.querySelector("nav.parts a[aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });

  // A second click before the answer is there would do it twice. On the window: whatever else takes a form has taken it.
  const TWICE = 3000;
  window.addEventListener("submit", (event) => {
    const button = event.submitter || event.target;
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (button.getAttribute("aria-busy")) return event.preventDefault();
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), TWICE);
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

  // After a login in another tab the token of this page no longer counts: a fresh one, and what is typed stays.
  async function renewToken() {
    const page = await fetch(window.location.href, { redirect: "manual" });
    const headers = new DOMParser().parseFromString(await page.text(), "text/html").body.getAttribute("hx-headers");
    if (!headers) return toast("登录已经到期。请另开一个标签页登录，再回到这里做一次；填的还在这一页");
    document.body.setAttribute("hx-headers", headers);
    const token = JSON.parse(headers)["X-CSRFToken"];
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    toast("已经重新接通，请再点一次；填的还在这一页");
  }

  // An answer that brings its own words has said them already.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 403) renewToken();
    else if (!event.detail.xhr.getResponseHeader("HX-Trigger")) toast("没有做成，请刷新这一页再试");
  });
  document.addEventListener("htmx:sendError", () => toast(document.querySelector("header .end") ? "对照没有回答：可能已经结束，请再双击一次" : "服务器没有回答，请过一会儿再试"));
  document.addEventListener("duizhao:say", (event) => toast(event.detail.words || event.detail, event.detail.undo));
})();
