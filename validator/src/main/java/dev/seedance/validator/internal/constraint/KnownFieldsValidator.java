package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.KnownFields;
import dev.seedance.validator.internal.At;
import dev.seedance.validator.internal.Findings;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.RuleValidator;

/** Checks {@link KnownFields}. */
public final class KnownFieldsValidator extends RuleValidator<KnownFields> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    for (Member member : findings.unknownMembers()) {
      Object value = member.of(request);
      if (value != null) {
        findings.add(
            At.member(member),
            Rule.FIELD_UNKNOWN,
            found -> found.value(value).with("field", member.json()));
      }
    }
  }
}
