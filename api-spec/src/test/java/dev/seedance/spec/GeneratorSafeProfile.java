package dev.seedance.spec;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The lines of the profile that keeps the contract pleasant for code generators.
 *
 * <p>Each line is a function from a document to its offenders, as texts that start with a JSON
 * Pointer; none means that the document keeps to the line.
 */
final class GeneratorSafeProfile {

  private static final Set<String> ENVELOPE_ERRORS = Set.of("400", "401", "500");

  /** The errors of each operation. A new operation needs a row. */
  private static final Map<String, Set<String>> ERRORS =
      Map.ofEntries(
          entry("createGeneration", Set.of("400", "401", "402", "413", "422", "429", "500", "503")),
          entry("getGeneration", Set.of("401", "404", "429", "500", "503")),
          entry("createAvatarGroup", ENVELOPE_ERRORS),
          entry("createAvatarAsset", ENVELOPE_ERRORS),
          entry("getAvatarAsset", ENVELOPE_ERRORS),
          entry("uploadImage", ENVELOPE_ERRORS),
          entry("uploadVideo", ENVELOPE_ERRORS),
          entry("uploadAudio", ENVELOPE_ERRORS),
          entry("getBalance", ENVELOPE_ERRORS),
          entry("getUserBalance", ENVELOPE_ERRORS),
          entry("getBalanceByShortPath", ENVELOPE_ERRORS),
          entry("getUserBalanceByShortPath", ENVELOPE_ERRORS),
          entry("listPricing", Set.of("400", "401", "404", "500", "503")),
          entry("listModels", Set.of("400", "401", "500")));

  /**
   * Text that ends a literal or a comment of some language, or opens an expression in it. Prose
   * becomes comments and documentation, which take Markdown and lines.
   */
  private static final Pattern IN_PROSE = Pattern.compile("[\"\\\\$]|\\*/|/\\*|[#%]\\{");

  /** Descriptions of schemas become labels of forms too, between the backticks of JavaScript. */
  private static final Pattern IN_LABELS = Pattern.compile(IN_PROSE + "|`");

  /** Values and names become literals, in quotes of any kind. */
  private static final Pattern IN_VALUES = Pattern.compile(IN_PROSE + "|['`\\p{Cntrl}]|%(?!$|\\s)");

  /** Names of classes of generated clients; a schema of that name cannot stand beside them. */
  private static final Set<String> TAKEN =
      Set.of(
          "ApiClient",
          "ApiError",
          "ApiException",
          "ApiResponse",
          "Configuration",
          "Error",
          "Object",
          "Request",
          "Response",
          "ResponseError");

  private GeneratorSafeProfile() {}

  static List<String> compositions(OpenApiDocument spec) {
    return schemasWith(spec, "oneOf", "anyOf", "allOf", "not", "discriminator");
  }

  static List<String> nullables(OpenApiDocument spec) {
    Set<String> sent = spec.sentByTheServer();
    return offenders(
        spec.schemas().filter(schema -> schema.has("nullable")),
        schema ->
            !isNamed(schema)
                || !schema.text("type").equals("object")
                || !sent.contains(schema.pointer()),
        "nullable is for named objects that the server sends");
  }

  static List<String> namesOfTheProjectsOwnForNull(OpenApiDocument spec) {
    return schemasWith(spec, "x-null-is-absent", "x-nullable");
  }

  static List<String> textsThatBreakLiterals(OpenApiDocument spec) {
    return offenders(
        spec.texts(),
        text -> breakingIn(text).matcher(text.node().asText()).find(),
        "has a character that ends or opens something in generated code");
  }

  /** Prose of an example is a value: it goes where the others go. */
  private static Pattern breakingIn(Located text) {
    if (!text.name().equals("description") || text.pointer().contains("/value/")) {
      return IN_VALUES;
    }
    return text.pointer().startsWith("/components/schemas/") ? IN_LABELS : IN_PROSE;
  }

  static List<String> defaults(OpenApiDocument spec) {
    return schemasWith(spec, "default");
  }

  static List<String> keywordsReadDifferently(OpenApiDocument spec) {
    return schemasWith(spec, "pattern", "uniqueItems", "readOnly", "writeOnly", "multipleOf");
  }

  static List<String> inlineSchemas(OpenApiDocument spec) {
    return offenders(
        spec.schemas().filter(schema -> !isNamed(schema)),
        schema ->
            schema.has("properties") || schema.has("enum") || schema.text("type").equals("object"),
        "needs a name in components");
  }

  static List<String> takenNames(OpenApiDocument spec) {
    return offenders(
        spec.schemas().filter(GeneratorSafeProfile::isNamed),
        schema -> TAKEN.contains(schema.name()),
        "generated clients have a class of that name themselves");
  }

  static List<String> siblingsOfRefs(OpenApiDocument spec) {
    return offenders(
        spec.everything(),
        node -> node.has("$ref") && node.node().size() > 1,
        "has siblings beside $ref");
  }

