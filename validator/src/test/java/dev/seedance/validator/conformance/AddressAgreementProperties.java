package dev.seedance.validator.conformance;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The validator and the generated JSON Schema take the same addresses. */
class AddressAgreementProperties {

  private static final SchemaAgreement JUNE = SchemaAgreement.of("2026-06");

  @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
  void agree_on_addresses(@ForAll Random random) throws IOException {
    JUNE.compare(RandomAddresses.body(random));
  }
}
