package dev.seedance.validator.conformance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** The validator and the generated JSON Schema of each revision say the same of random requests. */
class SchemaAgreementProperties {

  private static final int TRIES = 20_000;
  private static final Map<String, SchemaAgreement> REVISIONS =
      ApiSpec.revisions().stream().collect(toMap(revision -> revision, SchemaAgreement::of));

  /** Counts how often each rule was broken, by revision. */
  private final Map<String, Map<String, Integer>> hits = new HashMap<>();

  private final Map<String, Integer> valid = new HashMap<>();
  private int tries;

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void agree(@ForAll Random random) throws IOException {
    for (var revision : REVISIONS.entrySet()) {
      SchemaAgreement agreement = revision.getValue();
      byte[] body = RandomRequest.body(random, agreement.validator().capabilities());
      Set<String> errors = agreement.compare(body);
      valid.merge(revision.getKey(), errors.isEmpty() ? 1 : 0, Integer::sum);
      Map<String, Integer> broken = hits.computeIfAbsent(revision.getKey(), r -> new HashMap<>());
      errors.forEach(rule -> broken.merge(rule, 1, Integer::sum));
    }
    tries++;
  }

  /** Guards against a generator that makes one kind of request only. */
  @AfterProperty
  void the_mix_was_healthy() {
    if (tries < TRIES) {
      return; // they disagreed, which is to be seen
    }
    assertThat(valid)
        .as("valid requests of %d", TRIES)
        .allSatisfy((revision, count) -> assertThat(count).isBetween(TRIES / 5, TRIES * 4 / 5));
    assertThat(hits)
        .allSatisfy(
            (revision, broken) ->
                assertThat(broken.keySet())
                    .as("rules of %s that were broken", revision)
                    .isEqualTo(Objects.requireNonNull(REVISIONS.get(revision)).expressed()));
  }
}
