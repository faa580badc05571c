package dev.seedance.contract.verify.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call and its response. Each expectation gives the exchange back, or throws {@link CheckFailed}
 * with what came instead.
 */
public final class Exchange {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Call call;
  private final Response response;
  private final Schemas schemas;
  private @Nullable JsonNode json;

  /** Creates an exchange that has taken place. */
  public Exchange(Call call, Response response, Schemas schemas) {
    this.call = call;
    this.response = response;
    this.schemas = schemas;
  }

  /** Returns the call. */
  public Call call() {
    return call;
  }

  /** Returns the response. */
  public Response response() {
    return response;
  }

  /** Expects one of these statuses. */
  public Exchange status(Integer... expected) {
    if (!Arrays.asList(expected).contains(response.status())) {
      String list =
          Arrays.stream(expected).map(String::valueOf).collect(Collectors.joining(" or "));
      throw failure("HTTP " + list, "HTTP " + response.status());
    }
    return this;
  }

  /** Expects a body of JSON that the schema of the operation's response with this status allows. */
  public Exchange conforms() {
    String schema =
        schemas
            .ofResponse(call.operation(), response.status())
            .orElseThrow(
                () ->
                    failure(
                        "a status that openapi.yaml has for " + call.operation(),
                        "HTTP " + response.status()));
    if (!"application/json".equals(response.contentType())) {
      throw failure(
          "Content-Type application/json",
          response.header("Content-Type").map(type -> "'" + type + "'").orElse("no Content-Type"));
    }
    List<String> faults = schemas.faults(schema, json());
    if (!faults.isEmpty()) {
      throw failure("a body as the schema " + schema + " has it", String.join("; ", faults));
    }
    return this;
  }

  /** Expects an error of the generation endpoints. */
  public Exchange error(int status, String code, String type) {
    return status(status).conforms().text("/error/code", code).typeIfAny(type);
  }

  /** Expects a refusal in the envelope of the asset, upload and balance endpoints. */
  public Exchange refusal(int status) {
    status(status).conforms();
    if (json().path("success").asBoolean(true)) {
      throw failure("\"success\": false", show("/success"));
    }
    return this;
  }

  /** Expects a text at a JSON pointer. */
  public Exchange text(String pointer, String expected) {
    JsonNode value = json().at(pointer);
    if (!value.isTextual() || !value.textValue().equals(expected)) {
      throw failure(pointer + " = \"" + expected + "\"", show(pointer));
    }
    return this;
  }

  /** Expects an integer at a JSON pointer. */
  public Exchange integer(String pointer, long expected) {
    JsonNode value = json().at(pointer);
    if (!value.isIntegralNumber() || value.longValue() != expected) {
      throw failure(pointer + " = " + expected, show(pointer));
    }
    return this;
  }

  /** Expects a text of a form at a JSON pointer. */
  public Exchange matches(String pointer, String regex, String form) {
    JsonNode value = json().at(pointer);
    if (!value.isTextual() || !value.textValue().matches(regex)) {
      throw failure(pointer + " to be " + form, show(pointer));
    }
    return this;
  }

  /** Expects nothing, or null, at a JSON pointer. */
  public Exchange absent(String pointer) {
    if (has(pointer)) {
      throw failure("no " + pointer, show(pointer));
    }
    return this;
  }

  /** Expects something at a JSON pointer. */
  public Exchange present(String pointer) {
    if (!has(pointer)) {
      throw failure("a value at " + pointer, "none");
    }
    return this;
  }

  /** Returns true if there is something other than null at a JSON pointer. */
  public boolean has(String pointer) {
    JsonNode value = json().at(pointer);
    return !value.isMissingNode() && !value.isNull();
  }

  /** Returns the text at a JSON pointer; empty if there is none. */
  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  /** Returns the body as JSON. */
  public JsonNode json() {
    if (json == null) {
      json = parse();
    }
    return json;
  }

  /** Returns a header of the response, or fails if it is missing. */
  public String header(String name) {
    return response.header(name).orElseThrow(() -> failure("a header " + name, "none"));
  }

  /** Returns a failure that this exchange shows. */
  public CheckFailed failure(String expected, String came) {
    return new CheckFailed(expected, came, this);
  }

  /** Returns the value at a JSON pointer, for a failure. */
  public String show(String pointer) {
    JsonNode value = json().at(pointer);
    return value.isMissingNode() ? "no " + pointer : pointer + " = " + value;
  }

  private Exchange typeIfAny(String type) {
    return has("/error/type") ? text("/error/type", type) : this;
  }

  private JsonNode parse() {
    try {
      return Optional.ofNullable(JSON.readTree(response.body()))
          .filter(node -> !node.isMissingNode())
          .orElseThrow(() -> failure("a body of JSON", "an empty body"));
    } catch (JsonProcessingException e) {
      throw failure("a body of JSON", "a body that is none: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw failure("a body of JSON", "a body that can't be read");
    }
  }
}
