package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedResolution;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link SupportedResolution}. */
public final class SupportedResolutionValidator extends RuleValidator<SupportedResolution> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String resolution = request.resolution();
    if (resolution != null) {
      findings
          .model(request)
          .filter(model -> !model.resolutions().contains(resolution))
          .ifPresent(
              model ->
                  findings.add(
                      Location.member(Member.RESOLUTION),
                      Rule.RESOLUTION_UNSUPPORTED,
                      found ->
                          found
                              .value(resolution)
                              .allowed(model.resolutions())
                              .with("model", model.name())));
    }
  }
}
