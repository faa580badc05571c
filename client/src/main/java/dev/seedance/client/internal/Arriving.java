package dev.seedance.client.internal;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** A response on its way, whose content can be read even if its end never comes. */
public final class Arriving implements BodyHandler<byte[]> {

  private final BoundedContent content;
  private volatile boolean success;

  /** Keeps at most {@code max} bytes, and one more. */
  public Arriving(int max) {
    content = new BoundedContent(max);
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo head) {
    success = head.statusCode() / 100 == 2;
    return content;
  }

  /** Returns the content so far of a success; nothing of other responses. */
  public byte[] ofSuccess() {
    return success ? content.soFar() : new byte[0];
  }
}
