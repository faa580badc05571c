package dev.seedance.mock.scenario;

import dev.seedance.mock.http.StrictJson;
import dev.seedance.spec.text.ShownText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The default scenario, and those of {@code built-in.json} beside this class, in the form of
 * registered ones.
 */
public final class BuiltInScenarios {

  /**
   * Not in the file, because nobody who asks for no other scenario should wait for a JSON mapper.
   */
  private static final Scenario REALISTIC =
      Scenario.of(
          "realistic",
          "As on the provider: seconds in the queue, minutes of work by model, resolution and"
              + " length, then the video.",
          null,
          null,
          null,
          null);

  private BuiltInScenarios() {}

  /** Returns a built-in scenario; empty if none has the name. */
  public static Optional<Scenario> find(String name) {
    return name.equals(REALISTIC.name())
        ? Optional.of(REALISTIC)
        : Optional.ofNullable(All.BY_NAME.get(name));
  }

  /** Returns the names of all, the default one first, the others in the order of the file. */
  public static List<String> names() {
    return List.copyOf(All.BY_NAME.keySet());
  }

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException if no built-in scenario has it; the message lists them
   */
  public static void require(String name) {
    if (find(name).isEmpty()) {
      throw new IllegalArgumentException(
          "unknown scenario '%s'; known: %s"
              .formatted(ShownText.plain(name, 60), String.join(", ", names())));
    }
  }

  static List<Scenario> all() {
    return List.copyOf(All.BY_NAME.values());
  }

  /** Reads the file when one of its scenarios is asked for. */
  private static final class All {

    static final Map<String, Scenario> BY_NAME = load();
  }

  private static Map<String, Scenario> load() {
    try (var in = BuiltInScenarios.class.getResourceAsStream("built-in.json")) {
      Map<String, Scenario> byName = new LinkedHashMap<>();
      byName.put(REALISTIC.name(), REALISTIC);
      Arrays.stream(StrictJson.MAPPER.readValue(in, Scenario[].class))
          .forEach(scenario -> byName.put(scenario.name(), scenario));
      return byName;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read built-in.json from the mock server's jar", e);
    }
  }
}
