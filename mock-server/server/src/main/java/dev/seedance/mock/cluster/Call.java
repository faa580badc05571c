package dev.seedance.mock.cluster;

import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.store.SandboxStore.Member;
import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A request that does not reach the routes at once.
 *
 * @param wanted its sandbox
 * @param fromPeer true if another server has passed it on
 * @param tried the server that it was passed on to in vain; null if there is none
 */
record Call(
    HttpRequest request,
    Exchange exchange,
    Wanted wanted,
    boolean fromPeer,
    @Nullable Member tried) {

  Call afterTrying(Member owner) {
    return new Call(request, exchange, wanted, fromPeer, owner);
  }

  /**
   * Returns why the request can't be passed on to the owner of its sandbox; null if it can.
   *
   * @param allowed true if servers pass requests on
   */
  @Nullable String refusal(Member owner, boolean allowed) {
    if (!allowed) {
      return "another server owns the sandbox of this request; start all servers with the same"
          + " --cluster-secret, so that they pass requests on";
    }
    if (fromPeer) {
      return "the sandbox of this request has moved to another server; send it again";
    }
    return owner.equals(tried)
        ? "the server that owns the sandbox of this request can't be reached; another one takes over"
            + " when its lease has ended, so send the request again"
        : null;
  }

  /** Returns what a caller is told of a failure. */
  static String messageOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null ? failure.toString() : String.valueOf(cause.getMessage());
  }
}
