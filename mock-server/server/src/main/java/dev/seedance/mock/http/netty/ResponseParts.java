package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells the parts of responses apart that a handler sees. */
public final class ResponseParts {

  private ResponseParts() {}

  /** Returns true for an interim response, such as 100: the one that counts follows. */
  public static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  /** Returns true for the last part of a response that is not interim. */
  public static boolean isEnd(Object message) {
    return message instanceof LastHttpContent && !isInterim(message);
  }
}
