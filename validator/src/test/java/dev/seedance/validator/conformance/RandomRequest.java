package dev.seedance.validator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.TableMember;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes requests that are valid about half of the time: members are valid for the model, and some
 * requests get a few values that are not.
 */
final class RandomRequest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> BLANKS =
      List.of("", " ", "\t\n", "\u3000", "\u00a0", "\u2007", "\u0085", "\u001c", "\u2028");

  private static final int LONG = 1_000;

  private final Random random;
  private final Capabilities capabilities;
  private final ModelCapabilities model;

  /** One value in so many is spoilt; 0 for none. */
  private final int spoilt;

  private RandomRequest(Random random, Capabilities capabilities) {
    this.random = random;
    this.capabilities = capabilities;
    this.model = capabilities.model(pick(capabilities.modelNames())).orElseThrow();
    this.spoilt = random.nextInt(5) < 3 ? 0 : 4 + random.nextInt(20);
  }

  static byte[] body(Random random, Capabilities capabilities) {
    JsonNode request = new RandomRequest(random, capabilities).request();
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode request() {
    if (random.nextInt(200) == 0) {
      return anything();
    }
    ObjectNode request = NODES.objectNode();
    put(request, 100, "model", () -> text(model.name()));
    put(request, 95, "prompt", () -> text("a boat"));
    put(request, 50, "duration", this::duration);
    put(request, 50, "aspect_ratio", () -> text(pick(capabilities.shared().aspectRatios())));
    put(request, 50, "resolution", () -> text(pick(model.resolutions())));
    if (model.generateAudio() || spoil()) {
      put(request, 30, "generate_audio", () -> NODES.booleanNode(random.nextBoolean()));
    }
    if (model.returnLastFrame() || spoil()) {
      put(request, 30, "return_last_frame", () -> NODES.booleanNode(random.nextBoolean()));
    }
    if (!model.outputs().isEmpty() || spoil()) {
      put(request, 20, "count", () -> number(1 + random.nextInt(spoil() ? 9 : 4)));
      put(request, 20, "n", () -> number(random.nextInt(spoil() ? 9 : 1) + 1));
    }
    put(request, 20, "seed", () -> NODES.numberNode(random.nextLong()));
    capabilities.tableMembers().forEach(row -> put(request, row));
    putTracking(request);
    putMedia(request);
    return request;
  }

  private void put(ObjectNode request, TableMember row) {
    put(
        request,
        40,
        row.name(),
        () ->
            row.isSwitch()
                ? NODES.booleanNode(random.nextBoolean())
                : text(spoil() ? "remix" : pick(row.values())));
    if (row.oldName() != null) {
      put(request, spoil() ? 100 : 0, row.oldName(), this::anything);
    }
  }

  private void putTracking(ObjectNode request) {
    put(request, 20, "client_business_id", () -> text(id()));
    put(
        request,
        20,
        "metadata",
        () ->
            random.nextBoolean()
                ? NODES.objectNode().put("order", 7)
                : NODES.objectNode().set("client_business_id", value(() -> text(id()))));
    put(request, 30, "callback_url", () -> text(address("https://a.example:8443/hook?x=1", false)));
    put(request, 20, "trace_id", () -> text("t-1"));
    put(request, 5, "ratio", this::anything);
  }

  private void putMedia(ObjectNode request) {
    int mode = random.nextInt(5);
    boolean hasFrames = model.imageRoles().contains("first_frame");
    boolean frames = (mode == 1 && hasFrames) || spoil();
    if (frames) {
      put(request, 98, "image_with_roles", this::frames);
      put(request, 30, "media_mode", () -> text("frame"));
    } else if (mode == 2) {
      put(request, 80, "image_with_roles", () -> references("image", limit(mostImages())));
      put(request, 40, "video_with_roles", this::videos);
      put(request, spoil() ? 100 : 0, "audio_with_roles", this::audios);
      if (request.path("image_with_roles").size() > 0) {
        put(request, 40, "audio_with_roles", this::audios);
      }
    } else if (mode == 3) {
      put(request, 100, "image_urls", () -> urls(limit(mostImages())));
    }
    if (spoil()) {
      put(request, 40, "image_urls", () -> urls(limit(mostImages())));
      put(request, 40, "video_with_roles", this::videos);
      put(request, 40, "audio_with_roles", this::audios);
      put(request, 40, "media_mode", () -> text("frame"));
    }
    if (mode == 0 || spoil()) {
      put(request, 30, "tools", this::tools);
    }
  }

  private ArrayNode frames() {
    ArrayNode frames = NODES.arrayNode().add(file("image", "first_frame"));
    for (int i = random.nextInt(spoil() ? 4 : 2); i > 0; i--) {
      frames.add(file("image", "last_frame"));
    }
    if (spoil()) {
      frames.add(file("image", pick(List.of("first_frame", "reference_image"))));
    }
    if (spoil()) {
      frames.remove(0);
    }
    return frames;
  }

  private ArrayNode videos() {
    return references("video", limit(model.maxReferenceVideos().orElse(3)));
  }

  private ArrayNode audios() {
    return references("audio", limit(model.maxReferenceAudios().orElse(3)));
  }

  private ArrayNode references(String kind, int count) {
    ArrayNode references = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      references.add(value(() -> file(kind, "reference_" + kind)));
    }
    return references;
  }

  private ObjectNode file(String kind, String role) {
    ObjectNode file = NODES.objectNode();
    put(file, spoil() ? 50 : 100, "url", () -> text(address(kind)));
    put(file, spoil() ? 50 : 100, "role", () -> text(role));
    return file;
  }

  private ArrayNode urls(int count) {
    ArrayNode urls = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      urls.add(value(() -> text(address("image"))));
    }
    return urls;
  }

  private ArrayNode tools() {
    ArrayNode tools = NODES.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      ObjectNode tool = NODES.objectNode();
      put(tool, spoil() ? 50 : 100, "type", () -> text("web_search"));
      tools.add(value(() -> tool));
    }
    return tools;
  }

  private String address(String kind) {
    List<String> forms =
        List.of(
            "https://a.example/file",
            "HTTP://user:pw@[2001:db8::1]:80/a?b#c",
            "asset://pa_1",
            "http://数据.example",
            "data:" + (kind.equals("video") ? "image" : kind) + "/png;base64,QUJD",
            "iVBORw0KGgo=",
            "https://a.example/" + "f".repeat(2025 + random.nextInt(10)));
    return address(pick(forms.subList(0, spoil() ? 7 : kind.equals("video") ? 4 : 5)), true);
  }

  /**
   * The address, sometimes with a few characters changed; long ones count bytes, as no schema can.
   */
  private String address(String url, boolean media) {
    if (!spoil() || url.length() > LONG) {
      return url;
    }
    var text = new StringBuilder(url);
    for (int i = random.nextInt(3); i >= 0; i--) {
      String piece = pick(Spoilt.PIECES);
      int at = random.nextInt(text.length() + 1);
      text.replace(at, Math.min(text.length(), at + random.nextInt(media ? 2 : 3)), piece);
    }
    return text.toString();
  }

  private JsonNode duration() {
    return spoil()
        ? number(random.nextInt(35) - 2)
        : number(
            model.autoDurations().isEmpty() || random.nextBoolean()
                ? pick(model.durations())
                : pick(model.autoDurations()));
  }

  private String id() {
    int length = spoil() ? 250 + random.nextInt(10) : 1;
    return pick(List.of("a", "🎬", "ä")).repeat(length) + (spoil() ? pick(Spoilt.PIECES) : "");
  }

  private int mostImages() {
    return model.maxImages().orElse(model.maxReferenceImages());
  }

  /** A number of elements that is too many now and then, and 0 now and then. */
  private int limit(int most) {
    return random.nextInt(4) == 0 ? 0 : spoil() ? most + random.nextInt(3) : 1 + random.nextInt(2);
  }

  private void put(ObjectNode object, int percent, String name, Supplier<JsonNode> valid) {
    if (random.nextInt(100) < percent) {
      object.set(name, value(valid));
    }
  }

  private JsonNode value(Supplier<JsonNode> valid) {
    return spoil() ? anything() : valid.get();
  }

  private JsonNode text(String valid) {
    if (!spoil()) {
      return NODES.textNode(valid);
    }
    return NODES.textNode(random.nextBoolean() ? pick(BLANKS) : pick(Spoilt.TEXTS));
  }

  /** An integer in one of its notations. */
  private JsonNode number(long value) {
    return random.nextInt(4) == 0
        ? NODES.numberNode(new BigDecimal(value).setScale(1))
        : NODES.numberNode(value);
  }

  private JsonNode anything() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> NODES.nullNode();
      case 3 -> NODES.textNode(pick(Spoilt.TEXTS));
      case 4 -> NODES.numberNode(pick(List.of(0, 1, -1, 4, 16)));
      case 5 -> NODES.numberNode(pick(Spoilt.DECIMALS));
      case 6 -> NODES.numberNode(BigInteger.TWO.pow(62 + random.nextInt(4)));
      case 7 -> NODES.booleanNode(random.nextBoolean());
      case 8 -> NODES.arrayNode().add(random.nextBoolean() ? "x" : "asset://a");
      default -> NODES.objectNode().put("url", "asset://a");
    };
  }

  private boolean spoil() {
    return spoilt > 0 && random.nextInt(spoilt) == 0;
  }

  private <T> T pick(List<? extends T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
