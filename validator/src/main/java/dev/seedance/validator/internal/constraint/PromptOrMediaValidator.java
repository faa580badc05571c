package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.PromptOrMedia;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link PromptOrMedia}. */
public final class PromptOrMediaValidator extends RuleValidator<PromptOrMedia> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String prompt = request.prompt();
    if (prompt != null && !prompt.isBlank()) {
      return;
    }
    var rule = Media.of(request).any() ? Rule.PROMPT_RECOMMENDED : Rule.PROMPT_REQUIRED;
    findings.add(Location.member(Member.PROMPT), rule, found -> found.value(prompt));
  }
}
