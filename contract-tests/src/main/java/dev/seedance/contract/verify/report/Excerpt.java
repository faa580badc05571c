package dev.seedance.contract.verify.report;

import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.Exchange;
import dev.seedance.contract.verify.exchange.Response;
import dev.seedance.spec.text.ShownText;
import java.util.Locale;

/** An exchange in a few lines. */
final class Excerpt {

  private static final int SHOWN_BYTES = 700;

  private Excerpt() {}

  static String sent(Exchange exchange) {
    Call call = exchange.call();
    return "%s %s, %s%s"
        .formatted(call.method(), call.target(), who(call), body(call.body(), call.body().length));
  }

  static String response(Exchange exchange) {
    Response response = exchange.response();
    String type =
        response.contentType().isEmpty() ? "without Content-Type" : response.contentType();
    return "HTTP %d, %s%s"
        .formatted(response.status(), type, body(response.body(), response.body().length));
  }

  private static String who(Call call) {
    return call.authorization()
        .map(value -> "Authorization: " + value.split(" ", 2)[0] + " <redacted>")
        .orElse("no Authorization");
  }

  private static String body(byte[] body, int length) {
    if (length == 0) {
      return "";
    }
    String rest = length > SHOWN_BYTES ? String.format(Locale.ROOT, "… (%,d bytes)", length) : "";
    return "\n" + ShownText.beginning(body, SHOWN_BYTES) + rest;
  }
}
