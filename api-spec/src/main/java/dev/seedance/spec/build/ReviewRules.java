package dev.seedance.spec.build;

import static dev.seedance.spec.build.CapabilityTable.list;
import static dev.seedance.spec.build.Keywords.allOf;
import static dev.seedance.spec.build.Keywords.elements;
import static dev.seedance.spec.build.Keywords.ifThen;
import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.required;
import static dev.seedance.spec.build.Keywords.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules on the addresses of files while a review of the files is asked for. */
final class ReviewRules {

  private static final String ASSET = "asset";
  private static final List<String> WEB = List.of("https", "http");

  private final CapabilityTable table;
  private final JsonNode review;

  ReviewRules(CapabilityTable table) {
    this.table = table;
    review = table.root().path("review");
  }

  void addTo(RequestSchema schema) {
    if (!review.isMissingNode()) {
      schema.rule("private-asset-review.asset-url", eachKind(this::noAsset));
      schema.rule("private-asset-review.url-invalid", eachKind(kind -> Optional.of(address(kind))));
    }
  }

  /** A request that asks for a review, which its model has. */
  ObjectNode isOn() {
    MemberRow row = table.memberRow(review.required("member").asText());
    ObjectNode on = required(row.name(), schema("const", true));
    JsonNode without = table.names((model, columns) -> !row.isExposedBy(model));
    return without.isEmpty()
        ? on
        : schema("allOf", List.of(on, not(CapabilityTable.modelIn(without))));
  }

  /** Returns the schemes that files of a kind may have with a review or without one. */
  List<String> extendedSchemes(String kind, List<String> schemes) {
    List<String> extended = new ArrayList<>(schemes);
    reviewed(kind).stream().filter(scheme -> !schemes.contains(scheme)).forEach(extended::add);
    return extended;
  }

  private Optional<ObjectNode> eachKind(Function<String, Optional<ObjectNode>> rule) {
    List<ObjectNode> rules =
        Stream.of("image", "video", "audio").flatMap(kind -> rule.apply(kind).stream()).toList();
    return rules.isEmpty() ? Optional.empty() : Optional.of(ifThen(isOn(), allOf(rules)));
  }

  private Optional<ObjectNode> noAsset(String kind) {
    return reviewed(kind).contains(ASSET)
        ? Optional.empty()
        : Optional.of(addresses(kind, noneOf(List.of(ASSET))));
  }

  /** No scheme that a review refuses, and no http(s) URL that is long or has user information. */
  private ObjectNode address(String kind) {
    ObjectNode web =
        schema(
            "maxLength", review.required("max_url_bytes"),
            "not", schema("pattern", Patterns.userInformation()));
    ObjectNode rule = ifThen(schema("type", "string", "pattern", Patterns.beginning(WEB)), web);
    List<String> refused =
        table.texts(kind + "_url_schemes").stream()
            .filter(scheme -> !scheme.equals(ASSET) && !reviewed(kind).contains(scheme))
            .toList();
    return addresses(kind, refused.isEmpty() ? rule : allOf(List.of(rule, noneOf(refused))));
  }

  private List<String> reviewed(String kind) {
    List<String> schemes = new ArrayList<>();
    list(review, kind + "_url_schemes").forEach(scheme -> schemes.add(scheme.asText()));
    return schemes;
  }

  private static ObjectNode noneOf(List<String> schemes) {
    return not(schema("type", "string", "pattern", Patterns.beginning(schemes)));
  }

  private static ObjectNode addresses(String kind, ObjectNode address) {
    ObjectNode ofReferences = elements(kind + "_with_roles", member("url", address));
    return kind.equals("image")
        ? allOf(List.of(elements("image_urls", address), ofReferences))
        : ofReferences;
  }
}
