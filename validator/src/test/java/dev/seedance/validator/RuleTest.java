package dev.seedance.validator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTest {

  @Test
  void rules_are_found_by_id() {
    assertThat(Rule.withId("duration.unsupported")).contains(Rule.DURATION_UNSUPPORTED);
    assertThat(Rule.withId("duration")).isEmpty();
  }

  @Test
  void rules_belong_to_revisions() {
    var june = Capabilities.of("2026-06");
    var august = Capabilities.of("2026-08");
    assertThat(Rule.TOOLS_TEXT_ONLY.appliesTo(june)).isFalse();
    assertThat(Rule.TOOLS_TEXT_ONLY.appliesTo(august)).isTrue();
    assertThat(Rule.TRACE_ID_WITHOUT_CALLBACK.appliesTo(june)).isTrue();
    assertThat(Rule.TRACE_ID_WITHOUT_CALLBACK.appliesTo(august)).isFalse();
    assertThat(Rule.MODEL_REQUIRED.appliesTo(june)).isTrue();
  }
}
