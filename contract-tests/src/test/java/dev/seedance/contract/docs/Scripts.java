package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs listings that are whole programs in Python or TypeScript. */
final class Scripts {

  /** Modules that listings import and Python does not bring. */
  private static final List<String> MODULES = List.of("jsonschema", "pytest");

  private Scripts() {}

  static void python(Listing listing, Session session) throws Exception {
    String[] modules =
        MODULES.stream()
            .filter(
                name -> Pattern.compile("(import|from) .*" + name).matcher(listing.text()).find())
            .toArray(String[]::new);
    String python =
        Programs.require(Programs.python(modules), "Python 3 with modules " + List.of(modules));
    run(listing, session, List.of(python), ".py");
  }

  static void typescript(Listing listing, Session session) throws Exception {
    List<String> node =
        Programs.require(Programs.typescript(), "Node 22.18 or newer, or tsx from npm,");
    run(listing, session, node, ".mts");
  }

  private static void run(Listing listing, Session session, List<String> program, String suffix)
      throws Exception {
    Path file = session.folder().resolve("listing-" + listing.line() + suffix);
    Files.writeString(file, session.localized(listing.text()));
    List<String> command =
        Stream.concat(program.stream(), Stream.of(file.getFileName().toString())).toList();
    assertThat(session.run(command, Map.of()))
        .as("exit code of %s, which printed%n%s", listing.where(), session.printed())
        .isEqualTo(listing.exitCode());
  }
}
