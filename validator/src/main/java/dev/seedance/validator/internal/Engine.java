package dev.seedance.validator.internal;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.Violation;
import dev.seedance.validator.internal.json.Positions;
import dev.seedance.validator.internal.json.Reading;
import dev.seedance.validator.internal.json.RequestReader;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/** Runs the constraints and puts what they find into order. Thread-safe. */
public final class Engine {

  private static final Comparator<Finding> CONTRACT_ORDER =
      Comparator.comparing(Finding::pointer, new ContractOrder()).thenComparing(Finding::rule);

  private final RequestReader reader;
  private final Messages messages;
  private final Validator validator;

  /** An engine for these capabilities, whose messages are in the locale's language. */
  public Engine(Capabilities capabilities, Locale locale) {
    reader = new RequestReader(capabilities);
    messages = new Messages(locale);
    validator =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(messages)
            .addConstraintValidatorInitializationSharedData(new Settings(capabilities, true))
            .buildValidatorFactory()
            .getValidator();
  }

  /**
   * What an engine says of a body.
   *
   * @param request what was read, {@code null} where the body is no JSON object
   */
  public record Result(List<Violation> violations, @Nullable GenerationRequest request) {}

  /** Checks a request; violations come in the contract's order. */
  public List<Violation> validate(GenerationRequest request) {
    List<Finding> findings = check(request);
    findings.sort(CONTRACT_ORDER);
    return write(findings);
  }

  /** Checks a body; violations come in the body's order. */
  public Result validate(byte[] body) {
    Reading reading = reader.read(body);
    GenerationRequest request = reading.request();
    if (request == null) {
      return new Result(write(reading.findings()), null);
    }
    List<Finding> findings = check(request);
    if (!reading.findings().isEmpty()) {
      var unreadable = new Unreadable(reading.findings());
      findings.removeIf(unreadable::explains);
      findings.addAll(reading.findings());
    }
    if (findings.size() > 1) {
      findings.sort(documentOrder(body, findings));
    }
    return new Result(write(findings), request);
  }

  private static Comparator<Finding> documentOrder(byte[] body, List<Finding> findings) {
    Positions positions = Positions.find(body, findings.stream().map(Finding::pointer).toList());
    return Comparator.<Finding>comparingInt(finding -> positions.of(finding.pointer()).offset())
        .thenComparing(CONTRACT_ORDER);
  }

  private List<Finding> check(GenerationRequest request) {
    Set<ConstraintViolation<GenerationRequest>> violations = validator.validate(request);
    List<Finding> findings = new ArrayList<>(violations.size());
    for (var violation : violations) {
      findings.add(((HibernateConstraintViolation<?>) violation).getDynamicPayload(Finding.class));
    }
    return findings;
  }

  private List<Violation> write(List<Finding> findings) {
    if (findings.isEmpty()) { // as most are
      return List.of();
    }
    return findings.stream().map(finding -> finding.violation(messages.write(finding))).toList();
  }
}
