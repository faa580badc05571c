package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "0",
        "-1.5",
        "1E+3",
        "\"\"",
        "{\"a\":[1,{\"b\":null},\"c\"],\"d\":true}",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"",
        "\"Küste 灯台\"",
        "\"\\ud83c\\udf0a\"",
        "\"\\ud83c\"",
      })
  void what_is_read_is_written_again(String json) {
    assertThat(JsonWriter.write(Json.read(json))).isEqualTo(json);
  }

  @Test
  void space_and_escapes_of_others_are_read() {
    assertThat(Json.read(" { \"a\" :\t[ 1 ,\r\n 2 ] } ")).hasToString("{\"a\":[1,2]}");
    assertThat(Json.read("\"\\/\\u00e9\\u00E9🌊\"")).isEqualTo("/éé🌊");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1,\"a\":2}",
        "[1,]",
        "[1 2]",
        "[",
        "tru",
        "nul",
        "True",
        "01",
        "1.",
        ".5",
        "+1",
        "NaN",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"a\nb\"",
        "1 2",
        "{}x",
        "\u00a0{}",
        "\0",
        "{}\0",
      })
  void what_is_not_json_is_refused(String text) {
    assertThatThrownBy(() -> Json.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON at character ")
        .hasMessageContaining(", expected ");
  }

  @Test
  void what_is_too_deep_is_refused_before_the_stack_ends() {
    String deep = "[".repeat(1_000_000);
    assertThatThrownBy(() -> Json.read(deep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 200 levels")
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    assertThat(Json.read("[".repeat(200) + "]".repeat(200))).isNotNull();
  }

  @Test
  void values_of_java_become_values_of_json() {
    var values = Arrays.asList(1, 2L, 0.5, "x", true, null, Map.of("y", List.of()));
    assertThat(JsonObject.of(Map.of("a", values)))
        .hasToString("{\"a\":[1,2,0.5,\"x\",true,null,{\"y\":[]}]}");
    assertThatThrownBy(() -> JsonObject.of(Map.of("a", new Object() {})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no form in JSON");
  }

  @Test
  void a_member_that_is_not_as_expected_is_named() {
    var object = JsonObject.read("{\"a\":1,\"n\":null}");
    assertThatThrownBy(() -> object.text("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "unexpected or no 'a' in {\"a\":1,\"n\":null}; is the server of this kit's version?");
    assertThatThrownBy(() -> object.text("b")).hasMessageStartingWith("unexpected or no 'b'");
    assertThat(object.optionalText("b")).isEmpty();
    assertThat(object.optionalText("n")).isEmpty();
    assertThat(object.list("b")).isEmpty();
    assertThatThrownBy(() -> JsonObject.read("[]")).hasMessage("expected a JSON object: []");
  }
}
