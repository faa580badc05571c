import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The runnable jar of the server that this package carries. */
const JAR = fileURLToPath(new URL("../server/seedance-mock-server.jar", import.meta.url));

/** Few compilers and one collector, because a server for tests is small and lives for minutes at most. */
const JAVA_OPTIONS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m"];

/** A Java that runs the server, and with what. */
export interface ProgramOptions {
  /** The Java to run. Default: that of JAVA_HOME, else `java` on the PATH. */
  java?: string;
  /** Options of the JVM. Default: for a small server that starts fast. */
  javaOptions?: readonly string[];
}

/** The command that runs the server. */
export interface Program {
  command: string;
  arguments: string[];
}

/** Returns the command that runs the server with options as on its command line. It ends with this process. */
export function program(options: ProgramOptions, serverOptions: readonly string[]): Program {
  return {
    command: options.java ?? findJava(),
    arguments: [
      ...(options.javaOptions ?? JAVA_OPTIONS),
      "-jar",
      JAR,
      "--stop-with-process",
      String(process.pid),
      ...serverOptions,
    ],
  };
}

/** Returns a message for people, if what a program said shows that the Java is to blame. */
export function blameJava(command: string, said: string): string | undefined {
  if (said.includes("ENOENT")) {
    return `no Java found: '${command}' is not there. ${ADVICE}`;
  }
  if (said.includes("UnsupportedClassVersionError")) {
    return `'${command}' is older than Java 17. ${ADVICE}`;
  }
  return undefined;
}

const ADVICE =
  "The mock server needs a Java runtime, 17 or newer, such as https://adoptium.net: put its bin folder on the PATH or set JAVA_HOME.";

function findJava(): string {
  const name = process.platform === "win32" ? "java.exe" : "java";
  const home = process.env["JAVA_HOME"];
  const java = home === undefined || home === "" ? name : join(home, "bin", name);
  return existsSync(java) ? java : name;
}
