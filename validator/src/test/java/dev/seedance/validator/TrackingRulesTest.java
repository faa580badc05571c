package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.august;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingRulesTest {

  @Test
  void an_id_can_stand_in_a_path() {
    String top = "/client_business_id";
    assertThat(june(text("", "'client_business_id': '" + "😀".repeat(255) + "'"))).isSpotless();
    assertThat(june(text("", "'client_business_id': '" + "x".repeat(256) + "'")))
        .hasOnly(violation("client-business-id.invalid").at(top).saying("256", "255", "…"));
    assertThat(june(text("", "'client_business_id': ''")))
        .hasOnly(violation("client-business-id.invalid").at(top).saying("blank"));
    assertThat(june(text("", "'client_business_id': 'a\\u0007b'")))
        .hasOnly(violation("client-business-id.invalid").at(top).saying("'a\\u0007b'", "control"));
  }

  @Test
  void an_id_stands_in_one_place() {
    String nested = "/metadata/client_business_id";
    assertThat(june(text("", "'metadata': {'client_business_id': 'a', 'weight': 5.5, 'x': [{}]}")))
        .hasOnly(violation("client-business-id.prefer-top-level").at(nested).saying("'a'"));
    assertThat(june(text("", "'client_business_id': 'a', 'metadata': {'client_business_id': 'a'}")))
        .isSpotless();
    assertThat(june(text("", "'client_business_id': 'a', 'metadata': {'client_business_id': 'b'}")))
        .hasOnly(violation("client-business-id.conflict").at(nested).saying("'a'", "'b'"));
    assertThat(june(text("", "'client_business_id': 'a', 'metadata': {'client_business_id': ''}")))
        .hasOnly(violation("client-business-id.invalid").at(nested));
    assertThat(june(text("", "'client_business_id': 5, 'metadata': {'client_business_id': 'b'}")))
        .hasOnly(violation("field.type").at("/client_business_id"));
    assertThat(june(text("", "'metadata': {'client_business_id': 5}")))
        .hasOnly(violation("field.type").at(nested).saying("must be a string", "5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/hook", "ftp://a.example", "https://", "https://a b"})
  void a_callback_is_an_absolute_url(String url) {
    assertThat(june(text("", "'callback_url': '" + url + "', 'trace_id': 't'")))
        .hasOnly(violation("callback-url.invalid").at("/callback_url").saying("'" + url + "'"));
  }

  @Test
  void a_callback_carries_no_secrets_and_no_fragment() {
    assertThat(june(text("", "'callback_url': 'https://u:p@a.example/h'")))
        .hasOnly(violation("callback-url.invalid").at("/callback_url").saying("password"));
    assertThat(june(text("", "'callback_url': 'https://a.example/h#x'")))
        .hasOnly(violation("callback-url.invalid").at("/callback_url").saying("fragment"));
    assertThat(june(text("", "'callback_url': 'http://a.example/h'")))
        .hasOnly(violation("callback-url.insecure").at("/callback_url").saying("use https"));
    assertThat(june(text("", "'callback_url': 'https://a.example/h?a=@b'"))).isSpotless();
  }

  @Test
  void a_trace_id_needs_a_callback_until_august() {
    assertThat(june(text("", "'trace_id': 't'")))
        .hasOnly(violation("trace-id.without-callback").at("/trace_id").saying("callback_url"));
    assertThat(august(text("", "'trace_id': 't'"))).isSpotless();
    assertThat(june(text("", "'trace_id': 't', 'callback_url': 5")))
        .hasOnly(violation("field.type").at("/callback_url"));
  }
}
