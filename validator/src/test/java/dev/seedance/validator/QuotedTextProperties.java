package dev.seedance.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text in any place that messages quote: a report comes, and its messages can be printed. */
class QuotedTextProperties {

  /** Characters that scripts and emoji need: zero width joiner and non-joiner. */
  private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

  /** The longest message, with every quoted character escaped, is far below it. */
  private static final int LONGEST_MESSAGE = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<RequestValidator> VALIDATORS =
      ApiSpec.revisions().stream()
          .flatMap(
              revision ->
                  Stream.of(Locale.ENGLISH, Locale.CHINESE)
                      .map(
                          locale ->
                              RequestValidator.builder().revision(revision).locale(locale).build()))
          .toList();

  /** Bodies that hold a text in one place each; TEXT stands for it, as a value or as a name. */
  private static final List<String> PLACES =
      List.of(
          "{'model': TEXT, 'prompt': 'p'}",
          "{'prompt': 5, TEXT: TEXT}",
          "{'model': 'seedance-2', 'prompt': 'p', TEXT: 1, TEXT: 2}",
          member("duration", "TEXT"),
          member("duration", "{TEXT: [TEXT]}"),
          member("aspect_ratio", "TEXT"),
          member("resolution", "TEXT"),
          member("media_mode", "TEXT"),
          member("callback_url", "TEXT"),
          member("client_business_id", "TEXT"),
          member("metadata", "{'client_business_id': TEXT}"),
          member("metadata", "{TEXT: 1, TEXT: 2}"),
          member("client_business_id", "TEXT, 'metadata': {'client_business_id': 'other'}"),
          member("seed", "TEXT"),
          member("generate_audio", "TEXT"),
          member("image_urls", "[TEXT]"),
          member("image_urls", "['data:image/' + TEXT]"),
          member("image_with_roles", "[{'url': TEXT, 'role': TEXT, TEXT: TEXT}]"),
          member("video_with_roles", "[TEXT]"),
          member("audio_with_roles", "[{'url': 'asset://' + TEXT, 'role': 'reference_audio'}]"),
          member("tools", "[{'type': TEXT}]"));

  @Property(tries = 3_000)
  void any_text_anywhere_gives_a_report_that_can_be_printed(
      @ForAll("text") String text, @ForAll("places") String place) throws JsonProcessingException {
    byte[] body = body(place, text);
    for (RequestValidator validator : VALIDATORS) {
      assertThat(validator.validate(body).violations()).allSatisfy(this::can_be_printed);
    }
  }

  @Property(tries = 1_000)
  void any_text_in_an_object_gives_a_report_that_can_be_printed(@ForAll("text") String text) {
    var request =
        GenerationRequest.builder()
            .model(text)
            .prompt(text)
            .clientBusinessId(text)
            .metadata(Map.of("client_business_id", text + "x"))
            .aspectRatio(text)
            .resolution(text)
            .mediaMode(text)
            .callbackUrl(text)
            .imageWithRoles(List.of(new MediaReference(text, text)))
            .build();
    Map<String, Object> bean = new HashMap<>(Map.of("model", text));
    bean.put(text, text);
    for (RequestValidator validator : VALIDATORS) {
      assertThat(validator.validate(request).violations())
          .isNotEmpty()
          .allSatisfy(this::can_be_printed);
      assertThat(validator.validateBean(bean).violations())
          .isNotEmpty()
          .allSatisfy(this::can_be_printed);
    }
  }

  private void can_be_printed(Violation violation) {
    String message = violation.message();
    assertThat(message).isNotBlank().hasSizeLessThan(LONGEST_MESSAGE);
    assertThat(
            message
                .codePoints()
                .filter(
                    character ->
                        Character.isISOControl(character)
                            || Character.getType(character) == Character.SURROGATE
                            || (Character.getType(character) == Character.FORMAT
                                && !JOINERS.contains(character))
                            || Character.getType(character) == Character.LINE_SEPARATOR))
        .isEmpty();
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(PLACES);
  }

  /** Text of runs: characters of every kind, each repeated up to past all limits of length. */
  @Provide
  Arbitrary<String> text() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\uD83E\uDDA9", // beyond the first plane
                "\uD83D\uDC69\u200D\uD83D\uDE80", // joined
                "\uD83C\uDDF3\uD83C\uDDF5", // a flag
                "e\u0301\u0323", // combining
                "\uD83D", // half of one
                "\uDE80",
                "\uDE80\uD83D",
                "\u202E",
                "\uDB40\uDC7F",
                "\u0000",
                "\u2028",
                "{value}",
                "$1\\",
                "x"),
            Arbitraries.strings().all().ofMinLength(1).ofMaxLength(3));
    Arbitrary<Integer> times =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 80), Arbitraries.of(255, 256, 1_024, 9_000));
    return Combinators.combine(piece, times)
        .as(String::repeat)
        .list()
        .ofMaxSize(3)
        .map(runs -> String.join("", runs));
  }

  /** Writes the text in all its places; half surrogates go as bytes that are no UTF-8. */
  private static byte[] body(String place, String text) throws JsonProcessingException {
    String quoted = JSON.writeValueAsString(text);
    return place
        .replace('\'', '"')
        .replace("\" + TEXT", quoted.substring(1))
        .replace("TEXT", quoted)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String member(String name, String value) {
    return "{'model': 'seedance-2', 'prompt': 'p', '%s': %s}".formatted(name, value);
  }
}
