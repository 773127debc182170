// Makes the built loaders and modules smaller. wasm-bindgen's names, each with a hash of sixteen random digits, stand in both files and
// do not compress: they get short ones. What the loader never calls (classes of libraries that nobody uses) goes from both.
// Usage: node scripts/shrink.mjs DIST (run by Trunk's hook, before the pages are rendered).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

const [dist] = process.argv.slice(2);
const find = (prefix, ending) => {
  const found = readdirSync(dist).filter((name) => name.startsWith(prefix) && name.endsWith(ending));
  if (found.length !== 1) throw new Error(`one file ${prefix}*${ending} is expected in ${dist}, not ${found.length}`);
  return join(dist, found[0]);
};
// The same features as in index.html.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

const shrink = async (js, wasm) => {
  const binaryen = (tool, ...args) =>
    execFileSync(join(import.meta.dirname, "../node_modules/.bin", tool), [...features.map((f) => `--enable-${f}`), wasm, "-o", wasm, ...args], { encoding: "utf8" });

  const renamed = JSON.parse(binaryen("wasm-opt", "--minify-imports-and-exports-and-modules"));
  const imports = new Map(renamed.imports.map(([, long, short]) => [long, short]));
  const exports = new Map(renamed.exports);

  let code = readFileSync(js, "utf8");
  // Every function that the module may ask for has its place in one object of the loader.
  code = code.replace(/^        (\w+): (function[^]*?^        \}(?:, arguments\); \})?,\n)/gm, (_, long, rest) => {
    const short = imports.get(long);
    imports.delete(long);
    return short === undefined ? "" : `        ${JSON.stringify(short)}: ${rest}`;
  });
  if (imports.size) throw new Error(`not in the loader: ${[...imports.keys()]}`);
  code = code.replace(/"\.\/[\w-]+_bg\.js": import0/, '"a": import0');
  code = code.replace(/\bwasm\.(\w+)\b/g, (whole, long) => (exports.has(long) ? `wasm[${JSON.stringify(exports.get(long))}]` : whole));
  // The page starts the loader by its default export; the classes beside it are for others to call.
  code = code.replace(/^export class (\w+) \{[^]*?^\}\n(?:if \(Symbol\.dispose\) .*\n)?/gm, "");
  code = code.replace(/^const \w+Finalization = [^]*?;\n/gm, "").replace(/export \{ initSync, (\w+) as default \};/, "export { $1 as default };");
  const { code: small } = await minify(code, { module: true, compress: { passes: 3, drop_console: ["warn"] } });
  if (!/export\s*\{\s*\w+ as default/.test(small)) throw new Error("the loader has no default export");
  writeFileSync(js, small);

  const called = renamed.exports.map(([, short]) => short).filter((short) => new RegExp(`(\\.${short.replace("$", "\\$")}\\b)|(\\["${short.replace("$", "\\$")}"\\])`).test(small));
  const graph = join(dist, ".called.json");
  writeFileSync(graph, JSON.stringify([{ name: "loader", root: true, reaches: called }, ...renamed.exports.map(([, short]) => ({ name: short, export: short }))]));
  try {
    binaryen("wasm-metadce", "--graph-file", graph);
    // Restructuring the control flow between two rounds gains another half a kilobyte; the notes of the compilers are for tools before this.
    binaryen("wasm-opt", "--flatten", "--rereloop", "-Os", "-Oz", "--reorder-functions", "--strip-producers", "--strip-target-features");
  } finally {
    rmSync(graph);
  }
};

await shrink(find("bluezone-map-", ".js"), find("bluezone-map-", "_bg.wasm"));
// Trunk gives hashed names to one module alone; whatever may be cached for ever needs one.
for (const name of ["bluezone-led", "bluezone-embed"]) {
  const files = [find(name, ".js"), find(name, "_bg.wasm")];
  await shrink(...files);
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  const start = join(dist, `${name}-${hash.digest("hex").slice(0, 16)}`);
  files.forEach((path) => renameSync(path, path.endsWith(".js") ? `${start}.js` : `${start}_bg.wasm`));
}
