package dev.seedance.validator.internal;

import dev.seedance.validator.GenerationFields;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * What the validators of our constraints have in common: they look at the whole request, know the
 * capability table, and say nothing about what was not sent.
 *
 * @param <A> the constraint
 */
public abstract class RuleValidator<A extends Annotation>
    implements HibernateConstraintValidator<A, GenerationFields> {

  private @Nullable Settings settings;

  @Override
  public final void initialize(
      ConstraintDescriptor<A> constraint,
      HibernateConstraintValidatorInitializationContext context) {
    settings = Settings.of(context);
  }

  @Override
  public final boolean isValid(
      @Nullable GenerationFields request, ConstraintValidatorContext context) {
    if (request == null || settings == null) {
      return true;
    }
    var findings = new Findings(context, settings);
    check(request, findings);
    return findings.isEmpty();
  }

  /** Adds what is wrong with the request, nothing where all is well. */
  protected abstract void check(GenerationFields request, Findings findings);
}
