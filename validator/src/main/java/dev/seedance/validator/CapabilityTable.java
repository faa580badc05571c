package dev.seedance.validator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.validator.Capabilities.Defaults;
import dev.seedance.validator.Capabilities.SharedLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.LongStream;

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
        .forEach(row -> models.put(row.getKey(), model(row.getKey(), row.getValue())));
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
        models);
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
        row.has("models") ? strings(row.path("models")) : List.copyOf(models));
  }

  private static ModelCapabilities model(String name, JsonNode row) {
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
        limit(row.path("max_reference_videos")),
        limit(row.path("max_reference_audios")),
        strings(row.path("media_modes")),
        row.path("generate_audio").booleanValue(),
        row.path("return_last_frame").booleanValue(),
        range(row.path("outputs")));
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
