package dev.seedance.mock.scenario;

import dev.seedance.mock.generation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The built-in scenarios, and how a request names one. */
public final class Scenarios {

  /** What applies where nothing is asked for. */
  public static final String DEFAULT = "realistic";

  private static final Pattern PROMPT_MARKER = Pattern.compile("\\[mock:([a-z0-9-]{1,40})]");

  private static final Outcome COMPLETED = new Outcome.Completed();

  private static final Timeline REALISTIC = new Timeline.Realistic(Timings.load());

  private static final Map<String, Scenario> BUILT_IN =
      List.of(
              new Scenario(DEFAULT, REALISTIC, COMPLETED),
              new Scenario("instant", fixed(0, 0), COMPLETED),
              new Scenario("slow", fixed(60, 900), COMPLETED),
              new Scenario(
                  "content-rejected",
                  REALISTIC,
                  new Outcome.Failed(
                      "generation_failed",
                      "The rendered video was rejected by content moderation.")))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Scenario::name, Function.identity()));

  private Scenarios() {}

  /** A built-in scenario; empty where none has the name. */
  public static Optional<Scenario> find(String name) {
    return Optional.ofNullable(BUILT_IN.get(name));
  }

  /** The names that {@link #find} knows, sorted. */
  public static List<String> names() {
    return BUILT_IN.keySet().stream().sorted().toList();
  }

  /** The scenario that a prompt asks for with {@code [mock:NAME]}; empty where it asks for none. */
  public static Optional<String> namedIn(String prompt) {
    Matcher marker = PROMPT_MARKER.matcher(prompt);
    return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
  }

  private static Timeline fixed(long queuedSeconds, long runningSeconds) {
    return new Timeline.Fixed(
        Duration.ofSeconds(queuedSeconds), Duration.ofSeconds(runningSeconds));
  }
}
