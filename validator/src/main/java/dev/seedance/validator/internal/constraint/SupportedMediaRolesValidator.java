package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.SupportedMediaRoles;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks {@link SupportedMediaRoles}. */
public final class SupportedMediaRolesValidator extends RuleValidator<SupportedMediaRoles> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    check(
        Member.IMAGE_WITH_ROLES,
        request.imageWithRoles(),
        ModelCapabilities::imageRoles,
        request,
        findings);
    check(
        Member.VIDEO_WITH_ROLES,
        request.videoWithRoles(),
        ModelCapabilities::videoRoles,
        request,
        findings);
    check(
        Member.AUDIO_WITH_ROLES,
        request.audioWithRoles(),
        ModelCapabilities::audioRoles,
        request,
        findings);
  }

  private static void check(
      Member member,
      @Nullable List<MediaReference> media,
      Function<ModelCapabilities, List<String>> roles,
      GenerationFields request,
      Findings findings) {
    if (media == null) {
      return;
    }
    var model = findings.model(request);
    for (int i = 0; i < media.size(); i++) {
      String role = media.get(i).role();
      var at = Location.child(member, i, "role");
      if (role == null || role.isBlank()) {
        findings.add(
            at,
            Rule.MEDIA_ROLE_REQUIRED,
            found ->
                found
                    .value(role)
                    .allowed(
                        model.map(roles).orElseGet(() -> findings.capabilities().union(roles))));
      } else if (model.isPresent() && !roles.apply(model.get()).contains(role)) {
        findings.add(
            at,
            Rule.MEDIA_ROLE_UNSUPPORTED,
            found ->
                found
                    .value(role)
                    .allowed(roles.apply(model.get()))
                    .with("model", model.get().name())
                    .with("field", member.json()));
      }
    }
  }
}
