package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.KnownFields;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link KnownFields}. */
public final class KnownFieldsValidator extends RuleValidator<KnownFields> {

  private static final List<Member> MEMBERS = List.of(Member.values());

  @Override
  protected void check(GenerationFields request, Findings findings) {
    for (Member member : MEMBERS) {
      Object value = value(member, request);
      if (value != null && !findings.capabilities().hasField(member.json())) {
        add(member.json(), value, findings);
      }
    }
    request
        .tableMembers()
        .forEach(
            (name, value) -> {
              if (value != null && findings.capabilities().tableMember(name) == null) {
                add(name, value, findings);
              }
            });
  }

  private static void add(String name, Object value, Findings findings) {
    findings.add(
        Location.member(name), Rule.FIELD_UNKNOWN, found -> found.value(value).with("field", name));
  }

  private static @Nullable Object value(Member member, GenerationFields request) {
    return switch (member) {
      case MODEL -> request.model();
      case PROMPT -> request.prompt();
      case CLIENT_BUSINESS_ID -> request.clientBusinessId();
      case METADATA -> request.metadata();
      case DURATION -> request.duration();
      case ASPECT_RATIO -> request.aspectRatio();
      case IMAGE_URLS -> request.imageUrls();
      case IMAGE_WITH_ROLES -> request.imageWithRoles();
      case VIDEO_WITH_ROLES -> request.videoWithRoles();
      case AUDIO_WITH_ROLES -> request.audioWithRoles();
      case RESOLUTION -> request.resolution();
      case GENERATE_AUDIO -> request.generateAudio();
      case RETURN_LAST_FRAME -> request.returnLastFrame();
      case MEDIA_MODE -> request.mediaMode();
      case COUNT -> request.count();
      case N -> request.n();
      case SEED -> request.seed();
      case CALLBACK_URL -> request.callbackUrl();
      case TRACE_ID -> request.traceId();
      case TOOLS -> request.tools();
    };
  }
}
