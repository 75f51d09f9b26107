"use strict";
// ‹ ›, the arrows, j and k step through the findings that are shown; a finding leads to its words, and they lead back.
(() => {
  const keys = document.querySelector(".keys");
  const output = keys.querySelector("output");
  const sorts = [...document.querySelectorAll(".sort button")];
  let current = null;
  let here = null;

  const byId = (id) => document.getElementById(id);
  const isShown = (entry) => entry.getClientRects().length && !entry.closest("details:not([open])");
  const entries = () => [...document.querySelectorAll(".findings li[id]")].filter(isShown);
  const pieces = (entry) => [...document.querySelectorAll(`mark[data-f="${entry.id}"]`)];
  const paint = (entry, on) => [entry, ...pieces(entry)].forEach((each) => each.classList.toggle("current", on));

  function tell() {
    const all = entries();
    output.textContent = `${current ? all.indexOf(current) + 1 : 0} / ${all.length}`;
  }

  function select(entry) {
    if (current) paint(current, false);
    current = entry;
    for (let fold = entry; (fold = fold && fold.closest("details")); fold = fold.parentElement) fold.open = true;
    if (entry) {
      paint(entry, true);
      history.replaceState(null, "", `#${entry.id}`);
    }
    tell();
  }

  function toEntry(entry, isFocused) {
    select(entry);
    const list = entry.closest(".side") || entry.closest(".findings");
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    }
    if (isFocused) entry.querySelector(".go").focus({ preventScroll: true });
  }

  function toWords(entry, place) {
    toEntry(entry);
    if (here) here.classList.remove("here");
    here = place || pieces(entry)[0];
    if (!here) return;
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
  }

  // Where the entry covers the foot of a narrow screen, it goes back to its place in the list.
  function toList() {
    const entry = current || entries()[0];
    select(null);
    if (entry) entry.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const all = entries();
    const at = all.indexOf(current);
    const next = at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length;
    if (all.length) toWords(all[next]);
  }

  function leaf(by) {
    const all = [...document.querySelectorAll("article")];
    const at = all.findIndex((each) => each.getBoundingClientRect().bottom > innerHeight / 2);
    const next = all[at + by];
    if (next) next.scrollIntoView();
  }

  function sort(button) {
    sorts.forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
    const rank = (entry) => Number(entry.dataset[button.value]);
    for (const list of document.querySelectorAll(".findings")) {
      list.append(...[...list.children].sort((one, other) => rank(one) - rank(other)));
    }
    tell();
  }

  const acts = {
    j: () => step(1), k: () => step(-1), ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    n: () => leaf(1), p: () => leaf(-1), Escape: toList,
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.keys(acts).includes(event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });

  // The address of a finding or of one of its places: #f1-3, #m-f1-3-2.
  function follow(hash) {
    const target = byId(hash.slice(1));
    if (!target) return false;
    if (target.matches("mark")) {
      const link = document.querySelector(`a.n[data-m="${target.id}"]`);
      toWords(byId(target.dataset.f), target);
      if (link) link.focus({ preventScroll: true });
    } else if (target.matches(".findings li")) toEntry(target, true);
    return target.matches("mark, .findings li");
  }

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const piece = event.target.closest("mark");
    const entry = event.target.closest(".findings li[id]");
    if (link) {
      if (follow(link.getAttribute("href"))) event.preventDefault();
    } else if (piece) toEntry(byId(piece.dataset.f), true);
    else if (entry && !event.target.closest("summary")) toWords(entry);
  });

  document.querySelectorAll("input.box").forEach((box) => box.addEventListener("change", () => {
    if (current && !isShown(current)) select(null);
    tell();
  }));
  document.querySelectorAll("details").forEach((fold) => fold.addEventListener("toggle", tell));
  sorts.forEach((button) => button.addEventListener("click", () => sort(button)));
  keys.querySelectorAll("button[data-step]").forEach((button) =>
    button.addEventListener("click", () => step(Number(button.dataset.step))));
  keys.querySelector("button.list").addEventListener("click", toList);
  addEventListener("hashchange", () => follow(location.hash));
  document.querySelectorAll("[data-script]").forEach((each) => { each.hidden = false; });
  tell();
  follow(location.hash);
})();
