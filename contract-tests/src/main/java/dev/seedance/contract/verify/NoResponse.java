package dev.seedance.contract.verify;

import dev.seedance.contract.verify.exchange.Call;
import java.io.IOException;

/** A call without an HTTP response. */
final class NoResponse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoResponse(Call call, IOException cause) {
    super("no answer to %s %s (%s)".formatted(call.method(), call.target(), reason(cause)), cause);
  }

  static String reason(IOException cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
