package dev.seedance.client;

import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.ResultRefusedException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.internal.BoundedContent;
import dev.seedance.client.internal.Deadline;
import dev.seedance.client.internal.IdleWatch;
import dev.seedance.client.internal.OtherContent;
import dev.seedance.client.internal.PartFile;
import dev.seedance.client.internal.PartSubscriber;
import dev.seedance.client.internal.Reason;
import dev.seedance.client.internal.Received;
import dev.seedance.client.internal.Refusal;
import dev.seedance.client.internal.Slice;
import dev.seedance.client.internal.Steps;
import dev.seedance.spec.http.HttpUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The download of one file. After a broken connection it continues at the same byte. It gives up
 * after some tries in a row without a byte, or when its time is up.
 */
final class Download extends Steps<Path> {

  private static final int MAX_REDIRECTS = 5;

  /** The number of bytes that are read of a response without the file. */
  private static final int MAX_REFUSAL = 64 << 10;

  private final Downloads context;
  private final Path target;
  private final DownloadOptions options;
  private final @Nullable Instant expiresAt;
  private final PartFile part;
  private final Deadline deadline;
  private HttpUrl address;
  private final Received received;
  private volatile @Nullable PartSubscriber subscriber;
  private long furthest;
  private final AtomicInteger tries = new AtomicInteger();
  private int redirects;
  private int emptyTries;

  Download(
      Downloads context,
      HttpUrl address,
      Path target,
      DownloadOptions options,
      @Nullable Instant expiresAt) {
    this.context = context;
    this.address = address;
    this.target = target;
    this.options = options;
    this.expiresAt = expiresAt;
    this.deadline = Deadline.inRealTime(options.timeout());
    try {
      this.part = PartFile.beside(target);
    } catch (IOException e) {
      throw unwritable(e);
    }
    this.received = new Received(part);
  }

  /** Removes the temporary file. Called once the download is over. */
  void cleanUp() {
    stopWriting();
    try {
      part.close();
    } catch (IOException e) {
      context.log("a temporary file stays behind", e);
    }
  }

  @Override
  protected void begin() {
    @Nullable String condition = received.condition();
    if (condition == null) {
      received.clear();
    }
    int turn = tries.incrementAndGet();
    var watched =
        new IdleWatch<HttpResponse<byte[]>>(
                context.send(address, received.size(), condition, head -> content(head, turn)),
                options.idleTimeout(),
                received::size)
            .start();
    then(
        watched,
        (response, failure) -> {
          stopWriting();
          emptyTries = received.size() > furthest ? 0 : emptyTries + 1;
          furthest = Math.max(furthest, received.size());
          if (response != null) {
            received(response);
          } else {
            broken(failure);
          }
        });
  }

  private BodySubscriber<byte[]> content(ResponseInfo head, int turn) {
    if (turn != tries.get()) {
      return new Refusal(new IOException("the response came after its time limit"));
    }
    if (head.statusCode() != Slice.WHOLE && head.statusCode() != Slice.PART) {
      return new BoundedContent(MAX_REFUSAL);
    }
    try {
      Slice slice = Slice.of(head);
      requireWanted(slice, Slice.coding(head.headers()));
      received.append(slice, head.statusCode() == Slice.WHOLE);
      var writer = new PartSubscriber(part, this::count);
      subscriber = writer;
      return writer;
    } catch (IOException | SeedanceException e) {
      received.clear();
      return new Refusal(e);
    }
  }

  private void requireWanted(Slice slice, @Nullable String coding) {
    if (coding != null) {
      throw new ResultRefusedException(
          "%s sends the file coded as %s, though it was not asked to; does a proxy do that?"
              .formatted(shown(), coding));
    }
    if (slice.total() > options.maxBytes()) {
      throw tooLong();
    }
  }

  private void stopWriting() {
    PartSubscriber writer = subscriber;
    if (writer != null) {
      writer.stop();
    }
  }

  private void count(long bytes) throws IOException {
    received.add(bytes);
    if (received.size() > options.maxBytes()) {
      throw tooLong();
    }
    try {
      options.listener().onBytes(received.size(), received.total());
    } catch (RuntimeException e) {
      completeExceptionally(e); // what the caller's own code throws is no fault of the connection
      throw e;
    }
    if (deadline.isOver()) {
      throw outOfTime();
    }
  }

