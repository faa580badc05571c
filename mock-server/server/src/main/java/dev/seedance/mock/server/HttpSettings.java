package dev.seedance.mock.server;

import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.http.netty.BodyLimits;
import dev.seedance.mock.http.netty.HttpLimits;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The settings of the HTTP layer. */
final class HttpSettings {

  private static final Duration NONE = Duration.ofSeconds(-1);

  private HttpSettings() {}

  static Map<String, Object> of(OptionValues options) {
    int port = options.get(MockOptions.PORT);
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.host", options.get(MockOptions.HOST));
    properties.put("micronaut.server.port", port == 0 ? -1 : port);
    properties.put("micronaut.netty.event-loops.default.thread-core-ratio", 1); // none ever blocks
    properties.put("micronaut.server.max-request-size", BodyLimits.of(options).max());
    properties.put(
        "micronaut.server.max-request-buffer-size", BodyLimit.longestInOnePiece(options));
    properties.put("micronaut.server.netty.max-initial-line-length", HttpLimits.MAX_FIRST_LINE);
    properties.put("micronaut.server.netty.max-header-size", HttpLimits.MAX_HEADERS);
    properties.put("micronaut.server.idle-timeout", NONE); // ours leaves delayed responses alone
    properties.put("micronaut.server.date-header", false);
    properties.put("micronaut.server.log-handled-exceptions", false);
    properties.put("jackson.property-naming-strategy", "SNAKE_CASE");
    properties.put("jackson.serialization-inclusion", "ALWAYS");
    properties.put("jackson.serialization.eager-serializer-fetch", false); // a faster start
    properties.put("jackson.deserialization.eager-deserializer-fetch", false);
    return properties;
  }
}
