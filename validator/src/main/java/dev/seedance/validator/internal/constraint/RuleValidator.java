package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Base of the validators of our constraints: they look at the whole request, know the capability
 * table, and say nothing about a member that was not sent.
 *
 * <p>Engines find them by the service file {@code jakarta.validation.ConstraintValidator}, so that
 * the annotations need not know them.
 *
 * @param <A> the constraint
 */
public abstract class RuleValidator<A extends Annotation>
    implements ConstraintValidator<A, GenerationFields> {

  @Override
  public final boolean isValid(
      @Nullable GenerationFields request, ConstraintValidatorContext context) {
    if (request == null) {
      return true;
    }
    var findings = new Findings(context.unwrap(HibernateConstraintValidatorContext.class));
    check(request, findings);
    return findings.isEmpty();
  }

  /** Adds what is wrong with the request, nothing if all is well. */
  protected abstract void check(GenerationFields request, Findings findings);
}
