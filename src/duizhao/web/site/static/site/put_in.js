"use strict";
// Files are dropped anywhere or chosen, go up a few at a time, and each becomes a row as soon as it is read.
(() => {
  const AT_ONCE = 3;
  const form = document.querySelector("form.put-in");
  const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
  const waiting = [];
  let running = 0;
  let total = 0;
  let failed = 0;
  let target = form.dataset.batch;
  // Where a page without a table goes once all are there.
  let page = form.dataset.then || "";

  const say = (words) => document.dispatchEvent(new CustomEvent("duizhao:say", { detail: words }));
  const rows = () => document.querySelector("#rows tbody");

  const line = document.createElement("p");
  line.className = "progress";
  line.setAttribute("role", "status");
  form.append(line);

  function tell() {
    const done = total - waiting.length - running;
    const missed = failed ? `，${failed} 份没有放进来` : "";
    line.textContent = done < total ? `正在读取：${done} / ${total}${missed}` : `已读取 ${total} 份${missed}`;
  }

  // Says that a script asks, so that a session that has ended leads the page away instead of ending in a row.
  async function post(address, body) {
    const headers = { "HX-Request": "true", "HX-Current-URL": location.href };
    const answer = await fetch(address, { method: "POST", body, headers });
    const away = answer.headers.get("X-Login") || answer.headers.get("HX-Redirect");
    if (away) location.assign(away);
    if (away || !answer.ok) throw new Error(away ? "" : await why(answer));
    return answer;
  }

  async function why(answer) {
    if (answer.status === 413) return "文件太大";
    const isSaid = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    return isSaid ? (await answer.text()).replace(/。$/, "") : "";
  }

  async function begin(name) {
    const body = new URLSearchParams({ name, csrfmiddlewaretoken: token });
    const answer = await post(form.dataset.begin, body);
    page = answer.url;
    target = `${page}put-in`;
  }

  async function putIn({ file, name, position }) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token);
    body.append("name", name);
    body.append("position", position);
    body.append("file", file, file.name);
    const answer = await post(target, body);
    const row = await answer.text();
    if (rows()) {
      rows().insertAdjacentHTML("beforeend", row);
      window.htmx.process(rows().lastElementChild);
      document.body.dispatchEvent(new CustomEvent("duizhao:row"));
    }
  }

  async function next() {
    if (running >= AT_ONCE || !waiting.length) return;
    running += 1;
    const one = waiting.shift();
    try {
      await putIn(one);
    } catch (fault) {
      failed += 1;
      say(`${one.name} 没有放进来：${(fault instanceof TypeError ? "" : fault.message) || "请再试一次"}`);
    }
    running -= 1;
    tell();
    if (waiting.length) next();
    else if (!running && page && total > failed) location.assign(page);
  }

  async function take(files) {
    if (!files.length) return;
    // As the person sees them in their folder: 2 before 10.
    files.sort((one, other) => one.name.localeCompare(other.name, "zh", { numeric: true }));
    const before = total + (rows() ? rows().rows.length : 0);
    files.forEach((file, at) => { file.position = before + at + 1; });
    total += files.length;
    waiting.push(...files);
    tell();
    try {
      if (!target) {
        const folder = files[0].name.split("/");
        await begin(folder.length > 1 ? folder[0] : files.length === 1 ? files[0].name : "");
      }
    } catch (fault) {
      waiting.length = 0;
      say(`没有放进来：${(fault instanceof TypeError ? "" : fault.message) || "请刷新这一页再试"}`);
      return;
    }
    for (let at = 0; at < AT_ONCE; at += 1) next();
  }

  form.querySelectorAll("input[data-files]").forEach((input) => input.addEventListener("change", () => {
    take([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
    input.value = "";
  }));

  function entriesIn(reader) {
    return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  }

  async function filesIn(entry) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [{ file, name: entry.fullPath.replace(/^\//, "") }];
    }
    const reader = entry.createReader();
    const found = [];
    // A folder is listed a hundred entries at a time.
    for (let some = await entriesIn(reader); some.length; some = await entriesIn(reader)) {
      for (const each of some) found.push(...await filesIn(each));
    }
    return found;
  }

  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    for (const entry of entries) found.push(...await filesIn(entry));
    take(found.filter(({ name }) => !/(^|\/)[.~]/.test(name)));
  });
})();
