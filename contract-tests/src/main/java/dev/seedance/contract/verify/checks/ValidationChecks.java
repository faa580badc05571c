package dev.seedance.contract.verify.checks;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Cost;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.exchange.Exchange;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Every rule about requests: {@code validation}, a check a rule. What breaks an error rule must be
 * refused, and so it is free. What breaks a warning rule must be accepted, and so it costs a task.
 */
final class ValidationChecks {

  /** The rule whose limit is the toolkit's own: a server may take more, and bodies are large. */
  private static final String OWN_LIMIT = "body.too-large";

  private static final int SHOWN = 5;
  private static final Map<String, Map<String, List<Vector>>> VECTORS = new ConcurrentHashMap<>();

  /** Requests that a right server accepts with a warning: the end of a cheap request each. */
  private static final Map<String, String> WORTH_A_LOOK =
      Map.of(
          "field.unknown",
          ",\"prompt\":\"A paper boat\",\"ratio\":\"16:9\"",
          "prompt.recommended",
          ",\"image_with_roles\":[{\"url\":\"%s\",\"role\":\"reference_image\"}]"
              .formatted(Files.pngUrl()),
          "image-urls.discouraged",
          ",\"prompt\":\"A paper boat\",\"image_urls\":[\"%s\"]".formatted(Files.pngUrl()),
          "client-business-id.prefer-top-level",
          ",\"prompt\":\"A paper boat\",\"metadata\":{\"client_business_id\":\"%s\"}"
              .formatted("verify-" + java.util.UUID.randomUUID()),
          "callback-url.insecure",
          ",\"prompt\":\"A paper boat\",\"callback_url\":\"http://127.0.0.1:9/unused\"",
          "trace-id.without-callback",
          ",\"prompt\":\"A paper boat\",\"trace_id\":\"verify\"");

  private ValidationChecks() {}

  /**
   * The checks of a revision; a rule that it does not have has none.
   *
   * @param revision the revision of the contract
   * @param most how many vectors of a rule are sent
   */
  static List<Check> all(String revision, int most) {
    Map<String, List<Vector>> vectors =
        VECTORS.computeIfAbsent(revision, ValidationChecks::thatMustBeRefused);
    List<Check> checks = new ArrayList<>();
    for (JsonNode rule : rules()) {
      check(rule, vectors.getOrDefault(rule.path("id").asText(), List.of()), most)
          .ifPresent(checks::add);
    }
    return checks;
  }

  /** By rule, the vectors that break the rule that they are about, and no other. */
  private static Map<String, List<Vector>> thatMustBeRefused(String revision) {
    return Vector.all().stream()
        .filter(vector -> vector.revision().equals(revision))
        .filter(vector -> !vector.rule().equals(OWN_LIMIT))
        .filter(vector -> vector.errors().equals(List.of(vector.rule())))
        .collect(groupingBy(Vector::rule));
  }

  /** The rules, in the order of the catalogue. */
  private static JsonNode rules() {
    try (InputStream in = ApiSpec.rules().openStream()) {
      return new ObjectMapper().readTree(in).path("rules");
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + ApiSpec.rules(), e);
    }
  }

  private static Optional<Check> check(JsonNode rule, List<Vector> vectors, int most) {
    String id = rule.path("id").asText();
    String when = rule.path("when").asText().strip().replaceAll("\\.$", "");
    String where = "docs/rules.md, " + id;
    if (rule.path("severity").asText().equals("warning")) {
      return Optional.ofNullable(WORTH_A_LOOK.get(id))
          .map(
              members ->
                  new Check(
                      "validation." + id,
                      "accepted, although worth a look: " + when,
                      Cost.TASK,
                      where,
                      target -> accepted(target, members)));
    }
    if (vectors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Check(
            "validation." + id,
            "refused with 400: " + when,
            Cost.FREE,
            where,
            target -> refused(target, spread(vectors, most))));
  }

  private static void accepted(Target target, String members) {
    target.call(Calls.submit("{" + Calls.CHEAPEST + members + "}")).status(200).conforms();
  }

  /** As many as wanted, from all over the list. */
  private static List<Vector> spread(List<Vector> vectors, int most) {
    int count = Math.min(vectors.size(), most);
    return IntStream.range(0, count)
        .mapToObj(i -> vectors.get(i * vectors.size() / count))
        .toList();
  }

  private static void refused(Target target, List<Vector> vectors) {
    List<String> wrong = new ArrayList<>();
    CheckFailed first = null;
    int tried = 0;
    for (Vector vector : vectors) {
      if (first != null && !target.maySendWrongRequests()) {
        break; // enough is known, and the rest may cost money
      }
      Exchange exchange = target.submitToBeRefused(Calls.submit(vector.body()));
      tried++;
      try {
        exchange.error(400, "invalid_request", "invalid_request_error");
      } catch (CheckFailed e) {
        wrong.add(vector.name());
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw new CheckFailed(
          first.expected(), first.came() + of(wrong, tried), first.exchange().orElse(null));
    }
  }

  private static String of(List<String> wrong, int tried) {
    String more = wrong.size() > SHOWN ? " and others" : "";
    return " (%d of %d vectors tried: %s%s)"
        .formatted(
            wrong.size(),
            tried,
            String.join(", ", wrong.subList(0, Math.min(SHOWN, wrong.size()))),
            more);
  }
}
