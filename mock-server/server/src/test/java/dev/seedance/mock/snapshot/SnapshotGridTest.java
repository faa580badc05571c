package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.webhook.RichSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Odd values in every place of a real snapshot: each is restored, and then saved and used, or
 * refused with the place and without a change.
 */
class SnapshotGridTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "\"«odd»\"";

  private static final List<String> ODD =
      List.of(
          "null",
          "\"\"",
          "\"odd\"",
          "\"\\u0000\\ud83d \\u202e\"",
          "\"" + "y".repeat(9_000) + "\"",
          "true",
          "-1",
          "0",
          "7.25",
          "-9223372036854775808",
          "9223372036854775807",
          "2147483647",
          "1e2147483648",
          "-1e-2147483648",
          "123456789012345678901234567890",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"1893-04-05T06:07:08Z\"",
          "\"PT-8H\"",
          "\"P400000D\"",
          "[]",
          "{}",
          "[null]",
          "{\"odd\":{}}");

  /** Each of so many sandboxes that were restored is also called. */
  private static final int CALLED = 9;

  private static final Pattern PLACE = Pattern.compile("\\(at (/[^)]*)\\)$");

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--clock-start=2026-02-03T04:05:06Z", "--rate-limits");

  private static JsonNode rich;
  private static Snapshots snapshots;
  private static Sandboxes sandboxes;

  @BeforeAll
  static void fill() throws IOException {
    var calls = server.as("rich");
    RichSandbox.fill(calls);
    rich = JSON.readTree(calls.get("/_mock/snapshot").body());
    snapshots = server.bean(Snapshots.class);
    sandboxes = server.bean(Sandboxes.class);
  }

  @Test
  void every_odd_value_in_every_place_is_restored_or_refused_as_a_whole() throws IOException {
    Sandbox sandbox = sandboxes.ofKey("grid");
    restore(sandbox, rich.toString());
    List<String> faults = new ArrayList<>();
    int restored = 0;
    int refused = 0;
    for (JsonPointer place : places(rich)) {
      List<String> variants = variants(place);
      for (int i = 0; i < variants.size(); i++) {
        String before = save(sandbox);
        String name = i < ODD.size() ? ODD.get(i) : i == ODD.size() ? "missing" : "extra";
        String what = place + " = " + (name.length() > 60 ? name.substring(0, 60) : name);
        String outcome = outcome(sandbox, variants.get(i));
        if (outcome.isEmpty()) {
          restored++;
          faults.addAll(faultsOfUse(sandbox, what));
          if (restored % CALLED == 0) {
            faults.addAll(faultsOfCalls(what));
          }
          restore(sandbox, rich.toString());
        } else {
          refused++;
          faults.addAll(faultsOfRefusal(place, what, outcome));
          if (!save(sandbox).equals(before)) {
            faults.add(what + ": refused, and something has changed");
            restore(sandbox, rich.toString());
          }
        }
      }
    }
    assertThat(faults).as("%d restored, %d refused", restored, refused).isEmpty();
    assertThat(restored).isGreaterThan(300);
    assertThat(refused).isGreaterThan(3_000);
  }

  /** Returns why a document was refused; empty if it was restored. */
  private static String outcome(Sandbox sandbox, String document) {
    try {
      restore(sandbox, document);
      return "";
    } catch (ApiException refusal) {
      return String.valueOf(refusal.getMessage());
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }

  /** A refusal names the place, or one around or in it, and no class of ours. */
  private static List<String> faultsOfRefusal(JsonPointer place, String what, String message) {
    Matcher named = PLACE.matcher(message);
    String odd = what.endsWith(" = extra") ? place.head() + "/od~1d" : place.toString();
    boolean names =
        named.find()
            && ((odd + "/").startsWith(named.group(1) + "/")
                || named.group(1).startsWith(odd + "/"));
    boolean plain = !message.matches("(?s).*(dev\\.seedance|com\\.fasterxml|java\\.|Exception).*");
    boolean short_ = message.length() < 600;
    return names && plain && short_ ? List.of() : List.of(what + ": " + message);
  }

  /** A restored sandbox can be saved and restored again. */
  private static List<String> faultsOfUse(Sandbox sandbox, String what) {
    List<String> faults = new ArrayList<>();
    try {
      String saved = save(sandbox);
      restore(sandbox, saved);
      if (!withoutCounters(save(sandbox)).equals(withoutCounters(saved))) {
        faults.add(what + ": not the same when it is restored again");
      }
    } catch (IOException | RuntimeException e) {
      faults.add(what + ": restored, then " + e);
    }
    return faults;
  }

  private static List<String> faultsOfCalls(String what) {
    List<String> faults = new ArrayList<>();
    var calls = server.as("grid");
    String task = "{\"model\":\"seedance-2\",\"prompt\":\"[mock:instant] odd\"}";
    Stream.of(
            calls.get("/_mock/clock"),
            calls.get("/_mock/tasks"),
            calls.get("/_mock/webhooks/deliveries"),
            calls.get("/_mock/requests"),
            calls.submit(task),
            calls.advance("PT0S"),
            calls.get("/v1/balance"),
            calls.get("/_mock/snapshot"))
        .filter(response -> response.status() >= 500)
        .forEach(
            response ->
                faults.add(what + ": restored, then " + response.response().request().uri()));
    return faults;
  }

  /** Leaves out the counters: a restore counts its own request, and here is none. */
  private static JsonNode withoutCounters(String document) throws IOException {
    JsonNode read = JSON.readTree(document);
    ((ObjectNode) read.path("parts")).remove("counters");
    return read;
  }

  private static void restore(Sandbox sandbox, String document) {
    snapshots.restore(sandbox, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }

  private static String save(Sandbox sandbox) throws IOException {
    return new String(snapshots.save(sandbox).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns the document with each odd value in a place, without the place, and with one more. */
  private static List<String> variants(JsonPointer place) {
    List<String> variants = new ArrayList<>();
    ObjectNode copy = rich.deepCopy();
    JsonNode parent = copy.at(place.head());
    String name = place.last().getMatchingProperty();
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), "«odd»");
    } else {
      ((ObjectNode) parent).put(name, "«odd»");
    }
    String marked = copy.toString();
    ODD.forEach(odd -> variants.add(marked.replace(MARK, odd)));
    if (parent instanceof ObjectNode object) {
      object.remove(name);
      variants.add(copy.toString());
      object.set(name, rich.at(place));
      object.put("od/d", 1);
      variants.add(copy.toString());
    }
    return variants;
  }

  /** Returns the places of a document; of a list of the same shape only the first two elements. */
  private static Iterable<JsonPointer> places(JsonNode document) {
    var places = new TreeMap<String, JsonPointer>();
    collect(document, JsonPointer.empty(), places);
    return places.values();
  }

  private static void collect(JsonNode node, JsonPointer at, Map<String, JsonPointer> places) {
    if (at.toString().startsWith("/parts")) {
      places.put(at.toString(), at);
    }
    node.properties()
        .forEach(member -> collect(member.getValue(), at.appendProperty(member.getKey()), places));
    Set<String> shapes = new HashSet<>();
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      if (shapes.add(shape(node.get(i)))) {
        collect(node.get(i), at.appendIndex(i), places);
      }
    }
  }

  private static String shape(JsonNode node) {
    return node.isObject()
        ? node.properties().stream()
            .map(member -> member.getKey() + shape(member.getValue()))
            .toList()
            .toString()
        : node.getNodeType().toString();
  }
}
