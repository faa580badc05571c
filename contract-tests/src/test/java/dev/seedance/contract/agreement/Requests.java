package dev.seedance.contract.agreement;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random requests: mostly usual, sometimes odd, now and then no JSON object at all. */
final class Requests {

  private static final int MOST_FIELDS = 5;

  private Requests() {}

  /** The text of a request; {@link Field#ASSET} stands for an asset of the sandbox. */
  static Arbitrary<String> bodies() {
    return Combinators.combine(
            member(Field.MODEL, 30, 1), member(Field.PROMPT, 12, 1), others(), damages())
        .as(
            (model, prompt, others, damage) ->
                damage.apply(
                    "{"
                        + String.join(
                            ",",
                            others.isEmpty()
                                ? List.of(model, prompt)
                                : List.of(model, prompt, others))
                        + "}"));
  }

  private static Arbitrary<String> others() {
    return Arbitraries.of(Field.OTHERS)
        .set()
        .ofMaxSize(MOST_FIELDS)
        .flatMap(
            fields ->
                fields.stream()
                    .map(field -> member(field, 5, 2).map(List::of))
                    .reduce(
                        Arbitraries.just(List.<String>of()),
                        (left, right) ->
                            Combinators.combine(left, right).as(Requests::concatenated)))
        .map(members -> String.join(",", members));
  }

  private static List<String> concatenated(List<String> left, List<String> right) {
    return java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
  }

  private static Arbitrary<String> member(Field field, int usual, int odd) {
    return Arbitraries.frequencyOf(
            Tuple.of(usual, Arbitraries.of(field.usual())),
            Tuple.of(odd, Arbitraries.of(field.odd())))
        .map(value -> "\"" + field.name() + "\":" + value);
  }

  /** What can happen to a text on its way: mostly nothing. */
  private static Arbitrary<UnaryOperator<String>> damages() {
    return Arbitraries.frequency(
        Tuple.of(94, UnaryOperator.identity()),
        Tuple.of(2, body -> body.substring(0, body.length() - 1)),
        Tuple.of(2, body -> "[" + body + "]"),
        Tuple.of(2, body -> "{\"model\":\"seedance-2\"," + body.substring(1)));
  }
}
