package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.AudioWithVisual;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link AudioWithVisual}. */
public final class AudioWithVisualValidator extends RuleValidator<AudioWithVisual> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    boolean mayBeAlone = findings.model(request).map(ModelCapabilities::audioAlone).orElse(false);
    if (!mayBeAlone && Media.of(request).onlyAudio()) {
      findings.add(
          Location.member(Member.AUDIO_WITH_ROLES), Rule.AUDIO_WITHOUT_VISUAL, found -> found);
    }
  }
}
