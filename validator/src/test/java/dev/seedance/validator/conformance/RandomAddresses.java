package dev.seedance.validator.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes requests whose addresses are put together from pieces that parsers disagree about. */
final class RandomAddresses {

  private static final List<String> SCHEMES =
      List.of("https:", "http:", "HTTP:", "asset:", "data:", "dAta:", "httpſ:", "ftp:", ":", "");
  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "//",
          ":",
          "@",
          "#",
          "?",
          "[",
          "]",
          "a",
          "Z",
          "7",
          ".",
          "-",
          "_",
          "%",
          "!",
          "é",
          "数",
          "…",
          "—",
          "🎬",
          "ſ",
          "ı",
          "K",
          " ",
          "\n",
          "\r",
          "\t",
          "\"",
          "\\",
          "`",
          "<",
          ">",
          "{",
          "|",
          "}",
          "^",
          "\u0000",
          "\u001f",
          "\u007f",
          "\u0080",
          "\u0085",
          "\u00a0",
          "\u1680",
          "\u2007",
          "\u200b",
          "\u2028",
          "\u202f",
          "\u3000",
          "\ufeff",
          ":80",
          ":65535",
          ":65536",
          ":00080",
          ":000080",
          "example.com",
          "[::1]",
          "image/",
          "Image/",
          "ımage/",
          "audio/",
          "video/",
          "png",
          ";base64,",
          ";BASE64,",
          "QQ==",
          "QQ=",
          "=",
          "+",
          "user:pw@");

  private RandomAddresses() {}

  static byte[] body(Random random) {
    ObjectNode request =
        JsonNodeFactory.instance.objectNode().put("model", "seedance-2").put("prompt", "a boat");
    request.put("callback_url", address(random));
    request.putArray("image_urls").add(address(random)).add(address(random));
    request.putArray("video_with_roles").add(file("video", address(random)));
    request.putArray("audio_with_roles").add(file("audio", address(random)));
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode file(String kind, String url) {
    return JsonNodeFactory.instance.objectNode().put("role", "reference_" + kind).put("url", url);
  }

  private static String address(Random random) {
    if (random.nextInt(3) == 0) {
      return "https://example.com/";
    }
    var address = new StringBuilder(SCHEMES.get(random.nextInt(SCHEMES.size())));
    if (random.nextBoolean()) {
      address.append("//");
    }
    for (int i = random.nextInt(5); i >= 0; i--) {
      address.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return address.toString();
  }
}
