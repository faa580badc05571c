package dev.seedance.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows each line of the profile a small document that breaks it. */
class GeneratorSafeProfileBitesTest {

  private static final String RESPONSE = "/paths/~1a/get/responses/200/content/application~1json";

  @ParameterizedTest(name = "{0} at {2}")
  @MethodSource("breaches")
  void reports_the_pointer_of_the_offender(
      Function<OpenApiDocument, List<String>> line, String yaml, String pointer) {
    List<String> offenders = line.apply(OpenApiDocument.parse(yaml));

    assertThat(offenders).singleElement().asString().startsWith(pointer + ": ");
  }

  static Stream<Arguments> breaches() {
    return Stream.of(keywordBreaches(), textBreaches(), shapeBreaches(), operationBreaches())
        .flatMap(breaches -> breaches);
  }

  private static Stream<Arguments> keywordBreaches() {
    return Stream.of(
        breach("one of", GeneratorSafeProfile::compositions, schema("oneOf: []"), ""),
        breach(
            "any of", GeneratorSafeProfile::compositions, property("anyOf: []"), "/properties/p"),
        breach("all of", GeneratorSafeProfile::compositions, schema("allOf: []"), ""),
        breach(
            "discriminator", GeneratorSafeProfile::compositions, schema("discriminator: {}"), ""),
        breach(
            "nullable",
            GeneratorSafeProfile::nullables,
            property("nullable: true"),
            "/properties/p"),
        breach(
            "nullable object of a request",
            GeneratorSafeProfile::nullables,
            schema("type: object, nullable: true"),
            ""),
        at(
            RESPONSE + "/schema",
            "nullable object without a name",
            GeneratorSafeProfile::nullables,
            response("type: object, nullable: true")),
        breach(
            "null in words of our own",
            GeneratorSafeProfile::namesOfTheProjectsOwnForNull,
            schema("x-null-is-absent: [p]"),
            ""),
        breach("default", GeneratorSafeProfile::defaults, property("default: 1"), "/properties/p"),
        breach(
            "pattern",
            GeneratorSafeProfile::keywordsReadDifferently,
            property("pattern: a+"),
            "/properties/p"));
  }

  private static Stream<Arguments> textBreaches() {
    return Stream.of(
        text("quote in an example", "example: 'a \"b\" c'", "/example"),
        text(
            "quote deep in an example",
            "example: [{message: 'no \"ratio\"'}]",
            "/example/0/message"),
        text("quote in prose", "description: 'say \"b\"'", "/description"),
        text(
            "prose of an example",
            "example: {value: {description: 'it`s'}}",
            "/example/value/description"),
        text("apostrophe", "title: it's", "/title"),
        text("backslash", "enum: ['a\\b']", "/enum/0"),
        text("interpolation of Kotlin", "description: 'costs $x'", "/description"),
        text("interpolation of Ruby", "description: 'a #{b}'", "/description"),
        text("interpolation of Elixir", "description: 'a %{b}'", "/description"),
        text("end of a comment", "description: 'a*/ b'", "/description"),
        text("start of a comment", "description: 'image/*'", "/description"),
        text("code in the description of a schema", "description: 'a `b` c'", "/description"),
        text("template of JavaScript", "x-enum-varnames: ['a`b']", "/x-enum-varnames/0"),
        text("line break", "x-enum-descriptions: [\"a\\nb\"]", "/x-enum-descriptions/0"),
        text("format of C", "default: '%s'", "/default"));
  }

  private static Arguments text(String name, String keyword, String below) {
    return breach(name, GeneratorSafeProfile::textsThatBreakLiterals, schema(keyword), below);
  }

  private static Stream<Arguments> shapeBreaches() {
    return Stream.of(
        breach(
            "inline object",
            GeneratorSafeProfile::inlineSchemas,
            property("type: object"),
            "/properties/p"),
        breach(
            "inline item",
            GeneratorSafeProfile::inlineSchemas,
            schema("items: {properties: {}}"),
            "/items"),
        breach(
            "inline enum",
            GeneratorSafeProfile::inlineSchemas,
            property("enum: [a]"),
            "/properties/p"),
        breach(
            "sibling of ref",
            GeneratorSafeProfile::siblingsOfRefs,
            property("$ref: '#/x', description: d"),
            "/properties/p"),
        breach(
            "closed object",
            GeneratorSafeProfile::closedObjects,
            schema("additionalProperties: false"),
            ""),
        breach("integer", GeneratorSafeProfile::oddFormats, schema("type: integer"), ""),
        breach(
            "uri",
            GeneratorSafeProfile::oddFormats,
            property("type: string, format: uri"),
            "/properties/p"),
        breach("description", GeneratorSafeProfile::undescribed, schema("type: object"), ""),
        breach("constant", GeneratorSafeProfile::enumConstants, schema("enum: ['16:9']"), ""),
        breach(
            "constants",
            GeneratorSafeProfile::enumConstants,
            schema("enum: [a, b], x-enum-varnames: [A]"),
            ""),
        breach(
            "open enum",
            GeneratorSafeProfile::openEnumsElsewhere,
            schema("type: string, x-extensible-enum: [a]"),
            ""));
  }

  private static Stream<Arguments> operationBreaches() {
    String schema = RESPONSE + "/schema";
    return Stream.of(
        at(
            schema,
            "closed enum",
            GeneratorSafeProfile::closedEnumsInResponses,
            response("enum: [a]")),
        at(
            schema,
            "inline response",
            GeneratorSafeProfile::inlineSchemas,
            response("type: object")),
        at(
            RESPONSE,
            "no example",
            GeneratorSafeProfile::bodiesWithoutExamples,
            response("type: string")),
        at("/paths/~1a/get", "no id", GeneratorSafeProfile::unidentifiedOperations, response("{}")),
        at("/paths/~1a/get", "no errors", GeneratorSafeProfile::missingErrors, response("{}")),
        at(
            "/paths/~1a/post/callbacks/done/url/post",
            "inline event",
            GeneratorSafeProfile::eventsOutsideComponents,
            "paths: {/a: {post: {callbacks: {done: {url: {post: {responses: {}}}}}}}}"),
        at(
            "/components/schemas/ApiError",
            "taken name",
            GeneratorSafeProfile::takenNames,
            "components: {schemas: {ApiError: {type: object}}}"),
        at(
            "/components/schemas/S",
            "closed enum in an event",
            GeneratorSafeProfile::closedEnumsInResponses,
            """
            paths: {/a: {post: {callbacks: {done: {url: {post: {responses: {}, requestBody: {content: {
              application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}}}}}
            components: {schemas: {S: {enum: [a]}}}
            """));
  }

  private static Arguments breach(
      String name, Function<OpenApiDocument, List<String>> line, String yaml, String below) {
    return at("/components/schemas/S" + below, name, line, yaml);
  }

  private static Arguments at(
      String pointer, String name, Function<OpenApiDocument, List<String>> line, String yaml) {
    return arguments(Named.of(name, line), yaml, pointer);
  }

  private static String schema(String keywords) {
    return "components: {schemas: {S: {" + keywords + "}}}";
  }

  private static String property(String keywords) {
    return schema("description: d, properties: {p: {" + keywords + "}}");
  }

  private static String response(String keywords) {
    String schema = keywords.equals("{}") ? keywords : "{" + keywords + "}";
    return "paths: {/a: {get: {responses: {'200': {content: {application/json: {schema: "
        + schema
        + "}}}}}}}";
  }
}
