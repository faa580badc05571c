package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedOutputs;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import org.jspecify.annotations.Nullable;

/** Checks {@link SupportedOutputs}. */
public final class SupportedOutputsValidator extends RuleValidator<SupportedOutputs> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    findings
        .model(request)
        .ifPresent(
            model -> {
              check(Member.COUNT, request.count(), model, findings);
              check(Member.N, request.n(), model, findings);
            });
  }

  private static void check(
      Member member, @Nullable Number outputs, ModelCapabilities model, Findings findings) {
    if (outputs == null || model.outputs().contains(outputs.longValue())) {
      return;
    }
    var rule = model.outputs().isEmpty() ? Rule.OUTPUTS_UNSUPPORTED : Rule.OUTPUTS_OUT_OF_RANGE;
    findings.add(
        Location.member(member),
        rule,
        found ->
            found
                .value(outputs)
                .allowed(model.outputs())
                .with("field", member.json())
                .with("model", model.name()));
  }
}
