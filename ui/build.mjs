// Builds src/tallybook/report/static/{app.js,app.css,outline.json}. The same sources give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { outline } from "./outline.mjs";

const out = process.argv[2] ?? new URL("../src/tallybook/report/static/", import.meta.url).pathname;

await build({
  entryPoints: { app: new URL("src/main.tsx", import.meta.url).pathname },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: new URL(".", import.meta.url).pathname,
});

const world = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-110m.json", import.meta.url)));
writeFileSync(`${out}/outline.json`, JSON.stringify(outline(world)) + "\n");
