package dev.seedance.validator.dto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Violation;
import dev.seedance.validator.constraint.SupportedDuration;
import dev.seedance.validator.constraint.SupportedModel;
import dev.seedance.validator.constraint.ValidCallback;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** Our constraints on somebody else's type, in somebody else's engine. */
class OwnTypeTest {

  @SupportedModel
  @SupportedDuration
  @ValidCallback
  record Order(String model, Integer duration, String callbackUrl) implements GenerationFields {}

  @Test
  void constraints_stand_on_any_type_that_has_the_fields() {
    var violations =
        validate(engine("2026-06"), new Order("seedance-2-mini", 5, "https://a.example"));
    assertThat(violations)
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.getPropertyPath()).hasToString("duration");
              assertThat(violation.getMessage()).startsWith("duration 5 is not supported by");
              assertThat(Violation.of(violation).map(Violation::rule))
                  .contains("duration.unsupported");
              assertThat(Violation.of(violation).map(Violation::pointer)).contains("/duration");
            });
  }

  @Test
  void the_engine_may_share_another_revision() {
    assertThat(validate(engine("2026-08"), new Order("seedance-2-mini", 5, "https://a.example")))
        .isEmpty();
  }

  @Test
  void warnings_stay_out_of_engines_that_know_only_errors() {
    assertThat(validate(engine("2026-06"), new Order("seedance-2", 5, "http://a.example")))
        .isEmpty();
  }

  @Test
  void values_are_never_read_as_expressions() {
    assertThat(validate(engine("2026-06"), new Order("{value} ${1+1} {", 5, "https://a.example")))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.getMessage()).contains("'{value} ${1+1} {' is unknown"));
  }

  @Test
  void foreign_violations_are_none_of_ours() {
    assertThat(Optional.of(engine("2026-06").validate(new Foreign("")).iterator().next()))
        .get()
        .satisfies(violation -> assertThat(Violation.of(violation)).isEmpty());
  }

  record Foreign(@NotBlank String name) {}

  private static Set<ConstraintViolation<Order>> validate(Validator engine, Order order) {
    return engine.validate(order);
  }

  private static Validator engine(String revision) {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator(Set.of(), Locale.ENGLISH, false))
        .constraintValidatorPayload(Capabilities.of(revision))
        .buildValidatorFactory()
        .getValidator();
  }
}
