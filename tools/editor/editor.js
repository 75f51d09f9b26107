// The editor of a statement: CodeMirror 6 in a shadow root, so that its styles are constructed sheets, which the policy
// of the site allows. `duizhaoEditor(host, {text, label, changed, took})` returns what the page calls.
import { history, historyKeymap, defaultKeymap } from "@codemirror/commands";
import { nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";

const WORDS = {
  "Control character": "看不见的字符",
  "Diagnostics": "问题",
  "No diagnostics": "没有问题",
  "close": "关闭",
  "Close": "关闭",
  "Selection deleted": "已删去选中的字",
};

const underline = (colour, kind) => ({
  backgroundImage: "none",
  textDecoration: `underline ${kind} var(${colour})`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "4px",
});

const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-scroller": { fontFamily: "var(--serif)", fontSize: "18px", lineHeight: "2", overflow: "auto" },
  ".cm-content": { padding: "16px 8px", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--soft)", border: "0", fontSize: "11px", fontFamily: "var(--sans)" },
  ".cm-lineNumbers .cm-gutterElement": { lineHeight: "36px", minWidth: "32px" },
  ".cm-lintRange": { paddingBottom: "0" },
  ".cm-lintRange-error": { ...underline("--error", "wavy"), backgroundColor: "var(--error-tint)" },
  ".cm-lintRange-warning": { ...underline("--warning", "dashed"), backgroundColor: "var(--warning-tint)" },
  ".cm-lintRange-info": underline("--hint", "dotted"),
  ".cm-lintPoint:after": { borderBottomColor: "var(--error)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: "4px",
    maxWidth: "24rem", fontFamily: "var(--sans)", fontSize: "14px", lineHeight: "1.6" },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--error)" },
  ".cm-diagnostic-warning": { borderLeft: "4px solid var(--warning)" },
  ".cm-diagnostic-info": { borderLeft: "4px solid var(--hint)" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--paper)", font: "inherit", padding: "2px 10px",
    borderRadius: "4px", margin: "4px 0 0", display: "block" },
});

const SEVERITIES = { error: "error", warning: "warning", hint: "info" };

window.duizhaoEditor = (host, { text, label, changed }) => {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        lineNumbers(),
        drawSelection(),
        highlightSpecialChars(),
        EditorView.lineWrapping,
        EditorState.phrases.of(WORDS),
        EditorView.contentAttributes.of({ "aria-label": label, lang: "zh-CN", spellcheck: "false" }),
        keymap.of([...defaultKeymap, ...historyKeymap, { key: "F8", run: nextDiagnostic }]),
        EditorView.updateListener.of((update) => { if (update.docChanged) changed(); }),
        LOOK,
      ],
    }),
  });

  const take = (edits) => view.dispatch({ changes: edits, userEvent: "input.fix" });

  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    take,
    go: (from, to) => {
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    mark: (findings) => {
      const room = view.state.doc.length;
      const shown = findings.filter((each) => each.to <= room).map((each) => ({
        from: each.from,
        to: each.to,
        severity: SEVERITIES[each.severity],
        message: `${each.title}：${each.message}`,
        actions: each.edits.length ? [{ name: each.fix, apply: () => take(each.edits) }] : [],
      }));
      view.dispatch(setDiagnostics(view.state, shown));
    },
  };
};
