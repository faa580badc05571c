package dev.seedance.validator;

import dev.seedance.spec.ApiSpec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Validators of every revision in English, and bodies to give them. */
final class Requests {

  private static final Map<String, RequestValidator> VALIDATORS =
      ApiSpec.revisions().stream()
          .collect(
              Collectors.toMap(
                  revision -> revision,
                  revision ->
                      RequestValidator.builder()
                          .revision(revision)
                          .locale(Locale.ENGLISH)
                          .build()));

  private Requests() {}

  static RequestValidator validator(String revision) {
    return Objects.requireNonNull(VALIDATORS.get(revision), revision);
  }

  /** Checks a body under the oldest revision; single quotes stand for double ones. */
  static ValidationReport june(String body) {
    return check("2026-06", body);
  }

  /** Checks a body under the revision of August; single quotes stand for double ones. */
  static ValidationReport august(String body) {
    return check("2026-08", body);
  }

  /** Checks a body under the revision of September; single quotes stand for double ones. */
  static ValidationReport september(String body) {
    return check("2026-09", body);
  }

  static ValidationReport check(String revision, String body) {
    return validator(revision).validate(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** A text request for a model, with more members. */
  static String text(String model, String members) {
    String more = members.isEmpty() ? "" : ", " + members;
    return "{'model': 'seedance-2" + model + "', 'prompt': 'a boat'" + more + "}";
  }

  /** A list of so many references of a role. */
  static String references(String role, int count) {
    return Stream.generate(() -> "{'url': 'https://example.com/file', 'role': '" + role + "'}")
        .limit(count)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
