package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedMediaMode;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link SupportedMediaMode}. */
public final class SupportedMediaModeValidator extends RuleValidator<SupportedMediaMode> {

  private static final String FRAME = "frame";

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String mode = request.mediaMode();
    if (mode == null) {
      return;
    }
    var model = findings.model(request);
    if (model.isPresent() && !model.get().mediaModes().contains(mode)) {
      findings.add(
          Location.member(Member.MEDIA_MODE),
          Rule.MEDIA_MODE_UNSUPPORTED,
          found -> unsupported(found, model.get(), mode));
    } else if (mode.equals(FRAME) && FrameRoles.of(request, findings).lacksFirstFrame()) {
      findings.add(
          Location.member(Member.MEDIA_MODE),
          Rule.MEDIA_MODE_NEEDS_FIRST_FRAME,
          found -> found.value(mode));
    }
  }

  private static Finding unsupported(Finding found, ModelCapabilities model, String mode) {
    var described = found.value(mode).allowed(model.mediaModes()).with("model", model.name());
    return model.mediaModes().isEmpty() ? described.variant("none") : described;
  }
}
