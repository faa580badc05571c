package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.Capabilities.SharedLimits;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ValidMediaUrls;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;

/** Checks {@link ValidMediaUrls}. */
public final class ValidMediaUrlsValidator extends RuleValidator<ValidMediaUrls> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    SharedLimits shared = findings.capabilities().shared();
    checkStrings(Media.list(request.imageUrls()), shared.imageUrlSchemes(), findings);
    check(
        Member.IMAGE_WITH_ROLES,
        Media.list(request.imageWithRoles()),
        "image",
        shared.imageUrlSchemes(),
        findings);
    check(
        Member.VIDEO_WITH_ROLES,
        Media.list(request.videoWithRoles()),
        "video",
        shared.videoUrlSchemes(),
        findings);
    check(
        Member.AUDIO_WITH_ROLES,
        Media.list(request.audioWithRoles()),
        "audio",
        shared.audioUrlSchemes(),
        findings);
  }

  private static void checkStrings(List<String> urls, List<String> schemes, Findings findings) {
    for (int i = 0; i < urls.size(); i++) {
      String url = urls.get(i);
      if (!MediaUrl.isValid(url, "image", schemes)) {
        findings.add(
            Location.element(Member.IMAGE_URLS, i),
            Rule.MEDIA_URL_INVALID,
            found -> invalid(found, url, "image", schemes));
      }
    }
  }

  private static void check(
      Member member,
      List<MediaReference> media,
      String kind,
      List<String> schemes,
      Findings findings) {
    for (int i = 0; i < media.size(); i++) {
      String url = media.get(i).url();
      var at = Location.child(member, i, "url");
      if (url == null || url.isBlank()) {
        findings.add(
            at,
            Rule.MEDIA_URL_REQUIRED,
            found -> found.value(url).allowed(MediaUrl.beginnings(kind, schemes)));
      } else if (!MediaUrl.isValid(url, kind, schemes)) {
        findings.add(at, Rule.MEDIA_URL_INVALID, found -> invalid(found, url, kind, schemes));
      }
    }
  }

  private static Finding invalid(Finding found, String url, String kind, List<String> schemes) {
    Finding invalid =
        found.value(url).allowed(MediaUrl.beginnings(kind, schemes)).with("kind", kind);
    String fault = schemes.contains("data") ? MediaUrl.dataFault(url, kind) : null;
    return fault == null ? invalid : invalid.variant(fault);
  }
}
