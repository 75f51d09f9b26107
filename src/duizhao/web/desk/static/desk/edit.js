"use strict";
// Words typed in the page: kept on the server while they are typed, checked within a second of a pause, saved as a
// version. Without the editor a plain field does the same.
(() => {
  const PAUSE = 600;
  const form = document.querySelector("form.edit");
  const field = form.querySelector("textarea");
  const host = document.querySelector(".editor");
  const list = document.querySelector(".found");
  const state = form.querySelector("output");
  const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
  const version = form.querySelector("input[name=version]").value;
  let timer = 0;
  let asked = 0;
  let isSaving = false;
  let isDirty = form.dataset.dirty === "true";

  const plain = {
    text: () => field.value,
    focus: () => field.focus(),
    go: (from, to) => { field.focus(); field.setSelectionRange(from, to); },
    take: (edits) => {
      [...edits].sort((one, other) => other.from - one.from).forEach((each) =>
        field.setRangeText(each.insert, each.from, each.to, "end"));
      changed();
    },
    mark: () => {},
  };

  function words(findings, count) {
    const rest = count > findings.length ? `，下面列出 ${findings.length} 处` : "";
    return count ? `${count} 处${rest}` : "没有发现问题";
  }

  function show(findings, count) {
    document.querySelector(".found-count").textContent = words(findings, count);
    list.replaceChildren(...findings.map((each) => {
      const entry = document.createElement("li");
      entry.className = `s-${each.severity}`;
      const go = document.createElement("button");
      go.type = "button";
      go.className = "go";
      const level = document.createElement("b");
      level.className = "severity";
      level.textContent = each.level;
      const title = document.createElement("b");
      title.textContent = each.title;
      const where = document.createElement("span");
      where.className = "where";
      where.textContent = each.where;
      go.append(level, title, where);
      go.addEventListener("click", () => editor.go(each.from, each.to));
      const said = document.createElement("p");
      said.textContent = each.message;
      entry.append(go, said);
      if (each.edits.length) {
        const fix = document.createElement("button");
        fix.type = "button";
        fix.className = "button";
        fix.textContent = each.fix;
        fix.addEventListener("click", () => editor.take(each.edits));
        entry.append(fix);
      }
      return entry;
    }));
  }

  async function check() {
    const text = editor.text();
    const mine = asked += 1;
    const body = new URLSearchParams({ text, version, csrfmiddlewaretoken: token });
    try {
      const answer = await fetch(form.dataset.check, { method: "POST", body });
      if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
      const { findings, count, saved, overtaken, why } = await answer.json();
      // Only the newest answer counts, and only for the words it is about.
      if (mine !== asked || text !== editor.text()) return;
      if (why) {
        state.textContent = why;
        return;
      }
      isDirty = !saved;
      state.textContent = overtaken ? "草稿已记下；这份材料在别处改过，保存前请先看看" : saved ? "" : "草稿已记下，还没有保存成新的一稿";
      editor.mark(findings);
      show(findings, count);
    } catch (fault) {
      if (mine === asked) state.textContent = "没有记下：对照没有回答，请先不要关掉这一页";
    }
  }

  function changed() {
    isDirty = true;
    state.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  function made() {
    if (!window.duizhaoEditor) return plain;
    try {
      const editor = window.duizhaoEditor(host, { text: field.value, label: "材料的文字", changed });
      host.hidden = false;
      field.hidden = true;
      return editor;
    } catch (fault) {
      return plain;
    }
  }

  const editor = made();
  field.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    field.value = editor.text();
    isSaving = true;
  });
  addEventListener("beforeunload", (event) => {
    if (isSaving || !isDirty) return;
    event.preventDefault();
    event.returnValue = "";
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.querySelector("button[type=submit]").click();
    }
  });
  check();
})();
