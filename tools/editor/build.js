// Bundles the editor for browsers of 2020, and gathers the licences of what is in it.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../../src/duizhao/web/desk/static/desk";

const made = await build({
  entryPoints: ["editor.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "chrome86",
  charset: "utf8",
  legalComments: "none",
  banner: { js: "/* CodeMirror 6 and what it needs, MIT: see editor.LICENSES.txt. Built by tools/editor. */" },
  outfile: `${TARGET}/editor.min.js`,
  metafile: true,
});

const names = new Set();
for (const path of Object.keys(made.metafile.inputs)) {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (found) names.add(found[1]);
}
const licences = [...names].sort().map((name) => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
writeFileSync(`${TARGET}/editor.LICENSES.txt`, licences.join(`\n${"-".repeat(80)}\n\n`));
