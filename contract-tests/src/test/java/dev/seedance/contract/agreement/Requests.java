package dev.seedance.contract.agreement;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random requests: mostly usual, sometimes odd, now and then no JSON object at all. */
final class Requests {

  private Requests() {}

  /** Returns the text of a request; {@link Field#ASSET} stands for an asset of the sandbox. */
  static Arbitrary<String> bodies() {
    return Combinators.combine(
            member(Field.MODEL, 30, 1),
            member(Field.PROMPT, 12, 1),
            some(Field.OTHERS, 5, 1),
            some(Field.MEDIA, 3, 1),
            damages())
        .as(
            (model, prompt, others, media, damage) ->
                damage.apply(
                    Stream.of(List.of(model, prompt), others, media)
                        .flatMap(List::stream)
                        .collect(joining(",", "{", "}"))));
  }

  /** Returns some of the fields; {@code odd} in five have an odd value. */
  private static Arbitrary<List<String>> some(List<Field> fields, int most, int odd) {
    return Arbitraries.of(fields)
        .set()
        .ofMaxSize(most)
        .flatMap(
            chosen ->
                Combinators.combine(
                        chosen.stream().map(field -> member(field, 5 - odd, odd)).toList())
                    .as(members -> members));
  }

  private static Arbitrary<String> member(Field field, int usual, int odd) {
    return Arbitraries.frequencyOf(
            Tuple.of(usual, Arbitraries.of(field.usual())),
            Tuple.of(odd, Arbitraries.of(field.odd())))
        .map(value -> "\"" + field.name() + "\":" + value);
  }

  /** Returns damages of a text on its way: mostly none. */
  private static Arbitrary<UnaryOperator<String>> damages() {
    return Arbitraries.frequency(
        Tuple.of(94, UnaryOperator.identity()),
        Tuple.of(2, body -> body.substring(0, body.length() - 1)),
        Tuple.of(2, body -> "[" + body + "]"),
        Tuple.of(2, body -> "{\"model\":\"seedance-2\"," + body.substring(1)));
  }
}
