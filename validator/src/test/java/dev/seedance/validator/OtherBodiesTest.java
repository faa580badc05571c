package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.june;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are not JSON, and what is said of them. */
class OtherBodiesTest {

  private static final RequestValidator VALIDATOR = Requests.validator("2026-06");

  private static ReportAssert.Expected malformed(String... words) {
    return violation("json.malformed").at("").saying(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--b\\r\\nContent-Disposition: form-data | a multipart form",
        "model=seedance-2&prompt=x | a URL-encoded form",
        "image_urls%5B0%5D=x | a URL-encoded form",
        "<!DOCTYPE html><html> | HTML",
        "<soap:Envelope/> | XML",
        "model: seedance-2 | YAML",
        "data:image/png;base64,AA | a data URL",
        "'\u0089PNG' | an image",
        "GIF89a | an image",
        "....ftypisom | a video",
        "'\u001f\u008b' | compressed with gzip",
        "'\u00ff\u00fe{' | text in UTF-16"
      })
  void names_a_body_of_another_kind(String body, String kind) {
    assertThat(VALIDATOR.validate(body.getBytes(StandardCharsets.ISO_8859_1)))
        .hasOnly(malformed("the body is " + kind + ", not JSON", "application/json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | ends too early",
        "{'a':'\\x'} | a backslash begins no escape",
        "{'a':01} | begins with 0",
        "{'a':+1} | begins with +",
        "{'a':1.} | a number is not complete",
        "{'a' 1} | a colon is expected",
        "{'a':1 'b':2} | a comma is expected",
        "{a:1} | a name in double quotes",
        "{'a':tru} | a value of JSON is expected",
        "{]} | a bracket closes what is not open",
        "/* x */{} | comments are not allowed"
      })
  void says_in_plain_words_what_is_wrong(String body, String words) {
    assertThat(june(body)).hasOnly(malformed("not JSON: ", words));
  }
}
