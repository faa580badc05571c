package dev.seedance.validator;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.internal.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The revisions of the contract after one, asked about what it reports. Thread-safe; an engine is
 * made when a request first needs it.
 */
final class NewerRevisions {

  /** Rules after which a request is not looked at in full, so that silence means nothing. */
  private static final Set<String> NOT_LOOKED_AT =
      Set.of(
          Rule.BODY_TOO_LARGE.id(),
          Rule.JSON_MALFORMED.id(),
          Rule.JSON_NOT_AN_OBJECT.id(),
          Rule.MODEL_UNSUPPORTED.id());

  private final List<String> names;
  private final Function<String, Engine> make;
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();

  /**
   * Takes the revisions after a revision; none if it is not known.
   *
   * @param make makes the engine of a revision
   */
  NewerRevisions(String revision, Function<String, Engine> make) {
    List<String> all = ApiSpec.revisions();
    this.names =
        all.contains(revision) ? all.subList(all.indexOf(revision) + 1, all.size()) : List.of();
    this.make = make;
  }

  /**
   * Marks violations with the oldest of these revisions that reports nothing at their place or
   * below it.
   *
   * @param check checks the same request with an engine
   */
  List<Violation> mark(List<Violation> violations, Function<Engine, List<Finding>> check) {
    if (violations.isEmpty()) { // as of most requests
      return violations;
    }
    List<Violation> marked = new ArrayList<>(violations);
    for (String revision : names) {
      if (marked.stream().noneMatch(violation -> violation.acceptedSince() == null)) {
        break;
      }
      Engine engine = engines.computeIfAbsent(revision, make);
      List<Finding> findings = check.apply(engine);
      if (isLookedAt(findings, violations)) {
        Set<String> reported = places(findings);
        marked.replaceAll(
            violation ->
                violation.acceptedSince() != null || reported.contains(violation.pointer())
                    ? violation
                    : engine.accept(violation));
      }
    }
    return marked;
  }

  private static boolean isLookedAt(List<Finding> findings, List<Violation> violations) {
    return findings.stream()
        .map(Finding::rule)
        .filter(NOT_LOOKED_AT::contains)
        .allMatch(rule -> violations.stream().anyMatch(old -> old.rule().equals(rule)));
  }

  /** Returns the pointers of findings and of all that they are in. */
  private static Set<String> places(List<Finding> findings) {
    Set<String> places = new HashSet<>();
    for (Finding finding : findings) {
      String place = finding.pointer();
      while (places.add(place) && !place.isEmpty()) {
        place = place.substring(0, place.lastIndexOf('/'));
      }
    }
    return places;
  }
}
