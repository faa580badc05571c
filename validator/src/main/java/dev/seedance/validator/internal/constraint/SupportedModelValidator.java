package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedModel;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link SupportedModel}. */
public final class SupportedModelValidator extends RuleValidator<SupportedModel> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String model = request.model();
    if (findings.model(request).isPresent()) {
      return;
    }
    var rule = model == null || model.isBlank() ? Rule.MODEL_REQUIRED : Rule.MODEL_UNSUPPORTED;
    findings.add(
        Location.member(Member.MODEL),
        rule,
        found -> found.value(model).allowed(findings.capabilities().modelNames()));
  }
}
