package dev.seedance.validator.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncodingTest {

  private static final byte[] EDGES = {
    0x20,
    0x7F,
    (byte) 0x80,
    (byte) 0x8F,
    (byte) 0x90,
    (byte) 0x9F,
    (byte) 0xA0,
    (byte) 0xBF,
    (byte) 0xC1,
    (byte) 0xC2,
    (byte) 0xDF,
    (byte) 0xE0,
    (byte) 0xED,
    (byte) 0xEF,
    (byte) 0xF0,
    (byte) 0xF4,
    (byte) 0xF5,
    (byte) 0xFF
  };

  @Test
  void takes_and_refuses_what_the_decoder_of_the_jdk_does() {
    var random = new Random(17);
    for (int i = 0; i < 200_000; i++) {
      byte[] body = new byte[random.nextInt(24)];
      for (int at = 0; at < body.length; at++) {
        body[at] = random.nextInt(3) == 0 ? (byte) 'a' : EDGES[random.nextInt(EDGES.length)];
      }
      int valid = validLength(body);
      Encoding.Flaw flaw = Encoding.find(body);
      if (valid == body.length) {
        assertThat(flaw).as(() -> new String(body, StandardCharsets.ISO_8859_1)).isNull();
      } else {
        assertThat(flaw).isEqualTo(new Encoding.Flaw("encoding", valid));
      }
    }
  }

  @Test
  void finds_a_flaw_at_every_place_of_a_word() {
    for (int at = 0; at < 40; at++) {
      byte[] body = "a".repeat(40).getBytes(StandardCharsets.UTF_8);
      body[at] = 0;
      assertThat(Encoding.find(body)).isEqualTo(new Encoding.Flaw("encoding", at));
      body[at] = (byte) 0x80;
      assertThat(Encoding.find(body)).isEqualTo(new Encoding.Flaw("encoding", at));
      byte[] half = ("a".repeat(at) + "\\ud83d" + "a".repeat(20)).getBytes(StandardCharsets.UTF_8);
      assertThat(Encoding.find(half)).isEqualTo(new Encoding.Flaw("half-surrogate", at));
    }
  }

  @Test
  void an_escaped_backslash_begins_no_escape() {
    assertThat(find("\\\\ud83d")).isNull();
    assertThat(find("\\ud83d\\ude00")).isNull();
    assertThat(find("\\ud83d\\u0041")).isEqualTo(new Encoding.Flaw("half-surrogate", 0));
    assertThat(find("\\ude00")).isEqualTo(new Encoding.Flaw("half-surrogate", 0));
    assertThat(find("\\ud83")).isNull(); // no escape at all, which the parser says
    assertThat(find("\\雨\\")).isNull();
  }

  private static Encoding.@Nullable Flaw find(String body) {
    return Encoding.find(body.getBytes(StandardCharsets.UTF_8));
  }

  private static int validLength(byte[] body) {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(body.length), true);
    return bytes.position();
  }
}
