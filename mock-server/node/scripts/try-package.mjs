// Usage: node scripts/try-package.mjs   (after npm run build)
// Packs the package twice, which must give the same bytes, installs it in an empty project, and runs the listings of its pages
// there: a listing with a file's name is written, one of a shell is run.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = ["../README.md", "../../../docs/node.md"];
const TOOLS = ["typescript", "vite", "vitest", "@types/node"];
const LISTING = /((?:^<!-- listing: [^\n]*-->\n)*)^```(\w*)\n(.*?)^```$/gms;

const folder = mkdtempSync(join(tmpdir(), "seedance-mock-"));
try {
  const project = install(packTwice());
  for (const page of PAGES) {
    console.log(`# ${page}`);
    tryPage(new URL(page, import.meta.url), project);
  }
  run(project, "npx tsc --init --strict --module nodenext --types node --target es2022 --lib es2022,esnext.disposable");
  run(project, "npx tsc --noEmit --skipLibCheck");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function packTwice() {
  const tarballs = ["one", "two"].map((name) => {
    const place = join(folder, name);
    run(
      fileURLToPath(new URL("..", import.meta.url)),
      `npm run --silent build && npm run --silent package -- "${place}"`,
    );
    return join(place, readdirSync(place)[0]);
  });
  if (!readFileSync(tarballs[0]).equals(readFileSync(tarballs[1]))) {
    throw new Error(`${tarballs.join(" and ")} differ, expected the same bytes`);
  }
  return tarballs[0];
}

/** Makes an empty project that has the package, and then what its users test with. */
function install(tarball) {
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const command = "npm install --save-dev --ignore-scripts --no-audit --no-fund --prefer-offline --silent";
  run(project, `${command} "${tarball}"`);
  const installed = readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."));
  if (installed.join() !== "seedance-mock") {
    throw new Error(`the package brought ${installed}, expected nothing but itself`);
  }
  run(project, `node --eval "require('seedance-mock').startMock"`); // a CommonJS project can use it, too
  run(project, `${command} ${TOOLS.map((tool) => `${tool}@${versionOf(tool)}`).join(" ")}`);
  return project;
}

function tryPage(page, project) {
  const markdown = readFileSync(page, "utf8");
  const listings = [...markdown.matchAll(LISTING)];
  if (listings.length === 0 || listings.length * 2 !== markdown.match(/^```/gm)?.length) {
    throw new Error(`${page} has ${listings.length} listings that can be read, expected one for each pair of fences`);
  }
  const place = mkdtempSync(join(project, "page-"));
  for (const [, notes, language, text] of listings) {
    runListing(place, notes, language, text);
  }
}

function runListing(place, notes, language, text) {
  const file = /listing: file (\S+)/.exec(notes)?.[1];
  if (file !== undefined) {
    writeFileSync(join(place, file), text);
  } else if (language === "sh") {
    if (!notes.includes("listing: not-run ")) {
      run(place, text);
    }
  } else {
    throw new Error(
      `a listing of '${language}' has no name, expected a note such as <!-- listing: file a.ts -->:\n${text}`,
    );
  }
}

function run(cwd, command) {
  console.log(`$ ${command.trim()}`);
  execFileSync("sh", ["-ec", command], { cwd, stdio: "inherit" });
}

function versionOf(tool) {
  return JSON.parse(readFileSync(new URL(`../node_modules/${tool}/package.json`, import.meta.url), "utf8")).version;
}
