package dev.seedance.contract.agreement;

import java.util.List;
import java.util.stream.Stream;

/**
 * A member of a request and what may stand in it, as JSON.
 *
 * @param name the member
 * @param usual values that fit some model of some revision
 * @param odd values that break a rule, or come close to it
 */
record Field(String name, List<String> usual, List<String> odd) {

  /** A placeholder for the id of an asset of the sandbox. */
  static final String ASSET = "pa_OF_THIS_SANDBOX";

  private static final String IMAGE = "https://media.example.com/1.png";
  private static final String CLIP = "https://media.example.com/1.mp4";
  private static final String LONG = "https://media.example.com/" + "a".repeat(2023);
  private static final String SOUND = "https://media.example.com/1.mp3";

  static final Field MODEL =
      field("model")
          .usual(
              "\"seedance-2\"",
              "\"seedance-2-fast\"",
              "\"seedance-2-mini\"",
              "\"seedance-2-5\"",
              "\"seedance-2-5\"",
              "\"seedance-2-5-cn\"")
          .odd("\"seedance-1\"", "\"\"", "\" \"", "null", "5", "[]");

  static final Field PROMPT =
      field("prompt")
          .usual("\"A lighthouse\"", "\"夜の灯台\"")
          .odd("\"\"", "\" \\t\"", "null", "5", "[\"x\"]");

  static final List<Field> OTHERS =
      List.of(
          field("duration")
              .usual("4", "5", "8", "12", "15", "30", "0", "-1")
              .odd(
                  "3",
                  "16",
                  "31",
                  "-2",
                  "5.5",
                  "8.0",
                  "1e1",
                  "\"5\"",
                  "null",
                  "99999999999999999999"),
          field("aspect_ratio")
              .usual("\"16:9\"", "\"1:1\"", "\"21:9\"", "\"adaptive\"")
              .odd("\"2:1\"", "\"\"", "16", "null"),
          field("resolution")
              .usual("\"480p\"", "\"720p\"", "\"1080p\"", "\"4k\"")
              .odd("\"8k\"", "\"\"", "720", "null"),
          field("generate_audio").usual("true", "false").odd("\"true\"", "1", "null"),
          field("return_last_frame").usual("true", "false").odd("\"true\"", "0", "null"),
          field("media_mode").usual("\"frame\"").odd("\"reference\"", "\"\"", "true", "null"),
          field("count").usual("1", "2", "4").odd("0", "5", "2.0", "1.5", "\"2\"", "null"),
          field("n").usual("1", "3", "4").odd("0", "5", "true", "null"),
          field("seed")
              .usual("0", "-1", "9223372036854775807")
              .odd("9223372036854775808", "1.5", "\"7\"", "null"),
          field("callback_url")
              .usual("\"https://hooks.example.com/s\"", "\"http://hooks.example.com/s\"")
              .odd(
                  "\"ftp://hooks.example.com\"",
                  "\"https://u@h.example/\"",
                  "\"https://h.example/#f\"",
                  "\"\"",
                  "\"hook\"",
                  "5"),
          field("trace_id").usual("\"trace-1\"").odd("5", "null"),
          field("client_business_id")
              .usual("\"order-1\"", "\"order-2\"", text("😀".repeat(255)))
              .odd("\"\"", "\" \"", text("x".repeat(256)), "\"a\\u0001b\"", "5", "null"),
          field("metadata")
              .usual(
                  "{\"team\":[1,{\"a\":null}]}",
                  "{\"client_business_id\":\"order-1\"}",
                  "{\"client_business_id\":\"order-9\"}")
              .odd(
                  "{\"client_business_id\":\"\"}",
                  "{\"client_business_id\":5}",
                  "[]",
                  "\"x\"",
                  "null"),
          field("tools")
              .usual("[{\"type\":\"web_search\"}]", "[]")
              .odd("[{\"type\":\"calculator\"}]", "[{}]", "[5]", "{}"),
          field("private_assets").usual("true").odd("null"),
          field("output_format").usual("\"mp4\"", "\"mov\"").odd("\"webm\"", "5", "null"),
          field("ratio").usual("\"16:9\"").odd("null"),
          field("zoom").usual("1").odd("{\"deep\":[]}"));

