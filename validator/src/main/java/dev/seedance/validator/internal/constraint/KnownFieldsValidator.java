package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.TableMember;
import dev.seedance.validator.constraint.KnownFields;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.UnknownMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link KnownFields}. */
public final class KnownFieldsValidator extends RuleValidator<KnownFields> {

  private static final List<Member> MEMBERS = List.of(Member.values());

  @Override
  protected void check(GenerationFields request, Findings findings) {
    Capabilities capabilities = findings.capabilities();
    for (Member member : MEMBERS) {
      Object value = value(member, request);
      if (value != null && !capabilities.hasField(member.json())) {
        add(member.json(), value, findings);
      }
    }
    request
        .tableMembers()
        .forEach(
            (name, value) -> {
              if (value != null && capabilities.tableMember(name) == null) {
                add(name, value, findings);
              }
            });
    findings
        .model(request)
        .ifPresent(
            model ->
                model
                    .undocumented()
                    .forEach(name -> checkUndocumented(name, model, request, findings)));
  }

  private static void add(String name, Object value, Findings findings) {
    Location location = Location.member(name);
    TableMember renamed = findings.capabilities().renamedMember(name);
    if (renamed == null) {
      findings.add(
          location,
          Rule.FIELD_UNKNOWN,
          found ->
              new UnknownMember(
                      findings.capabilities().revision(),
                      findings.capabilities().fields(),
                      findings.capabilities().laterFields())
                  .describe(found, name, value));
    } else {
      findings.add(
          location,
          renamed.renamedRule(),
          found ->
              found
                  .value(value)
                  .with("field", name)
                  .with("name", renamed.name())
                  .message("table-member.renamed"));
    }
  }

  private static void checkUndocumented(
      String name, ModelCapabilities model, GenerationFields request, Findings findings) {
    Member member = Member.named(name);
    Object value = member == null ? request.tableMembers().get(name) : value(member, request);
    if (value != null) {
      findings.add(
          Location.member(name),
          Rule.FIELD_UNDOCUMENTED,
          found -> found.value(value).with("field", name).with("model", model.name()));
    }
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
