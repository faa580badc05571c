package dev.seedance.client;

import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.internal.BoundedContent;
import dev.seedance.client.internal.Deadline;
import dev.seedance.client.internal.IdleWatch;
import dev.seedance.client.internal.PartFile;
import dev.seedance.client.internal.PartSubscriber;
import dev.seedance.client.internal.Steps;
import dev.seedance.spec.http.HttpUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The download of one file. After a broken connection it continues at the same byte. It gives up
 * after some tries in a row without a byte, or when its time is up.
 */
final class Download extends Steps<Path> {

  private static final int MAX_REDIRECTS = 5;

  /** The number of bytes that are read of a response without the file. */
  private static final int MAX_REFUSAL = 64 << 10;

  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final Downloads context;
  private final Path target;
  private final DownloadOptions options;
  private final @Nullable Instant expiresAt;
  private final PartFile part;
  private final Deadline deadline;
  private HttpUrl address;
  private volatile @Nullable String version;
  private final AtomicLong received = new AtomicLong();
  private volatile @Nullable PartSubscriber subscriber;
  private volatile long total = -1;
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
    long before = received.get();
    var watched =
        new IdleWatch<HttpResponse<byte[]>>(
                context.send(address, before, version, handler()),
                options.idleTimeout(),
                received::get)
            .start();
    then(
        watched,
        (response, failure) -> {
          stopWriting();
          emptyTries = received.get() > before ? 0 : emptyTries + 1;
          if (response != null) {
            received(response);
          } else {
            broken(failure);
          }
        });
  }

  private BodyHandler<byte[]> handler() {
    return head ->
        switch (head.statusCode()) {
          case 200 -> fromStart(head.headers());
          case 206 -> fromThere(head.headers());
          default -> new BoundedContent(MAX_REFUSAL);
        };
  }

  private BodySubscriber<byte[]> fromStart(HttpHeaders headers) {
    restart();
    total = headers.firstValueAsLong("Content-Length").orElse(-1);
    version = strongVersion(headers);
    return writer();
  }

  private BodySubscriber<byte[]> fromThere(HttpHeaders headers) {
    Matcher range = CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    if (!range.matches() || !fits(range.group(1), range.group(2))) {
      restart();
      return BodySubscribers.replacing(new byte[0]);
    }
    return writer();
  }

  /** Returns true if a part begins at the next byte and belongs to a file of the known size. */
  private boolean fits(String start, String size) {
    boolean sameSize = total < 0 || size.equals("*") || size.equals(String.valueOf(total));
    return sameSize && start.equals(String.valueOf(received.get()));
  }

  private PartSubscriber writer() {
    var writer = new PartSubscriber(part, this::count);
    subscriber = writer;
    return writer;
  }

  private void stopWriting() {
    PartSubscriber writer = subscriber;
    if (writer != null) {
      writer.stop();
    }
  }

  private void count(long bytes) {
    options.listener().onBytes(received.addAndGet(bytes), total);
    if (deadline.isOver()) {
      throw outOfTime(null);
    }
  }

  private void received(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200 || status == 206) {
      whole();
    } else if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      redirected(response.headers());
    } else if (status == 416) {
      restart();
      again(new SeedanceIoException("the server can't go on with " + shown(), null), Duration.ZERO);
    } else {
      refused(context.errors().exception("download", response));
    }
  }

  private void whole() {
    long size = received.get();
    if (size == 0 || (total >= 0 && size != total)) {
      broken(new IOException("%d of %d bytes have arrived".formatted(size, total)));
      return;
    }
    try {
      complete(part.finish(options.overwrite()));
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
    } else if (failure instanceof IOException || failure instanceof SeedanceIoException) {
      again(
          new SeedanceIoException("the download of " + shown() + " broke: " + failure, failure),
          Duration.ZERO);
    } else {
      completeExceptionally(failure);
    }
  }

  private void again(SeedanceException failure, Duration asked) {
    Duration wait = context.pause(asked, emptyTries);
    if (emptyTries >= context.maxTries()) {
      completeExceptionally(failure);
    } else if (wait.compareTo(deadline.remaining()) >= 0) {
      completeExceptionally(outOfTime(failure));
    } else {
      thenAfter(
          context.sleep(wait),
          () -> {
            deadline.slept(wait);
            begin();
          });
    }
  }

  private void restart() {
    received.set(0);
    version = null;
    try {
      part.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SeedanceIoException outOfTime(@Nullable Throwable cause) {
    return new SeedanceIoException(
        "%s has not arrived within %d s: %d of %d bytes"
            .formatted(shown(), options.timeout().toSeconds(), received.get(), total),
        cause);
  }

  private SeedanceIoException unwritable(@Nullable IOException e) {
    return new SeedanceIoException(target + " can't be written: " + e, e);
  }

  private String shown() {
    return Downloads.shown(address);
  }

  private static @Nullable String strongVersion(HttpHeaders headers) {
    return headers.firstValue("ETag").filter(tag -> !tag.startsWith("W/")).orElse(null);
  }
}
