package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Operations.Operation;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedAspectRatio;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;

/** Checks {@link SupportedAspectRatio}. */
public final class SupportedAspectRatioValidator extends RuleValidator<SupportedAspectRatio> {

  private static final Location RATIO = Location.member(Member.ASPECT_RATIO);

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String ratio = request.aspectRatio();
    if (ratio == null) {
      return;
    }
    Operation operation = findings.operation(request).orElse(null);
    List<String> ofOperation = operation == null ? null : operation.aspectRatios();
    List<String> allowed = findings.capabilities().shared().aspectRatios();
    if (operation != null && ofOperation != null && !ofOperation.contains(ratio)) {
      findings.add(
          RATIO,
          Rule.VIDEO_OPERATION_ASPECT_RATIO,
          found -> found.value(ratio).allowed(ofOperation).with("operation", operation.name()));
    } else if (!allowed.contains(ratio)) {
      findings.add(
          RATIO, Rule.ASPECT_RATIO_UNSUPPORTED, found -> found.value(ratio).allowed(allowed));
    } else {
      findings
          .model(request)
          .filter(model -> isUnusualBesideFrames(ratio, model, request, findings))
          .ifPresent(
              model ->
                  findings.add(
                      RATIO,
                      Rule.FRAME_MODE_ASPECT_RATIO,
                      found ->
                          found
                              .value(ratio)
                              .allowed(model.frameAspectRatios())
                              .with("model", model.name())));
    }
  }

  private static boolean isUnusualBesideFrames(
      String ratio, ModelCapabilities model, GenerationFields request, Findings findings) {
    return !model.frameAspectRatios().isEmpty()
        && !model.frameAspectRatios().contains(ratio)
        && FrameRoles.of(request, findings).any();
  }
}
