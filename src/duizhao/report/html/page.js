"use strict";
// j and k step through the findings that the filter leaves; a click in the text leads to the list.
(() => {
  const keys = document.querySelector(".keys");
  const output = keys.querySelector("output");
  let current = null;

  const entries = () =>
    [...document.querySelectorAll(".findings > li")].filter((entry) => entry.offsetParent);
  const pieces = (entry) => document.querySelectorAll(`mark[data-f="${entry.id}"]`);

  function select(entry, scroll) {
    if (current) {
      current.classList.remove("current");
      pieces(current).forEach((piece) => piece.classList.remove("current"));
    }
    current = entry;
    entry.classList.add("current");
    pieces(entry).forEach((piece) => piece.classList.add("current"));
    const all = entries();
    output.textContent = `${all.indexOf(entry) + 1} / ${all.length}`;
    history.replaceState(null, "", `#${entry.id}`);
    const list = entry.parentElement;
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTop = entry.offsetTop - list.clientHeight / 3;
    }
    const place = pieces(entry)[0];
    if (scroll && place) place.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const all = entries();
    if (!all.length) return;
    const at = all.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    select(all[next], true);
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  addEventListener("click", (event) => {
    if (event.target.closest(".source a, .same a, .related a")) return;
    const entry = event.target.closest(".findings > li");
    const piece = event.target.closest("mark, a.n");
    if (entry) {
      event.preventDefault();
      select(entry, true);
    } else if (piece) {
      event.preventDefault();
      const id = piece.dataset.f || piece.getAttribute("href").slice(1);
      const chosen = document.getElementById(id);
      if (chosen && chosen.offsetParent) select(chosen, false);
    }
  });

  function follow() {
    const target = document.getElementById(location.hash.slice(1).replace(/^m-/, ""));
    if (target && target.matches(".findings > li")) select(target, true);
  }

  function count() {
    const all = entries();
    output.textContent = `${current ? all.indexOf(current) + 1 : 0} / ${all.length}`;
  }

  document.querySelectorAll("input.box").forEach((box) => box.addEventListener("change", count));
  addEventListener("hashchange", follow);
  keys.hidden = false;
  count();
  follow();
})();