  static List<String> closedEnumsInResponses(OpenApiDocument spec) {
    Set<String> sent = spec.sentByTheServer();
    return offenders(
        spec.schemas(),
        schema -> schema.has("enum") && sent.contains(schema.pointer()),
        "the server may send more: use x-extensible-enum");
  }

  static List<String> openEnumsElsewhere(OpenApiDocument spec) {
    Set<String> sent = spec.sentByTheServer();
    return offenders(
        spec.schemas().filter(schema -> schema.has("x-extensible-enum")),
        schema -> !schema.text("type").equals("string") || !sent.contains(schema.pointer()),
        "x-extensible-enum is for strings that the server sends");
  }

  static List<String> closedObjects(OpenApiDocument spec) {
    return offenders(
        spec.schemas(),
        schema -> schema.text("additionalProperties").equals("false"),
        "additionalProperties: false breaks with the next new member");
  }

  static List<String> unidentifiedOperations(OpenApiDocument spec) {
    List<String> tags = texts(spec.root().path("tags").findValues("name"));
    var ids = new HashMap<String, Integer>();
    spec.operations().forEach(op -> ids.merge(op.text("operationId"), 1, Integer::sum));
    return offenders(
        spec.operations(),
        op ->
            !op.text("operationId").matches("[a-z][A-Za-z]+")
                || ids.getOrDefault(op.text("operationId"), 0) > 1
                || op.node().path("tags").size() != 1
                || !tags.contains(op.node().path("tags").path(0).asText())
                || op.text("summary").isBlank(),
        "needs a unique camelCase operationId, one declared tag and a summary");
  }

  static List<String> missingErrors(OpenApiDocument spec) {
    return offenders(
        spec.operations().filter(op -> !OpenApiDocument.isCallback(op)),
        op -> {
          Set<String> expected =
              ERRORS.getOrDefault(op.text("operationId"), Set.of("a row in ERRORS"));
          return !op.at("responses").members().map(Located::name).toList().containsAll(expected);
        },
        "lacks error responses");
  }

  static List<String> bodiesWithoutExamples(OpenApiDocument spec) {
    return offenders(
        spec.bodies(), body -> body.node().path("examples").isEmpty(), "needs examples");
  }

  static List<String> eventsOutsideComponents(OpenApiDocument spec) {
    return offenders(
        spec.operations().filter(OpenApiDocument::isCallback),
        op ->
            !op.node()
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText()
                .startsWith("#/components/schemas/"),
        "its event needs a schema in components");
  }

  static List<String> oddFormats(OpenApiDocument spec) {
    Map<String, Set<String>> formats =
        Map.of(
            "integer", Set.of("int32", "int64"),
            "number", Set.of("double"),
            "string", Set.of("", "binary"));
    return offenders(
        spec.schemas(),
        schema ->
            !formats.getOrDefault(schema.text("type"), Set.of("")).contains(schema.text("format")),
        "integers are int32 or int64, numbers double, texts plain or binary");
  }

  static List<String> undescribed(OpenApiDocument spec) {
    return offenders(
        spec.schemas().filter(schema -> isNamed(schema) || isProperty(schema)),
        schema -> !schema.has("$ref") && schema.text("description").isBlank(),
        "needs a description");
  }

  static List<String> enumConstants(OpenApiDocument spec) {
    var names = new ArrayList<String>();
    return offenders(
        spec.schemas().filter(schema -> schema.has("enum")),
        schema -> !hasFineConstants(schema, names),
        "needs constants and descriptions one for one, and constants that no other enum has");
  }

  /** Some languages put the constants of all enums into one scope. */
  private static boolean hasFineConstants(Located schema, List<String> taken) {
    int size = schema.node().path("enum").size();
    JsonNode names = schema.node().path("x-enum-varnames");
    JsonNode descriptions = schema.node().path("x-enum-descriptions");
    List<String> constants = texts(names.isMissingNode() ? schema.node().path("enum") : names);
    boolean fine =
        constants.size() == size
            && (descriptions.isMissingNode() || descriptions.size() == size)
            && constants.stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9_]*"))
            && constants.stream().noneMatch(taken::contains);
    taken.addAll(constants);
    return fine;
  }

  private static List<String> schemasWith(OpenApiDocument spec, String... keywords) {
    return Stream.of(keywords)
        .flatMap(word -> offenders(spec.schemas(), s -> s.has(word), "has " + word).stream())
        .toList();
  }

  private static boolean isNamed(Located schema) {
    return schema.pointer().matches("/components/schemas/[^/]+");
  }

  private static boolean isProperty(Located schema) {
    return schema.pointer().matches(".*/properties/[^/]+");
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> offenders(
      Stream<Located> nodes, Predicate<Located> offends, String why) {
    return nodes.filter(offends).map(node -> node.pointer() + ": " + why).toList();
  }
}
