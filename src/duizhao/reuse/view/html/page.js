"use strict";
// n and p step through the differences, j and k through the passages, ] and [ through the pairs, and so do the buttons;
// a click on one side brings the other one there.
(() => {
  const docs = [...document.querySelectorAll("details.facing")];
  const bar = document.querySelector(".bar");
  const keys = document.querySelector(".keys");
  const help = document.getElementById("help");
  const button = keys.querySelector('[data-key="?"]');
  const outputs = Object.fromEntries(
    [...keys.querySelectorAll(".step")].map((step) => [step.dataset.kind, step.querySelector("output")]));
  const last = (of, kind) => Number(of.dataset[kind === "p" ? "passages" : "changes"]);
  let doc = docs[0] || null;
  let at = { p: 0, x: 0 };
  let current = [];

  const panes = (of) => [...of.querySelectorAll(".text")];
  const first = (pane, kind, number) => pane.querySelector(`[data-${kind}~="${number}"]`);
  const top = (element) => element.getBoundingClientRect().top;

  function tell() {
    outputs.change.textContent = doc ? `${at.x}/${last(doc, "x")}` : "";
    outputs.passage.textContent = doc ? `${at.p}/${last(doc, "p")}` : "";
    if (outputs.pair) outputs.pair.textContent = doc ? `${docs.indexOf(doc) + 1}/${docs.length}` : "";
  }

  // The pane stays inside itself: the page does not move when a text is turned to a passage.
  function turn(pane, piece, place) {
    if (piece) pane.scrollTop += top(piece) - (place === undefined ? top(pane) + pane.clientHeight / 4 : place);
  }

  // Bring a passage (p) or a difference (x) into view on both sides, except where it was clicked.
  function select(chosen, kind, number, from) {
    if (doc && doc !== chosen && !docs.every((each) => each.open)) doc.open = false;
    chosen.open = true;
    current.forEach((each) => each.classList.remove("current"));
    if (doc !== chosen) at = { p: 0, x: 0 };
    doc = chosen;
    at[kind] = number;
    const [left, right] = panes(doc);
    const places = [left, right].map((pane) => first(pane, kind, number));
    if (kind === "x" && places[0] && places[0].dataset.p) at.p = Number(places[0].dataset.p.split(" ")[0]);
    if (kind === "p") at.x = before(left, number);
    current = [...doc.querySelectorAll(`.text [data-${kind}~="${number}"], .chip[data-p="${at.p}"]`)];
    current.forEach((each) => each.classList.add("current"));
    const isBeside = Math.abs(top(left) - top(right)) < 20;
    [left, right].forEach((pane, side) => {
      if (!from || !pane.contains(from)) turn(pane, places[side], from && isBeside ? top(from) : undefined);
    });
    if (!from) {
      const sides = doc.querySelector(".sides").getBoundingClientRect();
      const isFixed = getComputedStyle(bar).position === "sticky";
      const under = (isFixed ? Math.max(0, bar.getBoundingClientRect().bottom) : 0) + 8;
      if (sides.top < under || sides.bottom > innerHeight) scrollBy(0, sides.top - under);
    }
    history.replaceState(null, "", `#d${docs.indexOf(doc) + 1}${number && kind === "p" ? `-l${number}` : ""}`);
    tell();
  }

  // The number of the last difference in front of a passage: the next one is its first.
  function before(pane, number) {
    let found = 0;
    for (const piece of pane.querySelectorAll(`[data-p~="${number}"], [data-x]`)) {
      if (piece.matches(`[data-p~="${number}"]`)) break;
      found = Number(piece.dataset.x.split(" ").pop());
    }
    return found;
  }

  const neighbour = (by) => docs[(docs.indexOf(doc) + by + docs.length) % docs.length];

  function step(kind, by) {
    if (!doc) return;
    const number = at[kind] + by;
    if (number >= 1 && number <= last(doc, kind)) return select(doc, kind, number);
    // On to the next pair that has any.
    let next = doc;
    do next = docs[(docs.indexOf(next) + by + docs.length) % docs.length];
    while (next !== doc && !last(next, kind));
    if (last(next, kind)) select(next, kind, by > 0 ? 1 : last(next, kind));
  }

  // Where the page has one pair alone, the others have pages of their own.
  function leaf(by) {
    const link = document.querySelector(`a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (link) location.assign(link.href);
    else if (doc && docs.length > 1) select(neighbour(by), "p", 1);
  }

  function explain() {
    help.hidden = !help.hidden;
    button.setAttribute("aria-expanded", String(!help.hidden));
  }

  function all() {
    const open = !docs.every((each) => each.open);
    docs.forEach((each) => { each.open = open || each === doc; });
  }

  const acts = {
    n: () => step("x", 1), p: () => step("x", -1),
    j: () => step("p", 1), k: () => step("p", -1), ArrowRight: () => step("p", 1), ArrowLeft: () => step("p", -1),
    "]": () => leaf(1), "[": () => leaf(-1), "】": () => leaf(1), "【": () => leaf(-1), a: all, "?": explain, "？": explain,
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (Object.keys(acts).includes(event.key)) {
      event.preventDefault();
      acts[event.key]();
    }
  });

  addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-key]");
    const link = event.target.closest("a[href^='#d']");
    const piece = event.target.closest(".text [data-p]");
    if (pressed) acts[pressed.dataset.key]();
    else if (link && follow(link.hash)) event.preventDefault();
    else if (piece) {
      const kind = piece.dataset.x ? "x" : "p";
      select(piece.closest(".facing"), kind, Number(piece.dataset[kind].split(" ")[0]), piece);
    }
  });

  // The address of a pair, a passage or a problem: #d2, #d2-l3, #d2-lb1.
  function follow(hash) {
    const [, which, , problem, number] = /^#d(\d+)(-[lr](b?)(\d+))?$/.exec(hash) || [];
    const chosen = docs[Number(which) - 1];
    if (!chosen) return false;
    if (!problem) select(chosen, "p", Number(number) || 1);
    else {
      select(chosen, "p", 0);
      const ids = ["l", "r"].map((side) => `d${which}-${side}b${number}`);
      ids.map((id) => document.getElementById(id)).forEach((anchor, side) => turn(panes(chosen)[side], anchor));
    }
    return true;
  }

  addEventListener("hashchange", () => follow(location.hash));
  keys.hidden = false;
  tell();
  follow(location.hash);
})();
