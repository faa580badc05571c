package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Review;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ReviewableMedia;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link ReviewableMedia}. */
public final class ReviewableMediaValidator extends RuleValidator<ReviewableMedia> {

  private static final Set<String> WEB = Set.of("http", "https");

  @Override
  protected void check(GenerationFields request, Findings findings) {
    findings.review(request).ifPresent(review -> check(request, review, findings));
  }

  private static void check(GenerationFields request, Review review, Findings findings) {
    if (!Media.of(request).any()) {
      findings.add(
          Location.member(review.member().name()),
          Rule.PRIVATE_ASSET_REVIEW_WITHOUT_MEDIA,
          found -> found.value(true).with("field", review.member().name()));
    }
    Map<String, String> kinds = new HashMap<>();
    for (Address address : Address.of(request)) {
      Schemes schemes = Schemes.of(address.kind(), request, findings);
      String scheme = MediaUrl.scheme(address.url());
      boolean web = WEB.contains(scheme);
      if ((web || !schemes.allowed().contains(scheme))
          && MediaUrl.isValid(address.url(), address.kind(), schemes.known())) {
        check(address, scheme, schemes.allowed(), review, findings);
        if (web) {
          checkKind(address, kinds, findings);
        }
      }
    }
  }

  /** Looks at an address that would do without a review; others break a rule of their own. */
  private static void check(
      Address address, String scheme, List<String> allowed, Review review, Findings findings) {
    boolean refused = !allowed.contains(scheme);
    if (refused && scheme.equals("asset")) {
      findings.add(
          address.location(),
          Rule.PRIVATE_ASSET_REVIEW_ASSET_URL,
          found -> describe(found, address, allowed));
      return;
    }
    String fault = refused ? "scheme" : webFault(address.url(), review.maxUrlBytes());
    if (fault != null) {
      findings.add(
          address.location(),
          Rule.PRIVATE_ASSET_REVIEW_URL_INVALID,
          found ->
              describe(found, address, allowed).variant(fault).with("limit", review.maxUrlBytes()));
    }
  }

  private static @Nullable String webFault(String url, int maxBytes) {
    HttpUrl web = HttpUrl.parse(url);
    if (web != null && web.hasUserInfo()) {
      return "user-info";
    }
    return url.getBytes(StandardCharsets.UTF_8).length > maxBytes ? "too-long" : null;
  }

  private static void checkKind(Address address, Map<String, String> kinds, Findings findings) {
    String other = kinds.putIfAbsent(address.url(), address.kind());
    if (other != null && !other.equals(address.kind())) {
      findings.add(
          address.location(),
          Rule.PRIVATE_ASSET_REVIEW_CONFLICTING_KINDS,
          found -> found.value(address.url()).with("kind", address.kind()).with("other", other));
    }
  }

  private static Finding describe(Finding found, Address address, List<String> allowed) {
    return found
        .value(address.url())
        .allowed(MediaUrl.beginnings(address.kind(), allowed))
        .with("kind", address.kind());
  }
}
