package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names as texts: a JVM in the locale C can't open a file of most of them. */
class MultipartTest {

  private static final Map<String, String> SHOWN =
      Map.of(
          "ä.png", "ä.png",
          "灯塔 🗼.png", "灯塔 🗼.png",
          "y\"ö\r\nX: é.png", "y%22ö%0D%0AX: é.png");

  @Test
  void nothing_in_a_name_can_end_the_header() {
    SHOWN.forEach(
        (name, shown) ->
            assertThat(Multipart.head("file", name, "image/png"))
                .isEqualTo(
                    """
                    Content-Disposition: form-data; name="file"; filename="%s"\r
                    Content-Type: image/png\r
                    \r
                    """
                        .formatted(shown)));
  }
}
