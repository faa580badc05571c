package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.text.ShownText;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ValidClientBusinessId;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.Wording;
import org.jspecify.annotations.Nullable;

/** Checks {@link ValidClientBusinessId}. */
public final class ValidClientBusinessIdValidator extends RuleValidator<ValidClientBusinessId> {

  private static final Location TOP = Location.member(Member.CLIENT_BUSINESS_ID);
  private static final Location NESTED = Location.metadataId();

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String top = request.clientBusinessId();
    Object nested =
        request.metadata() == null
            ? null
            : request.metadata().get(Member.CLIENT_BUSINESS_ID.json());
    boolean valid = top == null || isValid(TOP, top, findings);
    if (nested instanceof String id) {
      valid &= isValid(NESTED, id, findings);
      if (top == null) {
        findings.add(NESTED, Rule.CLIENT_BUSINESS_ID_PREFER_TOP_LEVEL, found -> found.value(id));
      } else if (valid && !top.equals(id)) {
        findings.add(
            NESTED,
            Rule.CLIENT_BUSINESS_ID_CONFLICT,
            found -> found.value(id).with("other", Wording.quote(top)));
      }
    } else if (nested != null) {
      findings.add(
          NESTED,
          Rule.FIELD_TYPE,
          found ->
              found
                  .variant("string")
                  .value(nested)
                  .with("field", Member.CLIENT_BUSINESS_ID.json()));
    }
  }

  private static boolean isValid(Location at, String id, Findings findings) {
    int limit = findings.capabilities().shared().maxClientBusinessIdLength();
    String fault = fault(id, limit);
    if (fault != null) {
      findings.add(
          at,
          Rule.CLIENT_BUSINESS_ID_INVALID,
          found ->
              found
                  .variant(fault)
                  .value(id)
                  .with("limit", limit)
                  .with("length", ShownText.length(id)));
    }
    return fault == null;
  }

  private static @Nullable String fault(String id, int limit) {
    if (id.isBlank()) {
      return "blank";
    }
    if (ShownText.length(id) > limit) {
      return "too-long";
    }
    return id.chars().anyMatch(Character::isISOControl) ? "control-character" : null;
  }
}
