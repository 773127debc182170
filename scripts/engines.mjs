// Unpacks old browser engines for tests/engines.rs, since a screen's player may be years behind: headless Chromium 80, 88 and 92, which
// npm's chrome-aws-lambda carries compressed. Each comes with the shared libraries that a bare machine lacks.
// Usage: node scripts/engines.mjs OUTDIR (makes OUTDIR/80/chromium, OUTDIR/80/lib/ and so on; silent when all are there).
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const [out] = process.argv.slice(2);
if (!out) throw new Error("usage: node scripts/engines.mjs OUTDIR");
const home = join(import.meta.dirname, "../tests/engines");
const packages = join(home, "node_modules");
const wanted = Object.keys(JSON.parse(readFileSync(join(home, "package.json"), "utf8")).dependencies);
const missing = wanted.map((name) => name.replace("chromium-", "")).filter((version) => !existsSync(join(out, version, "chromium")));

const timed = (what, work) => {
  const start = Date.now();
  console.log(`» ${what}`);
  work();
  console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
};

// npm writes its own record last: without it an installation is incomplete.
if (missing.length && !existsSync(join(packages, ".package-lock.json"))) {
  timed("installing old browser engines for the tests (140 MB, once)", () =>
    // Neither the driver that the packages ask for beside them nor a script of theirs: those would fetch yet another browser.
    execFileSync("npm", ["ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: home,
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
}

for (const version of missing) {
  timed(`unpacking Chromium ${version}`, () => {
    const packed = (name) => brotliDecompressSync(readFileSync(join(packages, `chromium-${version}`, "bin", `${name}.br`)));
    const untar = (name, into, ...members) => {
      mkdirSync(into, { recursive: true });
      execFileSync("tar", ["-x", "--no-same-owner", "-C", into, "-f", "-", ...members], { input: packed(name) });
    };
    // The engine's folder appears whole or not at all.
    const fresh = join(out, `.unpacking-${version}`);
    rmSync(fresh, { recursive: true, force: true });
    untar("aws.tar", fresh, "lib");
    untar("swiftshader.tar", join(fresh, "swiftshader"));
    writeFileSync(join(fresh, "chromium"), packed("chromium"), { mode: 0o755 });
    rmSync(join(out, version), { recursive: true, force: true });
    renameSync(fresh, join(out, version));
  });
}
