package dev.seedance.spec.build;

import static dev.seedance.spec.build.CapabilityTable.list;
import static dev.seedance.spec.build.Keywords.allOf;
import static dev.seedance.spec.build.Keywords.anyOf;
import static dev.seedance.spec.build.Keywords.elements;
import static dev.seedance.spec.build.Keywords.filled;
import static dev.seedance.spec.build.Keywords.filledAny;
import static dev.seedance.spec.build.Keywords.ifThen;
import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.required;
import static dev.seedance.spec.build.Keywords.schema;
import static dev.seedance.spec.build.Keywords.textIn;
import static dev.seedance.spec.build.Keywords.visibleTextIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules on the files that a request starts from, and on what must or can't stand beside them. */
final class MediaRules {

  private static final String URLS = "image_urls";
  private static final String IMAGES = "image_with_roles";
  private static final String VIDEOS = "video_with_roles";
  private static final String AUDIOS = "audio_with_roles";
  private static final String ROLES = "image_roles";
  private static final String FIRST = "first_frame";
  private static final String LAST = "last_frame";
  private static final String REFERENCE = "reference_image";
  private static final String MAX_REFERENCES = "max_reference_images";
  private static final String MAX_IMAGES = "max_images";

  /** A string that is not blank; blank ones are a rule of their own. */
  private static final ObjectNode VISIBLE = schema("type", "string", "pattern", Patterns.VISIBLE);

  private final CapabilityTable table;
  private final ReviewRules review;

  MediaRules(CapabilityTable table) {
    this.table = table;
    this.review = new ReviewRules(table);
  }

  void addTo(RequestSchema schema) {
    schema.rule("prompt.required", anyOf(required("prompt", RequestSchema.PRESENT), anyMedia()));
    addElementRulesTo(schema);
    addFrameRulesTo(schema);
    addLimitsTo(schema);
    schema.rule("image-urls.exclusive", not(both(filled(URLS), filled(IMAGES))));
    schema.rule(
        "audio.without-visual",
        table.except(
            row -> row.path("audio_alone").asBoolean(),
            ifThen(filled(AUDIOS), filledAny(URLS, IMAGES, VIDEOS))));
    if (!table.list("tools").isEmpty()) {
      ObjectNode type = schema("not", schema("type", "null")).setAll(textIn(table.list("tools")));
      schema.rule("tools.unsupported", elements("tools", required("type", type)));
      schema.rule("tools.text-only", not(both(filled("tools"), anyMedia())));
    }
  }

  private void addElementRulesTo(RequestSchema schema) {
    schema.rule(
        "media-url.required",
        eachList(list -> elements(list, required("url", RequestSchema.PRESENT))));
    schema.rule(
        "media-url.invalid",
        allOf(Stream.of("image", "video", "audio").map(this::addresses).toList()));
    schema.rule(
        "media-role.required",
        eachList(list -> elements(list, required("role", RequestSchema.PRESENT))));
    schema.rule(
        "media-role.unsupported",
        table.perModel(
            row ->
                Optional.of(
                    allOf(
                        List.of(
                            roles(IMAGES, list(row, ROLES)),
                            roles(VIDEOS, list(row, "video_roles")),
                            roles(AUDIOS, list(row, "audio_roles")))))));
  }

  private void addFrameRulesTo(RequestSchema schema) {
    schema.rule("media-mode.unsupported", table.perModel(MediaRules::mediaModes));
    schema.rule(
        "media-mode.needs-first-frame",
        table.exceptWhereLacking(
            "media_modes",
            "frame",
            ifThen(
                required("media_mode", schema("const", "frame")),
                required(IMAGES, schema("not", schema("type", "null")).setAll(has(FIRST))))));
    schema.rule("first-frame.too-many", atMost(FIRST, "max_first_frames"));
    schema.rule("last-frame.too-many", atMost(LAST, "max_last_frames"));
    schema.rule(
        "last-frame.without-first",
        withRole(LAST, ifThen(imagesHave(LAST), member(IMAGES, has(FIRST)))));
    ObjectNode onlyFrames = member(IMAGES, not(has(REFERENCE)));
    onlyFrames.set("not", filledAny(VIDEOS, AUDIOS));
    schema.rule(
        "frame-mode.mixed",
        allOf(
            Stream.of(FIRST, LAST)
                .map(role -> withRole(role, ifThen(imagesHave(role), onlyFrames)))
                .toList()));
  }

