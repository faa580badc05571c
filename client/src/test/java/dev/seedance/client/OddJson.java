package dev.seedance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.internal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** JSON of the contract's examples in which some members are not what they should be. */
public final class OddJson {

  private static final Path EXAMPLES = Path.of("../api-spec/examples");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "5",
          "-1",
          "2.5",
          "-0.0",
          "1e300",
          "1e999",
          "2147483648",
          "-9223372036854775809",
          "31556889864403200",
          "9".repeat(40),
          "\"\"",
          "\" \"",
          "\"7\"",
          "\"NaN\"",
          "\"completed\"",
          "\"failed\"",
          "\"\\u001b]0;x\\u0007\"",
          "\"\\ud800\"",
          "\"a\\u0000b\"",
          "\"../../x\"",
          "\"file:///etc/passwd\"",
          "\"http://\"",
          "[]",
          "[null]",
          "[5]",
          "[[]]",
          "[{}]",
          "[{},null]",
          "{}",
          "{\"a\":null}",
          "{\"url\":5}",
          "[".repeat(60) + "]".repeat(60));

  private OddJson() {}

  /** Returns values that no member should have, as JSON. */
  public static Arbitrary<String> values() {
    return Arbitraries.of(VALUES);
  }

  /** Returns an example of a folder with up to three changes; some are not even JSON. */
  public static Arbitrary<String> like(String... folders) {
    List<JsonNode> examples = Stream.of(folders).flatMap(OddJson::examples).toList();
    Arbitrary<String> changed =
        Arbitraries.of(examples)
            .flatMap(
                example ->
                    changes()
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(changes -> changed(example, changes)));
    return Arbitraries.frequencyOf(
        Tuple.of(30, changed),
        Tuple.of(2, Arbitraries.of(VALUES)),
        Tuple.of(1, changed.map(text -> text.substring(0, text.length() / 2))),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(20)),
        Tuple.of(1, Arbitraries.just("[".repeat(20_000))));
  }

  /** A value in place of that at the {@code place}-th position; null removes the position. */
  private record Change(int place, @Nullable String value) {}

  private static Arbitrary<Change> changes() {
    return Arbitraries.integers()
        .between(0, 500)
        .flatMap(
            place -> Arbitraries.of(VALUES).injectNull(0.1).map(value -> new Change(place, value)));
  }

  private static String changed(JsonNode example, List<Change> changes) {
    JsonNode copy = example.deepCopy();
    for (Change change : changes) {
      List<Runnable> places = new ArrayList<>();
      places(copy, change, places);
      if (!places.isEmpty()) {
        places.get(change.place() % places.size()).run();
      }
    }
    return copy.toString();
  }

  private static void places(JsonNode node, Change change, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                places.add(() -> put(object, name, change.value()));
                places(object.path(name), change, places);
              });
    } else if (node instanceof ArrayNode array) {
      IntStream.range(0, array.size())
          .forEach(
              at -> {
                places.add(() -> array.set(at, parsed(String.valueOf(change.value()))));
                places(array.get(at), change, places);
              });
    }
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, parsed(value));
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<JsonNode> examples(String folder) {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
      return files
          .sorted()
          .filter(file -> !file.toString().contains("request"))
          .map(OddJson::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
