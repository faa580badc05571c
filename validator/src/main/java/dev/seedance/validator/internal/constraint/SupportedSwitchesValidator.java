package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedSwitches;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import org.jspecify.annotations.Nullable;

/** Checks {@link SupportedSwitches}. */
public final class SupportedSwitchesValidator extends RuleValidator<SupportedSwitches> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    TableMembers.check(request, findings);
    findings
        .model(request)
        .ifPresent(
            model -> {
              if (!model.generateAudio()) {
                mustBeAbsent(
                    Member.GENERATE_AUDIO,
                    request.generateAudio(),
                    Rule.GENERATE_AUDIO_UNSUPPORTED,
                    model,
                    findings);
              }
              if (!model.returnLastFrame()) {
                mustBeAbsent(
                    Member.RETURN_LAST_FRAME,
                    request.returnLastFrame(),
                    Rule.RETURN_LAST_FRAME_UNSUPPORTED,
                    model,
                    findings);
              }
            });
  }

  private static void mustBeAbsent(
      Member member,
      @Nullable Boolean value,
      Rule rule,
      ModelCapabilities model,
      Findings findings) {
    if (value != null) {
      findings.add(
          Location.member(member), rule, found -> found.value(value).with("model", model.name()));
    }
  }
}