  private void addLimitsTo(RequestSchema schema) {
    schema.rule("reference-images.too-many", imageLimits());
    schema.rule(
        "reference-videos.too-many",
        table.perModel(row -> limit(row, "max_reference_videos", VIDEOS)));
    schema.rule(
        "reference-audios.too-many",
        table.perModel(row -> limit(row, "max_reference_audios", AUDIOS)));
  }

  private ObjectNode imageLimits() {
    ObjectNode ofTheRevision =
        table.except(
            row -> row.has(MAX_IMAGES) || row.has(MAX_REFERENCES),
            references(table.root().required(MAX_REFERENCES)));
    return table
        .perModel(MediaRules::imageLimit)
        .map(ofModels -> allOf(List.of(ofTheRevision, ofModels)))
        .orElse(ofTheRevision);
  }

  private static ObjectNode references(JsonNode limit) {
    return allOf(List.of(member(URLS, schema("maxItems", limit)), atMost(REFERENCE, limit)));
  }

  private static Optional<ObjectNode> imageLimit(JsonNode row) {
    JsonNode all = row.path(MAX_IMAGES);
    if (!all.isMissingNode()) {
      ObjectNode most = schema("maxItems", all);
      return Optional.of(allOf(List.of(member(URLS, most), member(IMAGES, most))));
    }
    return row.has(MAX_REFERENCES)
        ? Optional.of(references(row.path(MAX_REFERENCES)))
        : Optional.empty();
  }

  private static Optional<ObjectNode> limit(JsonNode row, String key, String list) {
    return row.has(key)
        ? Optional.of(member(list, schema("maxItems", row.path(key))))
        : Optional.empty();
  }

  private static Optional<ObjectNode> mediaModes(JsonNode row) {
    return Optional.of(member("media_mode", textIn(list(row, "media_modes"))));
  }

  private static ObjectNode anyMedia() {
    return filledAny(URLS, IMAGES, VIDEOS, AUDIOS);
  }

  private static ObjectNode both(ObjectNode one, ObjectNode other) {
    return schema("type", "object", "allOf", List.of(one, other));
  }

  private static ObjectNode eachList(Function<String, ObjectNode> rule) {
    return allOf(Stream.of(IMAGES, VIDEOS, AUDIOS).map(rule).toList());
  }

  private static ObjectNode roles(String list, JsonNode roles) {
    return elements(list, member("role", visibleTextIn(roles)));
  }

  /** Holds files of a kind to the addresses that they take, which a review may extend. */
  private ObjectNode addresses(String kind) {
    List<String> schemes = table.texts(kind + "_url_schemes");
    List<String> reviewed = review.extendedSchemes(kind, schemes);
    return reviewed.equals(schemes)
        ? addresses(kind, schemes)
        : allOf(
            List.of(
                ifThen(not(review.isOn()), addresses(kind, schemes)),
                ifThen(review.isOn(), addresses(kind, reviewed))));
  }

  private static ObjectNode addresses(String kind, List<String> schemes) {
    ObjectNode address =
        schema(
            "pattern", Patterns.address(schemes, kind),
            "not", schema("pattern", Patterns.OUTSIDE_URLS));
    ObjectNode ofReferences =
        elements(kind + "_with_roles", member("url", ifThen(VISIBLE, address)));
    return kind.equals("image")
        ? allOf(List.of(elements(URLS, ifThen(schema("type", "string"), address)), ofReferences))
        : ofReferences;
  }

  private ObjectNode withRole(String role, ObjectNode schema) {
    return table.exceptWhereLacking(ROLES, role, schema);
  }

  private ObjectNode atMost(String role, String limit) {
    return withRole(role, atMost(role, table.root().required(limit)));
  }

  private static ObjectNode atMost(String role, JsonNode limit) {
    return member(IMAGES, has(role).put("minContains", 0).set("maxContains", limit));
  }

  private static ObjectNode imagesHave(String role) {
    return required(IMAGES, schema("type", "array").setAll(has(role)));
  }

  private static ObjectNode has(String role) {
    return schema("contains", required("role", schema("const", role)));
  }
}
