package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.media.ContentType;
import dev.seedance.validator.Capabilities.SharedLimits;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.MatchingMediaTypes;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks {@link MatchingMediaTypes}. */
public final class MatchingMediaTypesValidator extends RuleValidator<MatchingMediaTypes> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    SharedLimits shared = findings.capabilities().shared();
    if (takesData(shared.imageUrlSchemes())) {
      List<String> urls = Media.list(request.imageUrls());
      for (int i = 0; i < urls.size(); i++) {
        check(Location.element(Member.IMAGE_URLS, i), urls.get(i), "image", findings);
      }
      check(Member.IMAGE_WITH_ROLES, request.imageWithRoles(), "image", findings);
    }
    if (takesData(shared.audioUrlSchemes())) {
      check(Member.AUDIO_WITH_ROLES, request.audioWithRoles(), "audio", findings);
    }
    if (takesData(shared.videoUrlSchemes())) {
      check(Member.VIDEO_WITH_ROLES, request.videoWithRoles(), "video", findings);
    }
  }

  private static boolean takesData(List<String> schemes) {
    return schemes.contains("data");
  }

  private static void check(
      Member member, @Nullable List<MediaReference> media, String kind, Findings findings) {
    List<MediaReference> references = Media.list(media);
    for (int i = 0; i < references.size(); i++) {
      check(Location.child(member, i, "url"), references.get(i).url(), kind, findings);
    }
  }

  private static void check(
      Location location, @Nullable String url, String kind, Findings findings) {
    DataUrl data = url == null ? null : DataUrl.of(url);
    if (data == null || !data.type().startsWith(kind + '/')) {
      return; // of another kind is invalid, which is a rule of its own
    }
    Optional<ContentType> declared = ContentType.named(data.type());
    List<ContentType> found = declared.isEmpty() ? List.of() : ContentType.of(data.beginning());
    if (!found.isEmpty() && found.stream().noneMatch(type -> type.isNamed(data.type()))) {
      findings.add(
          location,
          Rule.MEDIA_URL_MISMATCH,
          finding ->
              describe(finding.value(url).with("declared", data.type()), found.get(0), kind));
    }
  }

  private static Finding describe(Finding finding, ContentType found, String kind) {
    Finding described = finding.with("found", found.title()).with("kind", kind);
    return found.mimeType().startsWith(kind + '/')
        ? described.with("type", found.mimeType())
        : described.variant("other-kind");
  }
}
