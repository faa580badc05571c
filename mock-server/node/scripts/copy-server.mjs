// Usage: node scripts/copy-server.mjs   (SERVER_JAR names the jar of another place)
// Copies the runnable jar that Maven has built to where the package carries it.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mavenVersion } from "./version.mjs";

const built = new URL(`../../server/target/seedance-mock-server-${mavenVersion()}-cli.jar`, import.meta.url);
const jar = process.env.SERVER_JAR ?? fileURLToPath(built);
if (!existsSync(jar)) {
  console.error(`${jar} is not there, expected the runnable jar of the server.`);
  console.error("Build it: ./mvnw -pl mock-server/server -am package -Dmaven.test.skip=true");
  process.exit(1);
}
mkdirSync(new URL("../server/", import.meta.url), { recursive: true });
copyFileSync(jar, new URL("../server/seedance-mock-server.jar", import.meta.url));
