// Builds src/tallybook/report/static/: {app.js,app.css} of the report, {desk.js,desk.css} of the report over a server,
// app.licenses.txt and outline.json. The same sources give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { outline } from "./outline.mjs";

const out = process.argv[2] ?? new URL("../src/tallybook/report/static/", import.meta.url).pathname;

const at = (path) => new URL(path, import.meta.url).pathname;

const { metafile } = await build({
  entryPoints: { app: at("src/main.tsx"), desk: at("src/desk/served.tsx") },
  outdir: out,
  // What d3-scale names and nothing here uses.
  alias: {
    "d3-format": at("src/charts/number-format.ts"),
    "d3-interpolate": at("src/charts/interpolate.ts"),
    "d3-time-format": at("src/charts/time-format.ts"),
  },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: new URL(".", import.meta.url).pathname,
});

const world = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-110m.json", import.meta.url)));
writeFileSync(`${out}/outline.json`, JSON.stringify(outline(world)) + "\n");
writeFileSync(`${out}/app.licenses.txt`, licenses([...Object.keys(metafile.inputs), "node_modules/world-atlas/"]));

/** The licences of the packages whose code or data is in what was built. */
function licenses(inputs) {
  const names = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...names].sort().map((name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version } = JSON.parse(readFileSync(new URL("package.json", folder)));
    return `${name} ${version}\n\n${readFileSync(new URL("LICENSE", folder), "utf8").trim()}\n`;
  });
  return `What the script of the report holds of others.\n\n${texts.join("\n---\n\n")}`;
}
