package dev.seedance.validator.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

  private static final String LONG = "A".repeat(1 << 16);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\\/",
        "a\\/b\\/",
        "\\/\\/\\/aaaaaaaaaaaaaaaaaaaaa",
        "a\\nb",
        "a\\/b\\nc",
        "\\\\",
        "\\u0041",
        "雨",
        "aaaaaaaaaaaaaaaaaaaaaaaa雨",
        "\\\""
      })
  void reads_what_the_parser_reads(String text) throws IOException {
    String json =
        "{ \"a\" : \"%s\", \"b\":[\"%s\",\"%s\"],\"c\": \"%s\"}"
            .formatted(text, text, LONG + text, text);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    assertThat(strings(body, new BodyText(body)::of)).isEqualTo(strings(body, JsonParser::getText));
  }

  private interface Reading {
    String of(JsonParser parser) throws IOException;
  }

  private static List<String> strings(byte[] body, Reading reading) throws IOException {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = JsonBody.JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(reading.of(parser));
        }
      }
    }
    return strings;
  }
}