  private void received(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == Slice.WHOLE || status == Slice.PART) {
      ended(status);
    } else if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      redirected(response.headers());
    } else if (status == 416) {
      received.clear();
      again(new SeedanceIoException("the server can't go on with " + shown(), null), Duration.ZERO);
    } else {
      refused(context.errors().exception("download", response));
    }
  }

  private void ended(int status) {
    boolean whole =
        received.total() == Slice.UNKNOWN
            ? status == Slice.WHOLE
            : received.size() == received.total();
    if (received.size() == 0 || !whole) {
      broken(new IOException(received + " have arrived"));
      return;
    }
    try {
      Optional<OtherContent> other = OtherContent.in(part.firstBytes(OtherContent.TELLING));
      if (other.isPresent()) {
        completeExceptionally(
            new ResultRefusedException(
                "%s leads to %s, not to a video or an image: is a log-in page or a proxy in between?"
                    .formatted(shown(), other.get().name())));
      } else {
        complete(part.finish(options.overwrite()));
      }
    } catch (IOException e) {
      completeExceptionally(unwritable(e));
    }
  }

  private void redirected(HttpHeaders headers) {
    @Nullable String location = headers.firstValue("Location").orElse(null);
    redirects++;
    if (location == null || redirects > MAX_REDIRECTS) {
      completeExceptionally(
          new SeedanceIoException(shown() + " redirects in circles or to nowhere", null));
      return;
    }
    HttpUrl next = address.resolve(location);
    if (next == null || (address.isSecure() && !next.isSecure())) {
      completeExceptionally(
          new SeedanceIoException(shown() + " redirects to an unsafe address", null));
      return;
    }
    address = next;
    begin();
  }

  private void refused(SeedanceApiException failure) {
    boolean gone = failure.status() == 403 || failure.status() == 404;
    Instant end = expiresAt;
    boolean late = end != null && context.clock().instant().isAfter(end);
    if (failure.status() == 410 || (gone && late)) {
      completeExceptionally(
          new ResultExpiredException(
              "the link %s is dead%s; links live for 24 hours"
                  .formatted(shown(), end == null ? "" : " since " + end)));
    } else if (failure.isTransient()) {
      again(failure, failure.retryAfter().orElse(Duration.ZERO));
    } else {
      completeExceptionally(failure);
    }
  }

  private void broken(@Nullable Throwable failure) {
    if (failure instanceof UncheckedIOException disk) {
      completeExceptionally(unwritable(disk.getCause()));
    } else if (failure instanceof ResultRefusedException || failure instanceof Error) {
      completeExceptionally(failure);
    } else { // the JDK throws more than IOException for what servers send
      again(
          new SeedanceIoException(
              "the download of %s broke after %s: %s; nothing is saved, try again"
                  .formatted(shown(), received, Reason.of(failure)),
              failure),
          Duration.ZERO);
    }
  }

  private void again(SeedanceException failure, Duration asked) {
    Duration wait = context.pause(asked, emptyTries);
    if (emptyTries >= context.maxTries()) {
      completeExceptionally(failure);
    } else if (asked.compareTo(deadline.remaining()) >= 0) {
      completeExceptionally(
          new SeedanceIoException(
              "%s asks to wait %d s, longer than there is time; nothing is saved, try later"
                  .formatted(shown(), asked.toSeconds()),
              failure));
    } else if (wait.compareTo(deadline.remaining()) >= 0) {
      completeExceptionally(outOfTime());
    } else {
      thenAfter(
          context.sleep(wait),
          () -> {
            deadline.slept(wait);
            begin();
          });
    }
  }

  private ResultRefusedException tooLong() {
    return new ResultRefusedException(
        "%s is longer than %d bytes; if it should be, raise the limit (maxBytes, --max-bytes)"
            .formatted(shown(), options.maxBytes()));
  }

  private SeedanceIoException outOfTime() {
    return new SeedanceIoException(
        "%s has not arrived within %d s, but %s; nothing is saved, try again"
            .formatted(shown(), options.timeout().toSeconds(), received),
        null);
  }

  private SeedanceIoException unwritable(@Nullable IOException e) {
    return new SeedanceIoException(target + " can't be written: " + e, e);
  }

  private String shown() {
    return Downloads.shown(address);
  }
}