  /** Members whose rules depend on each other, so that requests have them more often. */
  static final List<Field> MEDIA =
      List.of(
          field("private_asset_review").usual("true", "true", "false").odd("\"yes\"", "1", "null"),
          field("video_operation")
              .usual("\"generate\"", "\"edit\"", "\"extend\"")
              .odd("\"remix\"", "\"\"", "true", "null"),
          field("image_urls")
              .usual(list(1, text(IMAGE)), "[]")
              .odd(
                  list(10, text(IMAGE)),
                  "[\"\"]",
                  "[\"ftp://h.example/1\"]",
                  "[5]",
                  "[null]",
                  "\"x\"",
                  "null"),
          field("image_with_roles")
              .usual(
                  "[" + media(IMAGE, "first_frame") + "]",
                  "[" + media(IMAGE, "first_frame") + "," + media(IMAGE, "last_frame") + "]",
                  list(1, media(IMAGE, "reference_image")),
                  list(9, media(IMAGE, "reference_image")),
                  list(1, media("asset://" + ASSET, "reference_image")),
                  list(1, media("data:image/png;base64,iVBORw0KGgo=", "reference_image")),
                  list(1, media("data:image/jpeg;base64,iVBORw0KGgo=", "reference_image")),
                  list(1, media("iVBORw0KGgo=", "reference_image")),
                  list(1, media(CLIP, "reference_image")))
              .odd(
                  list(10, media(IMAGE, "reference_image")),
                  list(31, media(IMAGE, "reference_image")),
                  list(1, media("https://user@media.example.com/1.png", "reference_image")),
                  list(1, media(LONG, "reference_image")),
                  list(2, media(IMAGE, "first_frame")),
                  "[" + media(IMAGE, "last_frame") + "]",
                  "["
                      + media(IMAGE, "first_frame")
                      + ","
                      + list(2, media(IMAGE, "last_frame")).substring(1),
                  "[" + media(IMAGE, "first_frame") + "," + media(IMAGE, "reference_image") + "]",
                  "[{\"url\":\"" + IMAGE + "\"}]",
                  "[{\"role\":\"reference_image\"}]",
                  "[{\"url\":\"\",\"role\":\"\"}]",
                  list(1, media("lighthouse.png", "reference_image")),
                  list(1, media(IMAGE, "reference_video")),
                  "[{\"url\":5,\"role\":[]}]",
                  "[{\"url\":\"" + IMAGE + "\",\"role\":\"reference_image\",\"weight\":1}]",
                  "[5]",
                  "[null]",
                  "{}",
                  "null"),
          field("video_with_roles")
              .usual(
                  list(1, media(CLIP, "reference_video")),
                  list(3, media(CLIP, "reference_video")),
                  "[]")
              .odd(
                  list(4, media(CLIP, "reference_video")),
                  list(11, media(CLIP, "reference_video")),
                  list(1, media("data:video/mp4;base64,AAAA", "reference_video")),
                  list(1, media(CLIP, "reference_image")),
                  "[{}]",
                  "\"x\""),
          field("audio_with_roles")
              .usual(
                  list(1, media(SOUND, "reference_audio")),
                  list(3, media(SOUND, "reference_audio")),
                  "[]")
              .odd(
                  list(4, media(SOUND, "reference_audio")),
                  list(1, media("data:audio/mpeg;base64,SUQzBAAAAAAA", "reference_audio")),
                  list(1, media(SOUND, "voice")),
                  list(1, media("data:image/png;base64,AAAA", "reference_audio")),
                  "[[]]"));

  private static Field field(String name) {
    return new Field(name, List.of(), List.of());
  }

  private Field usual(String... values) {
    return new Field(name, List.of(values), odd);
  }

  private Field odd(String... values) {
    return new Field(name, usual, List.of(values));
  }

  private static String text(String text) {
    return "\"" + text + "\"";
  }

  private static String media(String url, String role) {
    return "{\"url\":\"%s\",\"role\":\"%s\"}".formatted(url, role);
  }

  private static String list(int size, String item) {
    return Stream.generate(() -> item).limit(size).toList().toString();
  }
}
