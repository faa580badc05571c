package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Operations.Operation;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedDuration;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.Translated;
import dev.seedance.validator.internal.Wording;
import java.util.ArrayList;
import java.util.List;

/** Checks {@link SupportedDuration}. */
public final class SupportedDurationValidator extends RuleValidator<SupportedDuration> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    Number duration = request.duration();
    ModelCapabilities model = findings.model(request).orElse(null);
    if (duration == null || model == null) {
      return;
    }
    Long seconds = duration.longValue();
    findings
        .operation(request)
        .filter(operation -> refuses(operation, model, seconds, findings))
        .ifPresentOrElse(
            operation ->
                findings.add(
                    Location.member(Member.DURATION),
                    Rule.VIDEO_OPERATION_DURATION,
                    found -> describe(found, operation, model, seconds)),
            () -> check(model, seconds, findings));
  }

  /** An operation without durations of its own leaves lengths to the rule of the model. */
  private static boolean refuses(
      Operation operation, ModelCapabilities model, Long seconds, Findings findings) {
    return !operation.durationsOn(model).contains(seconds)
        && !operation.autoDurationsOn(model).contains(seconds)
        && (operation.durations() != null || findings.capabilities().isAutoDuration(seconds));
  }

  private static Finding describe(
      Finding found, Operation operation, ModelCapabilities model, Long seconds) {
    return found
        .value(seconds)
        .allowed(join(operation.durationsOn(model), operation.autoDurationsOn(model)))
        .with("operation", operation.name())
        .with("model", model.name());
  }

  private static void check(ModelCapabilities model, Long seconds, Findings findings) {
    if (model.durations().contains(seconds) || model.autoDurations().contains(seconds)) {
      return;
    }
    var rule =
        findings.capabilities().isAutoDuration(seconds)
            ? Rule.DURATION_AUTO_UNSUPPORTED
            : Rule.DURATION_UNSUPPORTED;
    findings.add(Location.member(Member.DURATION), rule, found -> describe(found, model, seconds));
  }

  private static Finding describe(Finding found, ModelCapabilities model, Long seconds) {
    var described = found.value(seconds).allowed(model.durations()).with("model", model.name());
    boolean automatic = found.rule().equals(Rule.DURATION_AUTO_UNSUPPORTED.id());
    if (!automatic && !model.durationNote().isEmpty()) {
      return described.variant("noted").with("note", new Translated(model.durationNote()));
    }
    if (model.autoDurations().isEmpty()) {
      return described;
    }
    return described
        .allowed(join(model.durations(), model.autoDurations()))
        .variant("or-auto")
        .with("durations", Wording.list(model.durations()))
        .with("auto", Wording.list(model.autoDurations()));
  }

  private static List<Long> join(List<Long> durations, List<Long> autoDurations) {
    List<Long> all = new ArrayList<>(durations);
    all.addAll(autoDurations);
    return all;
  }
}
