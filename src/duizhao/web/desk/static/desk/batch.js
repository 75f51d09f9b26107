"use strict";
// Rows are chosen: all at once, a stretch with Shift; the count is shown; the choice outlives a sorted or filtered table.
(() => {
  const boxes = () => [...document.querySelectorAll("#rows input[name=chosen]")];
  let last = null;
  let kept = new Set();

  function tell() {
    const all = boxes();
    // Named here: written into each row, the names would double the page.
    all.forEach((box) => {
      if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", `选中 ${box.closest("tr").querySelector(".name").innerText}`);
    });
    const count = all.filter((box) => box.checked).length;
    const line = document.querySelector(".chosen output");
    if (!line) return;
    line.textContent = count ? line.dataset.some.replace("#", count) : line.dataset.all;
    const every = document.querySelector("[data-choose-all]");
    every.checked = count > 0 && count === all.length;
    every.indeterminate = count > 0 && count < all.length;
    document.querySelectorAll("[data-needs-choice]").forEach((button) => { button.disabled = !count; });
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-choose-all]")) {
      boxes().forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.matches("[data-choose-all], input[name=chosen]")) tell();
  });

  document.addEventListener("click", (event) => {
    if (!event.target.matches("#rows input[name=chosen]")) return;
    const all = boxes();
    const now = all.indexOf(event.target);
    const before = all.indexOf(last);
    if (event.shiftKey && before >= 0) {
      all.slice(Math.min(now, before), Math.max(now, before) + 1).forEach((box) => { box.checked = event.target.checked; });
      tell();
    }
    last = event.target;
  });

  document.addEventListener("htmx:beforeSwap", () => {
    kept = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
  });
  document.addEventListener("htmx:afterSettle", () => {
    boxes().forEach((box) => { if (kept.has(box.value)) box.checked = true; });
    tell();
  });

  // The names of the aspects stand once on the page, the marks in each row.
  document.addEventListener("mouseover", (event) => {
    const cell = event.target.closest && event.target.closest("#rows td:nth-child(5)");
    const marks = cell && cell.querySelector("i");
    if (!marks || cell.dataset.named) return;
    const campaign = cell.previousElementSibling.innerText;
    const names = [...document.querySelectorAll("#aspects li")].find((each) => each.dataset.campaign === campaign);
    if (!names) return;
    const all = names.textContent.split("|");
    cell.title = [...marks.textContent].map((mark, at) => `${mark === "●" ? "有" : "没有"}：${all[at]}`).join("\n");
    cell.dataset.named = "";
  });

  // A menu closes when something in it was done, or something else is clicked.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target) || event.target.closest("button")) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.body.addEventListener("duizhao:row", tell);
  tell();
})();
