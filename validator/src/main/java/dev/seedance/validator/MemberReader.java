package dev.seedance.validator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Member;
import dev.seedance.validator.internal.UnknownMember;
import dev.seedance.validator.internal.json.BodyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of one body into a request. Used once. */
final class MemberReader {

  private static final List<String> REFERENCE = List.of("url", "role");
  private static final List<String> TOOL = List.of("type");

  /** Stands for an element that is none, so that those after it keep their index. */
  private static final MediaReference NO_REFERENCE = new MediaReference(null, null);

  private final JsonParser parser;
  private final Values values;
  private final Capabilities capabilities;
  private final GenerationRequest.Builder request = GenerationRequest.builder();

  MemberReader(JsonParser parser, BodyText texts, Capabilities capabilities) {
    this.parser = parser;
    this.capabilities = capabilities;
    this.values = new Values(parser, texts);
  }

  Reading read(JsonToken first) throws IOException {
    if (first != JsonToken.START_OBJECT) {
      Object found = values.rejected(first);
      return Reading.refused(
          Finding.of(Rule.JSON_NOT_AN_OBJECT.id(), "")
              .value(found)
              .with("found", Values.kind(first)));
    }
    Set<Member> seen = EnumSet.noneOf(Member.class);
    var others = new Names();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Member member = Member.named(name);
      if (member != null && capabilities.hasField(name)) {
        if (seen.add(member)) {
          read(member, parser.nextToken());
        } else {
          values.duplicate();
        }
      } else if (others.isNew(name)) {
        other(name);
      } else {
        values.duplicate();
      }
    }
    return new Reading(request.build(), values.findings());
  }

  /** Reads a row of the table by its name or its old one, or a member of no contract. */
  private void other(String name) throws IOException {
    TableMember row = capabilities.tableMember(name);
    if (row != null) {
      JsonToken token = parser.nextToken();
      request.tableMember(name, row.isSwitch() ? values.bool(token) : values.string(token));
    } else if (capabilities.renamedMember(name) != null) {
      request.tableMember(name, values.rejected(parser.nextToken()));
    } else {
      values.unknown(
          name,
          new UnknownMember(
              capabilities.revision(), capabilities.fields(), capabilities.laterFields()));
    }
  }

  private void read(Member member, JsonToken token) throws IOException {
    switch (member) {
      case MODEL -> request.model(values.string(token));
      case PROMPT -> request.prompt(values.string(token));
      case CLIENT_BUSINESS_ID -> request.clientBusinessId(values.string(token));
      case METADATA -> request.metadata(values.object(token));
      case DURATION -> request.duration(values.integer(token));
      case ASPECT_RATIO -> request.aspectRatio(values.string(token));
      case IMAGE_URLS -> request.imageUrls(strings(token));
      case IMAGE_WITH_ROLES -> request.imageWithRoles(references(token));
      case VIDEO_WITH_ROLES -> request.videoWithRoles(references(token));
      case AUDIO_WITH_ROLES -> request.audioWithRoles(references(token));
      case RESOLUTION -> request.resolution(values.string(token));
      case GENERATE_AUDIO -> request.generateAudio(values.bool(token));
      case RETURN_LAST_FRAME -> request.returnLastFrame(values.bool(token));
      case MEDIA_MODE -> request.mediaMode(values.string(token));
      case COUNT -> request.count(values.integer(token));
      case N -> request.n(values.integer(token));
      case SEED -> request.seed(values.integer(token));
      case CALLBACK_URL -> request.callbackUrl(values.string(token));
      case TRACE_ID -> request.traceId(values.string(token));
      case TOOLS -> request.tools(tools(token));
    }
  }

  private @Nullable List<String> strings(JsonToken token) throws IOException {
    if (!values.isArray(token)) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      strings.add(next == JsonToken.VALUE_STRING ? values.text() : "");
      if (next != JsonToken.VALUE_STRING) {
        values.wrongType("string", next);
      }
    }
    return strings;
  }

  private @Nullable List<MediaReference> references(JsonToken token) throws IOException {
    if (!values.isArray(token)) {
      return null;
    }
    List<MediaReference> references = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      references.add(reference(next));
    }
    return references;
  }

  private MediaReference reference(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      values.wrongType("object", token);
      return NO_REFERENCE;
    }
    Map<String, @Nullable String> strings = values.stringMembers(REFERENCE);
    return new MediaReference(strings.get("url"), strings.get("role"));
  }

  private @Nullable List<Tool> tools(JsonToken token) throws IOException {
    if (!values.isArray(token)) {
      return null;
    }
    List<Tool> tools = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        tools.add(new Tool(values.stringMembers(TOOL).get("type")));
      } else {
        values.wrongType("object", next);
        tools.add(new Tool(null));
      }
    }
    return tools;
  }
}
