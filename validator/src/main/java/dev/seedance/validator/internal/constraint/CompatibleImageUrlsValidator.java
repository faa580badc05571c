package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.CompatibleImageUrls;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link CompatibleImageUrls}. */
public final class CompatibleImageUrlsValidator extends RuleValidator<CompatibleImageUrls> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    int urls = Media.size(request.imageUrls());
    if (urls == 0) {
      return;
    }
    if (Media.size(request.imageWithRoles()) > 0) {
      findings.add(
          Location.member(Member.IMAGE_URLS),
          Rule.IMAGE_URLS_EXCLUSIVE,
          found -> found.value(request.imageUrls()));
    }
    findings.add(
        Location.member(Member.IMAGE_URLS),
        Rule.IMAGE_URLS_DISCOURAGED,
        found -> found.value(request.imageUrls()));
  }
}
