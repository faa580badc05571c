// The version comes from one place: the POM of the whole project.
import { readFileSync } from "node:fs";

/** Returns the version of the project, such as 0.1.0-SNAPSHOT. */
export function mavenVersion() {
  const pom = readFileSync(new URL("../../../pom.xml", import.meta.url), "utf8");
  const version = /^ {2}<version>(.*)<\/version>$/m.exec(pom)?.[1];
  if (version === undefined) {
    throw new Error("there is no version in pom.xml, expected one right below <project>");
  }
  return version;
}

/** Returns the same version for npm: a snapshot is the prerelease `dev`, which no range takes unasked. */
export function npmVersion(version = mavenVersion()) {
  const [, number, snapshot] = /^(\d+\.\d+\.\d+)(-SNAPSHOT)?$/.exec(version) ?? [];
  if (number === undefined) {
    throw new Error(`the version in pom.xml is '${version}', expected one such as 0.1.0 or 0.1.0-SNAPSHOT`);
  }
  return snapshot === undefined ? number : `${number}-dev`;
}
