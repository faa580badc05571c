package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.LimitedReferences;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Checks {@link LimitedReferences}. */
public final class LimitedReferencesValidator extends RuleValidator<LimitedReferences> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    checkImages(request, findings);
    findings.model(request).ifPresent(model -> checkOthers(request, model, findings));
  }

  private static void checkImages(GenerationFields request, Findings findings) {
    Optional<ModelCapabilities> model = findings.model(request);
    int urls = Media.size(request.imageUrls());
    int images = Media.size(request.imageWithRoles());
    OptionalInt most = model.map(ModelCapabilities::maxImages).orElse(OptionalInt.empty());
    if (most.isPresent()) {
      UnaryOperator<Finding> all = found -> found.variant("all");
      tooMany(Member.IMAGE_URLS, urls, most.getAsInt(), all, findings);
      tooMany(Member.IMAGE_WITH_ROLES, images, most.getAsInt(), all, findings);
      return;
    }
    int limit =
        model
            .map(ModelCapabilities::maxReferenceImages)
            .orElse(findings.capabilities().shared().maxReferenceImages());
    tooMany(Member.IMAGE_URLS, urls, limit, found -> found, findings);
    if (images > limit) {
      int references = FrameRoles.of(request, findings).references();
      tooMany(Member.IMAGE_WITH_ROLES, references, limit, found -> found, findings);
    }
  }

  private static void tooMany(
      Member member, int count, int limit, UnaryOperator<Finding> wording, Findings findings) {
    if (count > limit) {
      findings.add(
          Location.member(member),
          Rule.REFERENCE_IMAGES_TOO_MANY,
          found ->
              wording.apply(found.value(count).with("limit", limit).with("field", member.json())));
    }
  }

  private static void checkOthers(
      GenerationFields request, ModelCapabilities model, Findings findings) {
    int videos = Media.size(request.videoWithRoles());
    if (videos > model.maxReferenceVideos().orElse(Integer.MAX_VALUE)) {
      int limit = model.maxReferenceVideos().getAsInt();
      findings.add(
          Location.member(Member.VIDEO_WITH_ROLES),
          Rule.REFERENCE_VIDEOS_TOO_MANY,
          found -> found.value(videos).with("limit", limit).with("model", model.name()));
    }
    int audios = Media.size(request.audioWithRoles());
    if (audios > model.maxReferenceAudios().orElse(Integer.MAX_VALUE)) {
      int limit = model.maxReferenceAudios().getAsInt();
      findings.add(
          Location.member(Member.AUDIO_WITH_ROLES),
          Rule.REFERENCE_AUDIOS_TOO_MANY,
          found -> found.value(audios).with("limit", limit).with("model", model.name()));
    }
  }
}
