package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;
import static dev.seedance.validator.Requests.june;
import static dev.seedance.validator.Requests.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

  private static final RequestValidator VALIDATOR = Requests.validator("2026-06");

  @Test
  void rejects_more_than_the_limit() throws IOException {
    var validator = RequestValidator.builder().locale(Locale.ENGLISH).maxBodyBytes(1_000).build();
    byte[] longer =
        (text("", "'metadata': {}").replace('\'', '"') + " ".repeat(1_000))
            .getBytes(StandardCharsets.UTF_8);
    byte[] exactly = Arrays.copyOf(longer, 1_000);
    assertThat(validator.validate(exactly)).isSpotless();
    assertThat(validator.validate(new ByteArrayInputStream(exactly))).isSpotless();
    assertThat(validator.validate(longer))
        .hasOnly(
            violation("body.too-large")
                .at("")
                .saying(longer.length + " bytes", "limit of 1000: send large media by URL"));
    assertThat(validator.validate(new ByteArrayInputStream(longer)))
        .hasOnly(violation("body.too-large").at("").saying("more bytes than the limit of 1000"));
  }

  @Test
  void takes_64_mebibytes_unless_told_otherwise() {
    byte[] body =
        text("", "'image_with_roles': [{'role': 'reference_image', 'url': 'data:image/x;base64,")
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    byte[] end = "\"}]}".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[RequestValidator.MAX_BODY_BYTES];
    Arrays.fill(large, (byte) 'A');
    System.arraycopy(body, 0, large, 0, body.length - 1);
    System.arraycopy(end, 0, large, large.length - end.length, end.length);
    assertThat(VALIDATOR.validate(large)).isSpotless();
    assertThat(VALIDATOR.validate(Arrays.copyOf(large, large.length + 1)))
        .hasOnly(violation("body.too-large").saying("67108865 bytes", "67108864"));
  }

  @Test
  void long_values_are_cut_in_reports_too() {
    String text = "x".repeat(5_000);
    var report =
        june(
            "{'model': 'seedance-2', 'prompt': 'x', 'resolution': '"
                + text
                + "', 'a': '"
                + text
                + "', 'b': ["
                + "0, ".repeat(5_000)
                + "0], 'c': {"
                + members(5_000)
                + "'n': 1}}");
    String cut = "x".repeat(999) + "…";
    Assertions.assertThat(report.violations())
        .extracting(Violation::value)
        .satisfiesExactly(
            value -> Assertions.assertThat(value).isEqualTo(cut),
            value -> Assertions.assertThat(value).isEqualTo(cut),
            value ->
                Assertions.assertThat(value)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1_000)
                    .endsWith("…"),
            value ->
                Assertions.assertThat(value)
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasSize(1_001)
                    .containsEntry("…", "…"));
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'x" + i + "': 1, ")
        .collect(Collectors.joining());
  }
}
