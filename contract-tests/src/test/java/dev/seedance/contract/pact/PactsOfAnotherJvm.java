package dev.seedance.contract.pact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the pacts in a JVM of its own.
 *
 * <p>The order of {@link java.util.Map#of} and {@link java.util.Set#of} is drawn anew for each JVM,
 * so that a text that depends on it can be seen from outside only.
 */
final class PactsOfAnotherJvm {

  private static final String ORDER = "order";

  private PactsOfAnotherJvm() {}

  /** Writes each pact, and this JVM's order of maps, into the folder that is the argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (var pact : Pacts.all()) {
      Files.writeString(folder.resolve(Pacts.fileName(pact)), Pacts.text(pact));
    }
    Files.writeString(folder.resolve(ORDER), orderOfMaps());
  }

  /** Fills the folder from a JVM whose maps have another order than those of this one. */
  static void writeTo(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    do {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  PactsOfAnotherJvm.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the other JVM failed:\n" + Files.readString(log));
      }
    } while (Files.readString(folder.resolve(ORDER)).equals(orderOfMaps()));
    Files.delete(folder.resolve(ORDER));
    Files.delete(log);
  }

  private static String orderOfMaps() {
    return WebhookNeed.METADATA.keySet().toString();
  }
}
