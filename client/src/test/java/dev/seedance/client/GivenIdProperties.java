package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.model.GenerationRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/** No success that holds an id loses it, whatever else is in it and wherever it breaks off. */
class GivenIdProperties {

  private static final ScriptedServer SERVER = new ScriptedServer();

  @AfterTry
  void forget() {
    SERVER.calls().clear();
  }

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  /** A response to a submit; {@code start} has all of the id, and {@code rest} may be cut. */
  record Accepted(String id, String start, String rest) {}

  @Property(tries = 400)
  void of_a_submit(
      @ForAll("responses") Accepted response,
      @ForAll("successes") int status,
      @ForAll("shares") double kept,
      @ForAll boolean broken) {
    int length = (int) (response.rest().length() * kept);
    Reply reply = Reply.json(status, response.start() + response.rest().substring(0, length));
    SERVER.reply(broken ? reply.butPromise(100_000) : reply);

    assertThat(idOf(new GenerationRequest().prompt("A kite"))).isEqualTo(response.id());
    assertThat(SERVER.calls()).as("sent once: it has no id of its own").hasSize(1);
  }

  private static String idOf(GenerationRequest request) {
    try (SeedanceClient client = TestClient.of(SERVER, new FakeTime()).build()) {
      return client.submit(request).getId();
    } catch (SeedanceException e) {
      return e.taskId().orElse("lost by " + e);
    }
  }

  @Provide
  Arbitrary<Accepted> responses() {
    return Combinators.combine(ids(), places(), members(), members())
        .as(
            (id, place, before, after) -> {
              String[] around = place.split("ID", -1);
              String text = JsonNodeFactory.instance.textNode(id).toString();
              String first = before.isEmpty() ? "" : before + ",";
              String rest = after.isEmpty() ? "" : "," + after;
              return new Accepted(id, "{" + first + around[0] + text, around[1] + rest + "}");
            });
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars("ä漢 ")
        .ofMinLength(1)
        .ofMaxLength(60)
        .filter(id -> !id.isBlank());
  }

  private static Arbitrary<String> places() {
    return Arbitraries.of(
        "\"id\":ID",
        "\"task_id\":ID",
        "\"id\":null,\"task_id\":ID",
        "\"data\":{\"task_id\":ID}",
        "\"data\":[{\"id\":ID}]",
        "\"response\":{\"status\":\"queued\",\"task\":{\"taskId\":ID}}",
        "\"output\":{\"id\":ID}");
  }

  /** Members of a task that are not what they should be. */
  private static Arbitrary<String> members() {
    Arbitrary<String> names =
        Arbitraries.of(
            "object", "status", "progress", "result", "model", "success", "created_at", "x");
    return Arbitraries.maps(names, Arbitraries.oneOf(OddJson.values(), Arbitraries.of("false")))
        .ofMaxSize(4)
        .map(GivenIdProperties::json);
  }

  private static String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
        .collect(Collectors.joining(","));
  }

  @Provide
  Arbitrary<Integer> successes() {
    return Arbitraries.of(List.of(200, 201, 202, 299));
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.oneOf(Arbitraries.just(1.0), Arbitraries.doubles().between(0, 1));
  }
}
