package dev.seedance.validator.internal;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.Severity;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Where a constraint validator puts what it finds: translates it into the engine's violations. */
public final class Findings {

  private final ConstraintValidatorContext context;
  private final Settings settings;
  private int count;

  Findings(ConstraintValidatorContext context, Settings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** What the models can do. */
  public Capabilities capabilities() {
    return settings.capabilities();
  }

  /** The request's model; empty where it has none that is known, which skips per-model rules. */
  public Optional<ModelCapabilities> model(GenerationFields request) {
    return settings.capabilities().model(request.model());
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Members that this code can read but the revision does not have. */
  public List<Member> unknownMembers() {
    return settings.unknownMembers();
  }

  /** Adds a broken rule at a place; what it needs beyond its place is described on the way. */
  public void add(At at, Rule rule, UnaryOperator<Finding> description) {
    if (count == Finding.MOST || (rule.severity() == Severity.WARNING && !settings.warnings())) {
      return;
    }
    Finding finding = description.apply(Finding.of(rule, at.pointer()));
    var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
    if (count++ == 0) {
      hibernate.disableDefaultConstraintViolation();
    }
    finding.parameters().forEach(hibernate::addMessageParameter);
    hibernate.withDynamicPayload(finding);
    addTo(at, hibernate.buildConstraintViolationWithTemplate('{' + finding.messageKey() + '}'));
  }

  private static void addTo(At at, ConstraintViolationBuilder violation) {
    var member = violation.addPropertyNode(at.member().property());
    if (at.child() != null) {
      var child = member.addPropertyNode(at.child());
      if (at.index() >= 0) {
        child.inIterable().atIndex(at.index()).addConstraintViolation();
      } else {
        child.addConstraintViolation();
      }
    } else if (at.index() >= 0) {
      member
          .addContainerElementNode("<list element>", List.class, 0)
          .inIterable()
          .atIndex(at.index())
          .addConstraintViolation();
    } else {
      member.addConstraintViolation();
    }
  }
}
