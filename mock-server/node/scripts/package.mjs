// Usage: node scripts/package.mjs [FOLDER]   (after npm run build; FOLDER is target/ unless given)
// Packs what is shipped: a copy of this folder whose package.json has the project's version and nothing of development.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { npmVersion } from "./version.mjs";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const staged = path("target/package");
rmSync(staged, { recursive: true, force: true });
for (const folder of ["dist", "server"]) {
  cpSync(path(folder), `${staged}/${folder}`, { recursive: true });
}
copyFileSync(path("README.md"), `${staged}/README.md`);
copyFileSync(path("../../LICENSE"), `${staged}/LICENSE`);

const { private: _, scripts, devDependencies, ...shipped } = JSON.parse(readFileSync(path("package.json"), "utf8"));
writeFileSync(`${staged}/package.json`, `${JSON.stringify({ ...shipped, version: npmVersion() }, null, 2)}\n`);

const folder = process.argv[2] ?? path("target");
mkdirSync(folder, { recursive: true });
execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder, staged], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
