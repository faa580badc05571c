package dev.seedance.validator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.validator.Capabilities.Defaults;
import dev.seedance.validator.Capabilities.SharedLimits;
import dev.seedance.validator.Operations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads a capability table. A table that lacks a key that it needs fails loudly. */
final class CapabilityTable {

  private CapabilityTable() {}

  static Capabilities read(URL table) {
    try (InputStream json = table.openStream()) {
      return capabilities(new ObjectMapper().readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the capability table " + table, e);
    }
  }

  static Capabilities capabilities(JsonNode table) {
    Map<String, ModelCapabilities> models = new LinkedHashMap<>();
    table
        .required("models")
        .properties()
        .forEach(row -> models.put(row.getKey(), model(row.getKey(), row.getValue(), table)));
    Map<String, TableMember> members = new LinkedHashMap<>();
    table
        .path("members")
        .properties()
        .forEach(
            row ->
                members.put(row.getKey(), member(row.getKey(), row.getValue(), models.keySet())));
    List<String> fields = new ArrayList<>(strings(table.required("fields")));
    fields.addAll(members.keySet());
    return new Capabilities(
        table.required("revision").asText(),
        fields,
        members,
        shared(table),
        defaults(table.required("defaults")),
        models,
        table.has("review") ? review(table.path("review"), members) : null,
        table.has("operations") ? operations(table.path("operations"), members) : null);
  }

  private static SharedLimits shared(JsonNode table) {
    return new SharedLimits(
        strings(table.required("aspect_ratios")),
        table.required("max_first_frames").intValue(),
        table.required("max_last_frames").intValue(),
        table.required("max_reference_images").intValue(),
        table.required("max_client_business_id_length").intValue(),
        strings(table.required("image_url_schemes")),
        strings(table.required("video_url_schemes")),
        strings(table.required("audio_url_schemes")),
        strings(table.path("tools")),
        table.path("trace_id_needs_callback").booleanValue());
  }

  private static Defaults defaults(JsonNode row) {
    return new Defaults(
        row.required("resolution").asText(),
        row.required("aspect_ratio").asText(),
        row.required("generate_audio").booleanValue(),
        row.required("return_last_frame").booleanValue(),
        row.required("outputs").intValue());
  }

  private static TableMember member(String name, JsonNode row, Collection<String> models) {
    return new TableMember(
        name,
        row.required("about").asText(),
        strings(row.path("values")),
        row.has("models") ? strings(row.path("models")) : List.copyOf(models),
        byDefault(row.path("default")),
        row.has("was") ? row.path("was").asText() : null);
  }

  private static @Nullable Object byDefault(JsonNode value) {
    return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
  }

  private static Review review(JsonNode row, Map<String, TableMember> members) {
    return new Review(
        member(row, members),
        row.required("max_url_bytes").intValue(),
        strings(row.required("image_url_schemes")),
        strings(row.required("video_url_schemes")),
        strings(row.required("audio_url_schemes")));
  }

  private static Operations operations(JsonNode row, Map<String, TableMember> members) {
    Map<String, Operation> byValue = new LinkedHashMap<>();
    row.required("values")
        .properties()
        .forEach(value -> byValue.put(value.getKey(), operation(value.getKey(), value.getValue())));
    return new Operations(member(row, members), Collections.unmodifiableMap(byValue));
  }

  private static Operation operation(String name, JsonNode row) {
    return new Operation(
        name,
        row.path("needs_video").booleanValue(),
        row.has("durations") ? longs(row.path("durations")) : null,
        row.has("auto_durations") ? longs(row.path("auto_durations")) : null,
        row.has("aspect_ratios") ? strings(row.path("aspect_ratios")) : null);
  }

  private static TableMember member(JsonNode row, Map<String, TableMember> members) {
    String name = row.required("member").asText();
    return Objects.requireNonNull(members.get(name), () -> name + " is no row of `members`");
  }

  private static ModelCapabilities model(String name, JsonNode row, JsonNode table) {
    return new ModelCapabilities(
        name,
        row.path("purpose").asText(),
        longs(row.required("durations")),
        texts(row.path("duration_note")),
        longs(row.path("auto_durations")),
        strings(row.required("resolutions")),
        strings(row.path("image_roles")),
        strings(row.path("video_roles")),
        strings(row.path("audio_roles")),
        (row.has("max_reference_images") ? row : table).required("max_reference_images").intValue(),
        limit(row.path("max_images")),
        limit(row.path("max_reference_videos")),
        limit(row.path("max_reference_audios")),
        row.path("audio_alone").booleanValue(),
        strings(row.path("frame_aspect_ratios")),
        strings(row.path("media_modes")),
        row.path("generate_audio").booleanValue(),
        row.path("return_last_frame").booleanValue(),
        range(row.path("outputs")),
        strings(row.path("undocumented")));
  }

  private static List<Long> range(JsonNode range) {
    return range.isMissingNode()
        ? List.of()
        : LongStream.rangeClosed(
                range.required("min").longValue(), range.required("max").longValue())
            .boxed()
            .toList();
  }

  private static OptionalInt limit(JsonNode limit) {
    return limit.isInt() ? OptionalInt.of(limit.intValue()) : OptionalInt.empty();
  }

  private static Map<String, String> texts(JsonNode byLanguage) {
    Map<String, String> texts = new LinkedHashMap<>();
    byLanguage.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    return Map.copyOf(texts);
  }

  private static List<String> strings(JsonNode list) {
    return list(list, JsonNode::asText);
  }

  private static List<Long> longs(JsonNode list) {
    return list(list, JsonNode::longValue);
  }

  private static <T> List<T> list(JsonNode list, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    list.forEach(value -> values.add(read.apply(value)));
    return List.copyOf(values);
  }
}
