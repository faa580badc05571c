package dev.seedance.contract.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of {@code docs/generate-your-own.md} that come from the table of the clients. */
final class GeneratedClientsPage {

  private static final String TITLE = "<!-- generated: %s -->\n";
  private static final String END = "<!-- end of generated -->\n";
  private static final Pattern VERSION =
      Pattern.compile("<openapi-generator.version>(.*)</openapi-generator.version>");

  private final List<GeneratedClient> clients;

  GeneratedClientsPage(List<GeneratedClient> clients) {
    this.clients = clients;
  }

  /** Returns the page with its generated parts made anew. */
  String renew(String page) throws IOException {
    String renewed = replace(page, "table", table());
    return replace(renewed, "settings", settings());
  }

  private static String replace(String page, String part, String content) {
    String begin = TITLE.formatted(part);
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + content + page.substring(page.indexOf(END, from));
  }

  private String table() throws IOException {
    String rows =
        clients.stream()
            .map(
                client ->
                    "| %s | `%s` | %s | %s |%n"
                        .formatted(
                            client.language(),
                            client.generator(),
                            client.libraries(),
                            client.error()))
            .collect(Collectors.joining());
    return """

        Made with OpenAPI Generator %s, except for `openapi-typescript`, which is a generator of its own.

        | language | generator | libraries | an error is |
        |---|---|---|---|
        %s
        """
        .formatted(openApiGenerator(), rows);
  }

  private String settings() {
    return clients.stream().map(GeneratedClientsPage::section).collect(Collectors.joining());
  }

  private static String section(GeneratedClient client) {
    return """

        ### %s: %s

        [`contract-tests/%s`](../contract-tests/%s)%s

        <!-- listing: run-by GeneratedClientsIT -->
        ```bash
        %s
        ```

        Another server than the mock: %s.

        %s%s
        """
        .formatted(
            client.language(),
            client.generator().equals("java") ? client.libraries() : client.generator(),
            client.program(),
            client.program(),
            client.apt() == null ? "" : ", on Debian with `" + client.apt() + "`",
            client.listing(),
            client.server(),
            client.notes().strip(),
            warned(client))
        .replaceAll("(?m)\\n\\n+\\z", "\n");
  }

  private static String warned(GeneratedClient client) {
    return client.expectedWarnings().isEmpty()
        ? ""
        : "\n\nThe generator warns, without consequence: "
            + client.expectedWarnings().stream()
                .map(warning -> "`" + warning + "`")
                .collect(Collectors.joining(", "))
            + ".";
  }

  private static String openApiGenerator() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
    if (!version.find()) {
      throw new IllegalStateException("../pom.xml has no property openapi-generator.version");
    }
    return version.group(1);
  }
}
