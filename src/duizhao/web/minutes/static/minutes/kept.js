"use strict";
// What is typed during a meeting is kept in this tab until the server has it: in order, nothing twice, nothing on disk.
(() => {
  const AGAIN = 3000, PATIENCE = 15000;
  const queue = [], refused = [];
  let sending = false, trouble = "";
  const waiting = document.getElementById("waiting");

  function key() {
    const bytes = new Uint8Array(12);
    window.crypto.getRandomValues(bytes);
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function labelOf(form, data, submitter) {
    const label = (submitter && submitter.getAttribute("aria-label")) || form.dataset.label || "";
    const text = data.get("text");
    return text ? `${label}：${text}` : label;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.classList.contains("kept") || event.defaultPrevented) return;
    event.preventDefault();
    const data = new FormData(form);
    if (event.submitter && event.submitter.name) data.append(event.submitter.name, event.submitter.value);
    const isNew = form.classList.contains("say");
    if (isNew) data.set("written_key", key());
    queue.push({ form: isNew ? form : null, address: form.action, data, label: labelOf(form, data, event.submitter), into: form.dataset.swap, back: form.dataset.refused });
    if (isNew) {
      form.elements.text.value = "";
      form.elements.about.value = "";
      form.elements.text.focus();
      const hints = document.getElementById("hints");
      if (hints) hints.textContent = "";
    } else if (form.dataset.refused) {
      form.classList.add("sent");
    }
    show();
    send();
  });

  function show() {
    if (!waiting) return;
    const kept = [...queue, ...refused];
    waiting.hidden = !kept.length || (!trouble && !refused.length);
    waiting.querySelector("p").textContent = trouble
      ? `${trouble}。下面 ${queue.length} 条留在这个页面里，接通后自动按次序送出；送出之前不要关这个页面。`
      : "下面的没有收下，请改过再记：";
    waiting.querySelector("ol").replaceChildren(...kept.map(line));
  }

  function line(each) {
    const item = document.createElement("li");
    item.textContent = each.label + (each.why ? `（${each.why}）` : "");
    if (each.why && each.form) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = "放回去改";
      button.addEventListener("click", () => putBack(each));
      item.append(" ", button);
    }
    return item;
  }

  function putBack(each) {
    const text = each.form.elements.text;
    if (text.value.trim() && !window.confirm("框里正打着的字会被换掉，先记下再放回。仍要放回？")) return;
    for (const [name, value] of each.data) {
      const field = each.form.elements[name];
      if (field && name !== "csrfmiddlewaretoken") field.value = value;
    }
    refused.splice(refused.indexOf(each), 1);
    show();
    text.focus();
  }

  async function send() {
    if (sending || !queue.length) return;
    sending = true;
    const each = queue[0];
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const headers = { "HX-Request": "true", "X-CSRFToken": token() };
      const answer = await fetch(each.address, { method: "POST", body: each.data, headers, redirect: "manual", signal: stop.signal });
      const words = await answer.text();
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        later("要重新登录：请在另一个标签页里登录");
      } else if (answer.status === 403) {
        await freshToken();
        later("正在重新接通");
      } else if (answer.ok || answer.status === 422 || answer.status === 409 || answer.status === 404) {
        queue.shift();
        trouble = "";
        taken(each, answer, words);
      } else {
        const isSaid = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
        later(isSaid ? words.replace(/。$/, "") : "服务器出了问题");
      }
    } catch (fault) {
      later(document.querySelector("header .end") ? "对照没有回答" : "服务器没有回答");
    } finally {
      clearTimeout(timer);
      sending = false;
      show();
    }
    if (!trouble) send();
  }

  function later(why) {
    trouble = why;
    setTimeout(send, AGAIN);
  }

  function taken(each, answer, words) {
    if (answer.status === 404) {
      refused.push({ ...each, why: "这次会议已经看不到，请把文字抄走" });
    } else if (!answer.ok && each.form) {
      const said = new DOMParser().parseFromString(words, "text/html").body.textContent;
      refused.push({ ...each, why: said.trim().replace(/\s+/g, " ") });
    } else {
      swap(answer.ok ? each.into : each.back || each.into, words, answer.ok && !each.back);
    }
  }

  function swap(into, words, isOnlyNews) {
    const old = document.querySelector(into);
    // A form that somebody is filling in stays: what the server has is shown when it is saved.
    if (!old) return;
    if (isOnlyNews && old.querySelector("form.kept:not(.sent) textarea")) {
      document.dispatchEvent(new CustomEvent("duizhao:say", { detail: "已记下；正在改的一条保存后，这里就看得到" }));
      return;
    }
    const made = document.createElement("template");
    made.innerHTML = words;
    const fresh = made.content.firstElementChild;
    if (!fresh) return;
    old.replaceWith(fresh);
    window.htmx.process(fresh);
  }

  function token() {
    return JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  }

  async function freshToken() {
    const page = await fetch(window.location.href, { redirect: "manual" });
    const found = new DOMParser().parseFromString(await page.text(), "text/html");
    const headers = found.body.getAttribute("hx-headers");
    if (headers) document.body.setAttribute("hx-headers", headers);
    for (const each of queue) each.data.delete("csrfmiddlewaretoken");
  }

  const isTyped = (area) => area.value.trim() && area.value !== area.defaultValue;
  window.addEventListener("beforeunload", (event) => {
    if (queue.length || refused.length || [...document.querySelectorAll("form.kept textarea")].some(isTyped)) {
      event.preventDefault();
      event.returnValue = "";
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form && event.target.form.classList.contains("kept")) {
      event.target.form.requestSubmit();
    }
  });

  // Hints for a criticism while it is typed: without them nothing is lost, so nothing is said where they do not come.
  let pause = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.form, hints = document.getElementById("hints");
    if (!hints || !form || !form.classList.contains("say")) return;
    clearTimeout(pause);
    pause = setTimeout(async () => {
      try {
        const answer = await fetch(hints.dataset.address, { method: "POST", body: new FormData(form), headers: { "X-CSRFToken": token() }, redirect: "manual" });
        const words = await answer.text();
        if (answer.ok && form.elements.text.value.trim()) hints.innerHTML = words;
        else hints.textContent = "";
      } catch (fault) {
        hints.textContent = "";
      }
    }, 600);
  });
})();
