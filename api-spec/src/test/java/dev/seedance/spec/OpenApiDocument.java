package dev.seedance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** An OpenAPI 3.0 document that can be asked for its schemas and operations. */
record OpenApiDocument(JsonNode root) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Keywords whose members are named by the author, so that no name among them is a keyword. */
  private static final Set<String> NAMED_BY_THE_AUTHOR =
      Set.of(
          "callbacks",
          "content",
          "encoding",
          "headers",
          "links",
          "parameters",
          "paths",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "securitySchemes");

  /** The contract, from the base directory of this module. */
  static OpenApiDocument ofTheModule() {
    try {
      return parse(Files.readString(Path.of("openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException("tests run in the base directory of the module", e);
    }
  }

  static OpenApiDocument parse(String yaml) {
    try {
      return new OpenApiDocument(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException("no YAML: " + yaml.lines().findFirst().orElse(""), e);
    }
  }

  /** Every node that is part of the description; examples, enum values and extensions are data. */
  Stream<Located> everything() {
    return withEverythingBelow(new Located("", root), false);
  }

  /**
   * Every text that a generator may print: titles, descriptions, values of enums and examples. Not
   * references, and not links, whose expressions are a language of their own.
   */
  Stream<Located> texts() {
    return leavesBelow(new Located("", root))
        .filter(leaf -> leaf.node().isTextual())
        .filter(leaf -> !leaf.name().equals("$ref") && !leaf.pointer().contains("/links/"));
  }

  private static Stream<Located> leavesBelow(Located node) {
    return node.node().isContainerNode()
        ? node.members().flatMap(OpenApiDocument::leavesBelow)
        : Stream.of(node);
  }

  /** Every schema, named or inline, and every reference to one. */
  Stream<Located> schemas() {
    return everything().filter(OpenApiDocument::isOutermostSchema).flatMap(OpenApiDocument::nested);
  }

  /** Every operation, those of callbacks included. */
  Stream<Located> operations() {
    return everything().filter(node -> METHODS.contains(node.name()) && node.has("responses"));
  }

  static boolean isCallback(Located operation) {
    return operation.pointer().contains("/callbacks/");
  }

  /** Every media type object of a request or a response, once per definition. */
  Stream<Located> bodies() {
    return everything()
        .filter(node -> node.has("content"))
        .flatMap(node -> node.at("content").members());
  }

  /** The node that a chain of references ends at; the node itself if it is none. */
  Located resolve(Located node) {
    if (!node.has("$ref")) {
      return node;
    }
    String pointer = node.text("$ref").substring(1);
    return resolve(new Located(pointer, root.at(pointer)));
  }

  /** Pointers to all schemas of what the server sends: responses, their headers, webhook bodies. */
  Set<String> sentByTheServer() {
    var pointers = new LinkedHashSet<String>();
    operations()
        .flatMap(
            op -> isCallback(op) ? Stream.of(op.at("requestBody")) : op.at("responses").members())
        .map(this::resolve)
        .flatMap(message -> Stream.of("content", "headers").flatMap(k -> message.at(k).members()))
        .map(part -> resolve(part).at("schema"))
        .forEach(schema -> collect(schema, pointers));
    return pointers;
  }

  private void collect(Located schema, Set<String> pointers) {
    Located target = resolve(schema);
    if (!target.node().isMissingNode() && pointers.add(target.pointer())) {
      nested(target).forEach(inner -> collect(inner, pointers));
    }
  }

  private static Stream<Located> withEverythingBelow(Located node, boolean namedByTheAuthor) {
    Stream<Located> below =
        node.members()
            .filter(member -> namedByTheAuthor || !isData(member.name()))
            .flatMap(
                member ->
                    withEverythingBelow(
                        member, !namedByTheAuthor && NAMED_BY_THE_AUTHOR.contains(member.name())));
    return Stream.concat(Stream.of(node), below);
  }

  private static boolean isData(String keyword) {
    return keyword.startsWith("x-")
        || Set.of("default", "enum", "example", "examples").contains(keyword);
  }

  private static boolean isOutermostSchema(Located node) {
    return node.pointer().startsWith("/components/schemas/")
        ? node.pointer().matches("/components/schemas/[^/]+")
        : node.name().equals("schema");
  }

  private static Stream<Located> nested(Located schema) {
    Stream<Located> lists =
        Stream.of("properties", "allOf", "anyOf", "oneOf")
            .map(schema::at)
            .flatMap(Located::members);
    Stream<Located> single =
        Stream.of("items", "additionalProperties", "not")
            .map(schema::at)
            .filter(inner -> inner.node().isObject());
    return Stream.concat(
        Stream.of(schema), Stream.concat(lists, single).flatMap(OpenApiDocument::nested));
  }
}
