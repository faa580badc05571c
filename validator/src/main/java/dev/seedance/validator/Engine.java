package dev.seedance.validator;

import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Messages;
import dev.seedance.validator.internal.json.Positions;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/** Runs the constraints and puts what they find into order. Thread-safe. */
final class Engine {

  private final HibernateValidatorFactory factory;
  private final String revision;
  private final RequestReader reader;
  private final Comparator<Finding> contractOrder;
  private final Messages messages;
  private final Validator validator;

  /**
   * An engine whose messages are in the locale's language.
   *
   * @param payload tells the constraints of the capabilities
   */
  Engine(Capabilities capabilities, Locale locale, RequestValidator payload) {
    this(capabilities, new Messages(locale), payload, factory());
  }

  private Engine(
      Capabilities capabilities,
      Messages messages,
      RequestValidator payload,
      HibernateValidatorFactory factory) {
    this.factory = factory;
    this.messages = messages;
    revision = capabilities.revision();
    reader = new RequestReader(capabilities);
    contractOrder =
        Comparator.comparing(Finding::pointer, new ContractOrder(capabilities))
            .thenComparing(Finding::rule, Rule.ORDER);
    validator = factory.usingContext().constraintValidatorPayload(payload).getValidator();
  }

  private static HibernateValidatorFactory factory() {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(NoMessages.INSTANCE)
        .externalClassLoader(Engine.class.getClassLoader())
        .buildValidatorFactory()
        .unwrap(HibernateValidatorFactory.class);
  }

  /** Makes an engine of other capabilities in the same language; costs far less than the first. */
  Engine with(Capabilities capabilities, RequestValidator payload) {
    return new Engine(capabilities, messages, payload, factory);
  }

  /** Leaves messages unwritten: they are written from the findings that are reported. */
  private enum NoMessages implements MessageInterpolator {
    INSTANCE;

    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  /**
   * The outcome for a body.
   *
   * @param request the request as read, {@code null} if the body is no JSON object
   */
  record Result(List<Violation> violations, @Nullable GenerationRequest request) {}

  /** Checks a request; violations come in the contract's order. */
  List<Violation> validate(GenerationRequest request) {
    List<Finding> findings = findings(request);
    findings.sort(contractOrder);
    return write(findings);
  }

  /** Checks a body; violations come in the body's order. */
  Result validate(byte[] body) {
    Reading reading = reader.read(body);
    List<Finding> findings = findings(reading);
    if (findings.size() > 1) {
      findings.sort(documentOrder(body, findings));
    }
    return new Result(write(findings), reading.request());
  }

  /** Writes the violation of a body that is too large to be read. */
  List<Violation> tooLarge(int limit, OptionalLong bytes) {
    Finding finding = Finding.of(Rule.BODY_TOO_LARGE.id(), "").with("limit", limit);
    return write(
        List.of(
            bytes.isPresent()
                ? finding.value(bytes.getAsLong()).with("size", bytes.getAsLong())
                : finding.variant("unknown-size")));
  }

  /** Finds what is wrong with a body, in no order. */
  List<Finding> findings(byte[] body) {
    return findings(reader.read(body));
  }

  private List<Finding> findings(Reading reading) {
    GenerationRequest request = reading.request();
    if (request == null) {
      return reading.findings();
    }
    List<Finding> findings = findings(request);
    if (!reading.findings().isEmpty()) {
      var unreadable = new Unreadable(reading.findings());
      findings.removeIf(unreadable::explains);
      findings.addAll(reading.findings());
    }
    return findings;
  }

  /** Says of a violation under an older revision that this revision accepts the request here. */
  Violation accept(Violation violation) {
    return violation.acceptedSince(revision, messages.acceptedSince(violation.message(), revision));
  }

  private Comparator<Finding> documentOrder(byte[] body, List<Finding> findings) {
    Positions positions = Positions.find(body, findings.stream().map(Finding::pointer).toList());
    return Comparator.<Finding>comparingInt(finding -> positions.of(finding.pointer()).offset())
        .thenComparing(contractOrder);
  }

  /** Finds what is wrong with a request, in no order. */
  List<Finding> findings(GenerationRequest request) {
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
    return findings.stream()
        .map(finding -> Violation.of(finding, messages.write(finding)))
        .toList();
  }
}
