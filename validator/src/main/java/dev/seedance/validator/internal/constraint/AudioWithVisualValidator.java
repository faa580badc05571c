package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.AudioWithVisual;
import dev.seedance.validator.internal.At;
import dev.seedance.validator.internal.Findings;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.RuleValidator;

/** Checks {@link AudioWithVisual}. */
public final class AudioWithVisualValidator extends RuleValidator<AudioWithVisual> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    if (Media.of(request).onlyAudio()) {
      findings.add(At.member(Member.AUDIO_WITH_ROLES), Rule.AUDIO_WITHOUT_VISUAL, found -> found);
    }
  }
}
