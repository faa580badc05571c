package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the control plane that takes a body reads it strictly. */
class StrictBodiesHttpTest {

  /** Reports on any body; so nothing of it is refused. */
  private static final String VALIDATE = "POST /_mock/validate";

  /** Every other route, with a body of all its members that it takes. */
  private static final Map<String, String> BODIES =
      Map.of(
          "PUT /_mock/clock",
          "{\"mode\":\"scaled\",\"scale\":60,\"now\":\"2026-01-01T00:00:00Z\"}",
          "POST /_mock/clock/advance",
          "{\"by\":\"PT1S\"}",
          "POST /_mock/scenarios",
          """
          {"name":"mine","description":"d","match":{"model":"m","prompt":"p"},
           "timeline":{"queued":"PT1S","running":"PT1S"},
           "outcome":{"status":"failed","error":{"code":"c","message":"m"}},
           "faults":[{"on":"poll","fault":{"kind":"cut_body"},"nth":[1]}]}""",
          "POST /_mock/tasks/{id}/outcome",
          "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"m\"}}",
          "PUT /_mock/webhooks",
          "{\"secret\":\"s\",\"default_url\":\"http://127.0.0.1:1/\",\"enabled\":true}",
          "POST /_mock/webhooks/rotate-secret",
          "{\"secret\":\"s\"}",
          "POST /_mock/webhooks/test",
          "{\"url\":\"http://127.0.0.1:1/\"}",
          "PUT /_mock/revision",
          "{\"revision\":\"latest\"}",
          "PUT /_mock/balance",
          "{\"remaining\":1.5}",
          "PUT /_mock/snapshot",
          "{\"version\":1,\"parts\":{\"account\":{\"limit\":{\"micros\":2},\"used\":{\"micros\":1},\"refunds\":[]}}}");

  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final TestServer server = TestServer.with("--clock=frozen");

  @Test
  void every_route_with_a_body_is_in_the_table() {
    var routes =
        server
            .bean(Router.class)
            .uriRoutes()
            .filter(
                route ->
                    Arrays.stream(route.getTargetMethod().getArguments())
                        .anyMatch(argument -> argument.isAnnotationPresent(Body.class)))
            .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
            .filter(route -> route.contains(" /_mock/") && !route.equals(VALIDATE))
            .collect(Collectors.toSet());
    assertThat(BODIES.keySet()).isEqualTo(routes);
  }

  static Stream<Arguments> bodies() {
    return BODIES.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_of_known_members_is_taken_without_a_content_type(String route, String body) {
    String[] words = words(route);
    Response response =
        server.send(server.keyed(words[1]).method(words[0], BodyPublishers.ofString(body)));
    assertThat(response.status()).as(response.text()).isBetween(200, 204);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void an_unknown_member_is_refused_at_any_depth(String route, String body) {
    ObjectNode document = parsed(body);
    for (ObjectNode object : objects(document)) {
      object.put("unknown_member", 1);
      assertRefused(route, document.toString());
      object.remove("unknown_member");
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_duplicate_member_is_refused(String route, String body) {
    for (Map.Entry<String, JsonNode> member : parsed(body).properties()) {
      assertRefused(
          route, "{\"%s\":%s,%s".formatted(member.getKey(), member.getValue(), body.substring(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_value_of_another_type_is_refused_and_never_converted(String route, String body) {
    ObjectNode document = parsed(body);
    for (ObjectNode object : objects(document)) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        for (JsonNode wrong : ofOtherTypes(member.getValue())) {
          object.set(member.getKey(), wrong);
          assertRefused(route, document.toString());
        }
        object.set(member.getKey(), member.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_that_is_no_single_object_is_refused(String route, String body) {
    for (String wrong : List.of("[]", "null", "\"x\"", "1", "{", body + body, body + "x")) {
      assertRefused(route, wrong);
    }
  }

  /** Returns the same value in another type, and values of types that no member has. */
  private static List<JsonNode> ofOtherTypes(JsonNode value) {
    var json = JSON.getNodeFactory();
    List<JsonNode> wrong = new ArrayList<>();
    if (!value.isObject()) {
      wrong.add(json.objectNode());
    }
    if (!value.isArray()) {
      wrong.add(json.arrayNode());
      wrong.add(json.arrayNode().add(value));
    }
    if (!value.isTextual()) {
      wrong.add(json.textNode(value.isContainerNode() ? "x" : value.asText()));
    }
    if (!value.isNumber()) {
      wrong.add(json.numberNode(1));
    }
    if (!value.isBoolean()) {
      wrong.add(json.booleanNode(true));
    }
    return wrong;
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  private static ObjectNode parsed(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(String route, String body) {
    String[] words = words(route);
    Response response = server.send(words[0], words[1], BodyPublishers.ofString(body));
    assertThat(response.status()).as("%s: %s", body, response.text()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("invalid_request");
    assertThat(response.text("/error/message")).isNotBlank();
  }

  /** Returns the method and the path; an id in it is that of a new task. */
  private static String[] words(String route) {
    String[] words = route.split(" ");
    if (words[1].contains("{id}")) {
      String id = server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
      words[1] = words[1].replace("{id}", id);
    }
    return words;
  }
}
