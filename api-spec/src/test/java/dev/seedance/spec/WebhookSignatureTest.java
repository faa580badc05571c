package dev.seedance.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The webhook headers that the contract shows are a test vector that readers may rely on. */
class WebhookSignatureTest {

  private static final String SECRET = "whsec_example";

  @Test
  void the_example_headers_sign_the_bytes_of_the_example_body()
      throws IOException, GeneralSecurityException {
    byte[] body = Files.readAllBytes(Example.FOLDER.resolve("webhooks/generation-completed.json"));
    Mac hmac = Mac.getInstance("HmacSHA256");
    hmac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    hmac.update((header("WebhookId") + "." + header("WebhookTimestamp") + ".").getBytes(UTF_8));

    assertThat(header("WebhookSignature"))
        .isEqualTo("v1=" + HexFormat.of().formatHex(hmac.doFinal(body)));
  }

  @Test
  void the_secret_of_the_examples_is_told_to_the_reader() {
    assertThat(root().path("tags").findValuesAsText("description"))
        .anyMatch(description -> description.contains(SECRET));
  }

  private static String header(String parameter) {
    return root().at("/components/parameters/" + parameter + "/example").asText();
  }

  private static JsonNode root() {
    return OpenApiDocument.ofTheModule().root();
  }
}
