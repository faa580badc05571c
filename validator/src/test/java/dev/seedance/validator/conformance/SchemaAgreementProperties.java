package dev.seedance.validator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** The validator and the generated JSON Schema say the same of random requests. */
class SchemaAgreementProperties {

  private static final int TRIES = 20_000;
  private static final SchemaAgreement JUNE = SchemaAgreement.of("2026-06");
  private static final SchemaAgreement AUGUST = SchemaAgreement.of("2026-08");

  private final Map<String, Integer> hits = new HashMap<>();
  private int valid;
  private Set<String> expressed = Set.of();

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void agree_under_2026_06(@ForAll Random random) throws IOException {
    agree(JUNE, random);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void agree_under_2026_08(@ForAll Random random) throws IOException {
    agree(AUGUST, random);
  }

  /** Guards against a generator that makes one kind of request only. */
  @AfterProperty
  void the_mix_was_healthy() {
    assertThat(valid).as("valid requests of %d", TRIES).isBetween(TRIES / 5, TRIES * 4 / 5);
    assertThat(hits.keySet()).as("rules that were broken").isEqualTo(expressed);
  }

  private void agree(SchemaAgreement revision, Random random) throws IOException {
    expressed = revision.expressed();
    byte[] body = RandomRequest.body(random, revision.validator().capabilities());
    Set<String> errors = revision.compare(body);
    valid += errors.isEmpty() ? 1 : 0;
    errors.forEach(rule -> hits.merge(rule, 1, Integer::sum));
  }
}
