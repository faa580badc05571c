package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.media.ContentType;
import dev.seedance.validator.Capabilities.SharedLimits;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.MatchingMediaTypes;
import dev.seedance.validator.internal.Finding;
import java.util.List;
import java.util.Optional;

/** Checks {@link MatchingMediaTypes}. */
public final class MatchingMediaTypesValidator extends RuleValidator<MatchingMediaTypes> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    SharedLimits shared = findings.capabilities().shared();
    for (Address address : Address.of(request)) {
      if (Schemes.usual(address.kind(), shared).contains("data")) {
        check(address, findings);
      }
    }
  }

  private static void check(Address address, Findings findings) {
    DataUrl data = DataUrl.of(address.url());
    if (data == null || !data.type().startsWith(address.kind() + '/')) {
      return; // of another kind is invalid, which is a rule of its own
    }
    Optional<ContentType> declared = ContentType.named(data.type());
    List<ContentType> found = declared.isEmpty() ? List.of() : ContentType.of(data.beginning());
    if (!found.isEmpty() && found.stream().noneMatch(type -> type.isNamed(data.type()))) {
      findings.add(
          address.location(),
          Rule.MEDIA_URL_MISMATCH,
          finding ->
              describe(
                  finding.value(address.url()).with("declared", data.type()),
                  found.get(0),
                  address.kind()));
    }
  }

  private static Finding describe(Finding finding, ContentType found, String kind) {
    Finding described = finding.with("found", found.title()).with("kind", kind);
    return found.mimeType().startsWith(kind + '/')
        ? described.with("type", found.mimeType())
        : described.variant("other-kind");
  }
}
