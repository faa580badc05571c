package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.text;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {

  private static final RequestValidator VALIDATOR = Requests.validator("2026-06");

  private static ReportAssert.Expected malformed(String... words) {
    return violation("json.malformed").at("").saying(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{'a'}",
        "{'a': 1,}",
        "{'a': NaN}",
        "{'a': 01}",
        "{'a': 1} // x",
        "[1, 2",
        "nul",
        "{'a': '\u0001'}"
      })
  void rejects_what_is_not_json(String body) {
    assertThat(june(body)).hasOnly(malformed("not JSON", "line 1, column "));
  }

  @Test
  void says_where_it_stops_being_json() {
    assertThat(june("{\n  'model': 'seedance-2'\n  'prompt': 'x'\n}"))
        .hasOnly(malformed("line 3, column 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t"})
  void rejects_nothing(String body) {
    assertThat(june(body)).hasOnly(malformed("empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{} 1", "[] []", "{}\n\n  null"})
  void rejects_what_follows(String body) {
    assertThat(june(body)).hasOnly(malformed("something follows"));
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF7B7D, byte order mark",
    "FEFF007B007D, text in UTF-16",
    "7B007D00, text in UTF-16",
    "7B22C3287B, not UTF-8 (line 1; column 3)",
    "7B22C080227D, not UTF-8",
    "7B22EDA080227D, not UTF-8",
    "7B22F4908080227D, not UTF-8",
    "7B22E282, not UTF-8"
  })
  void rejects_other_encodings(String hex, String words) {
    assertThat(VALIDATOR.validate(HexFormat.of().parseHex(hex)))
        .hasOnly(malformed(words.replace(';', ',')));
  }

  @Test
  void rejects_half_a_character() {
    assertThat(june("{'prompt': '\\ud83d'}")).hasOnly(malformed("half a character", "column 13"));
    assertThat(june("{'prompt': '\\ude00\\ud83d'}")).hasOnly(malformed("half a character"));
    assertThat(june(text("", "'metadata': {'a': '\\ud83d\\ude00 \\\\ud83d'}"))).isSpotless();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 50_000})
  void rejects_deep_nesting(int depth) {
    assertThat(june("[".repeat(depth))).hasOnly(malformed("deeper than 100"));
    assertThat(june("{'metadata': ".repeat(depth))).hasOnly(malformed("deeper than 100"));
  }

  @Test
  void rejects_more_values_than_a_request_could_have() {
    String many = "{'model': 'seedance-2', 'a': [" + "[],".repeat(10_000) + "0]}";
    assertThat(june(many)).hasOnly(malformed("more than 20000 names, values and brackets"));
    assertThat(june(text("", "'metadata': {'a': [" + "0,".repeat(19_900) + "0]}"))).isSpotless();
  }

  @Test
  void quotes_the_beginning_of_long_texts_in_a_list_too() {
    String url = "data:image/png;base64,iVBORw0KGgo" + "A".repeat(5_000);
    String frames =
        "'image_urls': ['" + url + "'], 'image_with_roles': [{'url': 'https://a/b.png'}]";
    org.assertj.core.api.Assertions.assertThat(june(text("", frames)).toString())
        .contains("A".repeat(900))
        .doesNotContain("A".repeat(1_001));
  }

  @Test
  void takes_a_hundred_levels() {
    assertThat(june(text("", "'metadata': {'a': " + "[".repeat(98) + "]".repeat(98) + "}")))
        .isSpotless();
  }

  @Test
  void a_key_occurs_once_at_every_depth() {
    assertThat(june("{'model': 'seedance-2', 'prompt': 'a', 'prompt': 5, 'prompt': 6}"))
        .hasOnly(violation("json.duplicate-key").at("/prompt").saying("'prompt'"));
    assertThat(june(text("", "'metadata': {'a': [{'b': 1, 'b': 2}]}")))
        .hasOnly(violation("json.duplicate-key").at("/metadata/a/0/b"));
    assertThat(june(text("", "'x': {'y': 1, 'y': 2}")))
        .hasOnly(violation("field.unknown").at("/x"), violation("json.duplicate-key").at("/x/y"));
    assertThat(
            june(
                text(
                    "",
                    "'image_with_roles': [{'url': 'asset://a', 'role': 'first_frame', 'role': 'x'}]")))
        .hasOnly(violation("json.duplicate-key").at("/image_with_roles/0/role"));
  }

  @ParameterizedTest
  @CsvSource({
    "[], array",
    "1, number",
    "1.5, number",
    "'''x''', string",
    "true, boolean",
    "null, null"
  })
  void a_body_is_an_object(String body, String type) {
    assertThat(june(body)).hasOnly(violation("json.not-an-object").at("").saying("type " + type));
  }

  @ParameterizedTest
  @CsvSource({
    "duration, '''5'''",
    "duration, 5.5",
    "duration, true",
    "seed, 9223372036854775808",
    "seed, -9223372036854775809",
    "seed, 1e19",
    "seed, 1e999999999",
    "seed, 1e99999999999",
    "seed, 123456789012345678901234567890",
    "aspect_ratio, 5",
    "resolution, [1]",
    "generate_audio, '''true'''",
    "return_last_frame, 0",
    "image_with_roles, {}",
    "video_with_roles, '''x'''",
    "image_urls, '''https://a.example'''",
    "metadata, []",
    "client_business_id, 7",
    "callback_url, {}"
  })
  void a_wrong_type_is_one_fault(String field, String value) {
    assertThat(june(text("", "'" + field + "': " + value)))
        .hasOnly(violation("field.type").at("/" + field).saying(field + " must be"));
  }

  @Test
  void a_wrong_type_counts_as_sent() {
    assertThat(june("{'model': 5, 'prompt': 5}"))
        .hasOnly(violation("field.type").at("/model"), violation("field.type").at("/prompt"));
    assertThat(june("{'model': 'seedance-2', 'image_with_roles': 5}"))
        .hasOnly(violation("field.type").at("/image_with_roles"));
    assertThat(
            june(
                text(
                    "",
                    "'image_with_roles': [{'url': 'asset://a', 'role': 5}, {'url': 'asset://a', 'role': 'last_frame'}]")))
        .hasOnly(violation("field.type").at("/image_with_roles/0/role").saying("role must be"));
  }

  @Test
  void elements_have_types_too() {
    assertThat(june(text("", "'image_urls': ['asset://a', 'asset://b', 3, null]")))
        .hasOnly(
            violation("image-urls.discouraged"),
            violation("field.type").at("/image_urls/2").saying("must be a string, not 3"),
            violation("field.type").at("/image_urls/3").saying("must be a string, not null"));
    assertThat(june(text("", "'video_with_roles': [null, {'url': 5, 'role': 'reference_video'}]")))
        .hasOnly(
            violation("field.type").at("/video_with_roles/0").saying("must be an object"),
            violation("field.type").at("/video_with_roles/1/url"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "50e-1", "0.5e1"})
  void an_integer_is_one_in_any_notation(String five) {
    var report = june(text("", "'duration': " + five + ", 'seed': -0"));
    assertThat(report).isSpotless();
    org.assertj.core.api.Assertions.assertThat(report.request().orElseThrow().duration())
        .isEqualTo(5L);
  }

  @Test
  void a_number_of_a_thousand_characters_is_too_long() {
    assertThat(june(text("", "'metadata': {'a': " + "1".repeat(1000) + "}"))).isSpotless();
    assertThat(june(text("", "'metadata': {'a': " + "1".repeat(1001) + "}")))
        .hasOnly(malformed("a number has more than 1000"));
    assertThat(june(text("", "'x': 1e99999999999"))).hasOnly(violation("field.unknown").at("/x"));
  }

  @Test
  void pointers_are_escaped() {
    assertThat(june(text("", "'a/b~c': 1"))).hasOnly(violation("field.unknown").at("/a~1b~0c"));
  }

  @Test
  void messages_show_hidden_characters_and_cut_long_values() {
    assertThat(june(text("", "'resolution': '\\u001b[31m\\u202e{x}${1+1}'")))
        .hasOnly(violation("resolution.unsupported").saying("'\\u001B[31m\\u202E{x}${1+1}'"));
    assertThat(june(text("", "'resolution': '" + "x".repeat(1000) + "'")))
        .hasOnly(violation("resolution.unsupported").saying("x".repeat(59) + "…'"));
  }

  @Test
  void violations_come_in_the_order_of_the_body() {
    assertThat(june("{'n': 9, 'zoom': 1, 'duration': 3, 'model': 'seedance-2', 'count': 'x'}"))
        .hasOnly(
            violation("outputs.out-of-range").at("/n"),
            violation("field.unknown").at("/zoom"),
            violation("duration.unsupported").at("/duration"),
            violation("field.type").at("/count"),
            violation("prompt.required").at("/prompt"));
  }

  @Test
  void a_flood_of_faults_is_cut_but_stays_invalid() {
    String warnings = unknown(1_500);
    var report = june("{" + warnings + "'model': 5, 'prompt': 'a boat'}");
    org.assertj.core.api.Assertions.assertThat(report.warnings()).hasSize(1_000);
    org.assertj.core.api.Assertions.assertThat(report.errors()).hasSize(1);
    var many = june(text("", "'image_urls': [" + "5,".repeat(15_000) + "5]"));
    org.assertj.core.api.Assertions.assertThat(many.valid()).isFalse();
    org.assertj.core.api.Assertions.assertThat(many.violations().size()).isBetween(1_000, 2_010);
  }

  private static String unknown(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'x" + i + "': 1, ")
        .collect(Collectors.joining());
  }
}
