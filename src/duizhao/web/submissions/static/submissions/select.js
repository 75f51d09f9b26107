"use strict";
// Words that are selected in the text are the place of a comment, or of an answer to what was asked.
(() => {
  const forms = [...document.querySelectorAll("form[data-place]")];
  if (!forms.length) return;

  // A place as the server counts it: the line, and the characters before it, not the units of UTF-16.
  function at(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element && element.closest(".sheet p[data-line]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return `${line.dataset.line}:${Array.from(before.toString()).length}`;
  }

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = at(range.startContainer, range.startOffset);
    const end = at(range.endContainer, range.endOffset);
    if (!start || !end) return;
    for (const form of forms) {
      form.elements.start.value = start;
      form.elements.end.value = end;
      form.elements.quote.value = selection.toString().trim().slice(0, 400);
      if (form.parentElement.matches("details.add")) form.parentElement.open = true;
    }
  });

  // Words that are typed, or a paragraph that is pressed, count instead of what was selected before.
  for (const form of forms) {
    const forget = () => { form.elements.start.value = form.elements.end.value = ""; };
    form.elements.quote.addEventListener("input", forget);
    form.querySelectorAll("button[data-line]").forEach((button) => button.addEventListener("click", () => {
      forget();
      form.elements.quote.value = "";
    }));
  }
})();
