package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Operations.Operation;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Review;
import dev.seedance.validator.Rule;
import dev.seedance.validator.Severity;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Translates the findings of one constraint validator into the engine's violations. */
public final class Findings {

  private final HibernateConstraintValidatorContext context;
  private final @Nullable RequestValidator ours;
  private int count;

  /** Starts without findings. */
  Findings(HibernateConstraintValidatorContext context) {
    this.context = context;
    this.ours = context.getConstraintValidatorPayload(RequestValidator.class);
  }

  /** Holder that is loaded by foreign engines alone. */
  private static final class DefaultRevision {
    static final Capabilities CAPABILITIES = Capabilities.of(ApiSpec.defaultRevision());
  }

  /**
   * Returns the table of what the models can do. The engine's payload decides: a {@link
   * RequestValidator} stands for its capabilities, a {@link Capabilities} for itself; else the
   * default revision applies.
   */
  public Capabilities capabilities() {
    if (ours != null) {
      return ours.capabilities();
    }
    @Nullable Capabilities given = context.getConstraintValidatorPayload(Capabilities.class);
    return given == null ? DefaultRevision.CAPABILITIES : given;
  }

  /** Returns the request's model; empty if it has none that is known, which skips its rules. */
  public Optional<ModelCapabilities> model(GenerationFields request) {
    return capabilities().model(request.model());
  }

  /** Returns what the request's operation asks for; empty if it asks for nothing. */
  Optional<Operation> operation(GenerationFields request) {
    return capabilities().operations().flatMap(operations -> operations.of(request));
  }

  /** Returns what holds for the request because it asks for a review; empty if it asks for none. */
  Optional<Review> review(GenerationFields request) {
    return capabilities().review().filter(review -> review.isAskedFor(request, capabilities()));
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Adds a broken rule; the description adds what it needs beyond its location. Warnings are left
   * out of foreign engines, which can't tell them from errors.
   */
  public void add(Location location, Rule rule, UnaryOperator<Finding> description) {
    if (rule.severity() == Severity.ERROR || ours != null) {
      add(location, rule.id(), description);
    }
  }

  /** Adds an error of a rule that is a row of the capability table. */
  public void add(Location location, String rule, UnaryOperator<Finding> description) {
    if (count == Finding.MOST) {
      return;
    }
    Finding finding = description.apply(Finding.of(rule, location.pointer()));
    if (count++ == 0) {
      context.disableDefaultConstraintViolation();
    }
    finding.parameters().forEach(context::addMessageParameter);
    context.withDynamicPayload(finding);
    addTo(location, context.buildConstraintViolationWithTemplate('{' + finding.messageKey() + '}'));
  }

  private static void addTo(Location location, ConstraintViolationBuilder violation) {
    var member = violation.addPropertyNode(location.property());
    if (location.child() != null) {
      var child = member.addPropertyNode(location.child());
      if (location.index() >= 0) {
        child.inIterable().atIndex(location.index()).addConstraintViolation();
      } else {
        child.addConstraintViolation();
      }
    } else if (location.index() >= 0) {
      member
          .addContainerElementNode("<list element>", List.class, 0)
          .inIterable()
          .atIndex(location.index())
          .addConstraintViolation();
    } else {
      member.addConstraintViolation();
    }
  }
}
