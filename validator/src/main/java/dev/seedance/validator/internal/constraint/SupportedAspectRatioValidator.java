package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedAspectRatio;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;

/** Checks {@link SupportedAspectRatio}. */
public final class SupportedAspectRatioValidator extends RuleValidator<SupportedAspectRatio> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String ratio = request.aspectRatio();
    List<String> allowed = findings.capabilities().shared().aspectRatios();
    if (ratio != null && !allowed.contains(ratio)) {
      findings.add(
          Location.member(Member.ASPECT_RATIO),
          Rule.ASPECT_RATIO_UNSUPPORTED,
          found -> found.value(ratio).allowed(allowed));
    }
  }
}
