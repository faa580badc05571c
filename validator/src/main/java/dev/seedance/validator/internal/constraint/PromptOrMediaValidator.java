package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.PromptOrMedia;
import dev.seedance.validator.internal.At;
import dev.seedance.validator.internal.Findings;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.RuleValidator;

/** Checks {@link PromptOrMedia}. */
public final class PromptOrMediaValidator extends RuleValidator<PromptOrMedia> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String prompt = request.prompt();
    if (prompt != null && !prompt.isBlank()) {
      return;
    }
    var rule = Media.of(request).any() ? Rule.PROMPT_RECOMMENDED : Rule.PROMPT_REQUIRED;
    findings.add(At.member(Member.PROMPT), rule, found -> found.value(prompt));
  }
}
