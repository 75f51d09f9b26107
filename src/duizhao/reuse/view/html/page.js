"use strict";
// j and k step through the passages, n and p through the documents; a click on one side brings the other one there.
(() => {
  const docs = [...document.querySelectorAll("details.facing")];
  const bar = document.querySelector(".bar");
  const keys = document.querySelector(".keys");
  const output = keys.querySelector("output");
  const help = document.getElementById("help");
  const button = keys.querySelector("button");
  const last = new Map(docs.map((doc) => [doc, doc.querySelectorAll(".chip").length]));
  let doc = docs[0] || null;
  let number = 0;
  let current = [];

  const panes = (of) => [...of.querySelectorAll(".text")];
  const pieces = (pane, at) => [...pane.querySelectorAll(`mark[data-p~="${at}"]`)];
  const top = (element) => element.getBoundingClientRect().top;

  function tell() {
    output.textContent = doc ? `第 ${docs.indexOf(doc) + 1} / ${docs.length} 份　${number} / ${last.get(doc)} 处` : "";
  }

  // The pane stays inside itself: the page does not move when a text is turned to a passage.
  function turn(pane, piece, place) {
    if (piece) pane.scrollTop += top(piece) - (place === undefined ? top(pane) + pane.clientHeight / 4 : place);
  }

  function select(chosen, at, from) {
    if (doc && doc !== chosen && !docs.every((each) => each.open)) doc.open = false;
    chosen.open = true;
    current.forEach((each) => each.classList.remove("current"));
    doc = chosen;
    number = at;
    current = [...doc.querySelectorAll(`mark[data-p~="${at}"], .chip[data-p="${at}"]`)];
    current.forEach((each) => each.classList.add("current"));
    const [left, right] = panes(doc);
    const isBeside = Math.abs(top(left) - top(right)) < 20;
    for (const pane of [left, right]) {
      if (from && pane.contains(from)) continue;
      turn(pane, pieces(pane, at)[0], from && isBeside ? top(from) : undefined);
    }
    if (!from) {
      const sides = doc.querySelector(".sides").getBoundingClientRect();
      const under = Math.max(0, bar.getBoundingClientRect().bottom) + 8;
      if (sides.top < under || sides.bottom > innerHeight) scrollBy(0, sides.top - under);
    }
    history.replaceState(null, "", at ? `#d${docs.indexOf(doc) + 1}-l${at}` : `#d${docs.indexOf(doc) + 1}`);
    tell();
  }

  function step(by) {
    if (!doc) return;
    const at = number + by;
    if (at >= 1 && at <= last.get(doc)) return select(doc, at);
    const next = docs[(docs.indexOf(doc) + by + docs.length) % docs.length];
    select(next, by > 0 ? 1 : last.get(next));
  }

  function leaf(by) {
    if (doc) select(docs[(docs.indexOf(doc) + by + docs.length) % docs.length], 1);
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
    j: () => step(1), k: () => step(-1), ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    n: () => leaf(1), p: () => leaf(-1), a: all, "?": explain, "？": explain,
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (Object.hasOwn(acts, event.key)) {
      event.preventDefault();
      acts[event.key]();
    }
  });

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#d']");
    const piece = event.target.closest("mark[data-p]");
    if (link && follow(link.hash)) event.preventDefault();
    else if (piece) select(piece.closest(".facing"), Number(piece.dataset.p.split(" ")[0]), piece);
  });

  // The address of a document, a passage or a problem: #d2, #d2-l3, #d2-lb1.
  function follow(hash) {
    const [, which, , problem, at] = /^#d(\d+)(-[lr](b?)(\d+))?$/.exec(hash) || [];
    const chosen = docs[Number(which) - 1];
    if (!chosen) return false;
    if (!problem) select(chosen, Number(at) || 1);
    else {
      select(chosen, 0);
      const ids = ["l", "r"].map((side) => `d${which}-${side}b${at}`);
      ids.map((id) => document.getElementById(id)).forEach((anchor, side) => turn(panes(chosen)[side], anchor));
    }
    return true;
  }

  button.addEventListener("click", explain);
  addEventListener("hashchange", () => follow(location.hash));
  keys.hidden = false;
  tell();
  follow(location.hash);
})();
