package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ValidMediaUrls;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link ValidMediaUrls}. */
public final class ValidMediaUrlsValidator extends RuleValidator<ValidMediaUrls> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    checkStrings(Media.list(request.imageUrls()), Schemes.of("image", request, findings), findings);
    check(Member.IMAGE_WITH_ROLES, "image", request.imageWithRoles(), request, findings);
    check(Member.VIDEO_WITH_ROLES, "video", request.videoWithRoles(), request, findings);
    check(Member.AUDIO_WITH_ROLES, "audio", request.audioWithRoles(), request, findings);
  }

  private static void checkStrings(List<String> urls, Schemes schemes, Findings findings) {
    for (int i = 0; i < urls.size(); i++) {
      String url = urls.get(i);
      if (!MediaUrl.isValid(url, "image", schemes.known())) {
        findings.add(
            Location.element(Member.IMAGE_URLS, i),
            Rule.MEDIA_URL_INVALID,
            found -> invalid(found, url, "image", schemes.allowed()));
      }
    }
  }

  private static void check(
      Member member,
      String kind,
      @Nullable List<MediaReference> media,
      GenerationFields request,
      Findings findings) {
    if (media == null) {
      return;
    }
    Schemes schemes = Schemes.of(kind, request, findings);
    for (int i = 0; i < media.size(); i++) {
      String url = media.get(i).url();
      var at = Location.child(member, i, "url");
      if (url == null || url.isBlank()) {
        findings.add(
            at,
            Rule.MEDIA_URL_REQUIRED,
            found -> found.value(url).allowed(MediaUrl.beginnings(kind, schemes.allowed())));
      } else if (!MediaUrl.isValid(url, kind, schemes.known())) {
        findings.add(
            at, Rule.MEDIA_URL_INVALID, found -> invalid(found, url, kind, schemes.allowed()));
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
