package dev.seedance.contract.generators;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code generators/generators.yaml}, which explains its members.
 *
 * @param checks what is done with generated files, by name
 * @param generators each generator's row, by name
 */
record GeneratorTable(Map<String, Check> checks, Map<String, Row> generators) {

  static final Path FOLDER = Path.of("generators");

  /**
   * A check of generated files.
   *
   * @param tool succeeds when the tool is there
   * @param command the check itself
   * @param proves what a success shows
   */
  record Check(String tool, String command, String proves) {}

  /**
   * A generator and what it makes of the contract.
   *
   * @param generates false if it fails; absent: it generates
   * @param check the name of its check; absent: nothing here can read its files
   * @param reason why it does not pass, or why it is not checked
   */
  record Row(@Nullable Boolean generates, @Nullable String check, @Nullable String reason) {

    boolean isGenerated() {
      return Objects.requireNonNullElse(generates, true);
    }

    boolean passes() {
      return check != null && reason == null;
    }
  }

  static GeneratorTable read() {
    try {
      return new YAMLMapper()
          .readValue(FOLDER.resolve("generators.yaml").toFile(), GeneratorTable.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rows as a table of Markdown. */
  String markdown() {
    return generators.entrySet().stream()
        .map(one -> "| `%s` | %s |%n".formatted(one.getKey(), cells(one.getValue())))
        .collect(
            Collectors.joining(
                "", "| generator | generates | checked | reason |\n|---|---|---|---|\n", ""));
  }

  private String cells(Row row) {
    return "%s | %s | %s"
        .formatted(
            row.isGenerated() ? "yes" : "no",
            checked(row),
            Objects.requireNonNullElse(row.reason(), ""));
  }

  private String checked(Row row) {
    if (row.check() == null) {
      return "";
    }
    return row.passes() ? Objects.requireNonNull(checks.get(row.check())).proves() : "fails";
  }
}
