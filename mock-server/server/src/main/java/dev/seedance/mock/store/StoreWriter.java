package dev.seedance.mock.store;

import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Write;
import dev.seedance.mock.store.TrackedChanges.Place;
import dev.seedance.mock.store.TrackedChanges.Taken;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of all sandboxes of a server, in groups: what changes while one transaction is
 * under way is the next one. Thread-safe.
 *
 * <p>One thread writes. If the store fails, the changes stay and are tried again.
 */
public final class StoreWriter implements AutoCloseable {

  /** The time for which a response waits for the store. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** The most sandboxes of a transaction. */
  private static final int MOST_IN_GROUP = 1_000;

  /** The changes of one sandbox, read while nothing changed it. */
  private record Piece(
      TrackedChanges changes, Taken taken, List<Content> contents, @Nullable Instant nextDue) {}

  /** A document before it is written as JSON; null if it is gone. */
  private record Content(Place place, long order, @Nullable Object document) {}

  private final Duration patience;
  private final SandboxStore store;
  private final RealTime realTime;
  private final Map<String, SandboxFeature<?, ?>> features = new LinkedHashMap<>();
  private final Consumer<TrackedChanges> onLost;
  private final BlockingQueue<TrackedChanges> changed = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final WriteResults results = new WriteResults();

  /**
   * Starts to write.
   *
   * @param all the features of every sandbox
   * @param onLost takes the changes of a sandbox that another server has taken over
   */
  public StoreWriter(
      SandboxStore store,
      RealTime realTime,
      List<SandboxFeature<?, ?>> all,
      Consumer<TrackedChanges> onLost) {
    this(store, realTime, all, onLost, PATIENCE);
  }

  StoreWriter(
      SandboxStore store,
      RealTime realTime,
      List<SandboxFeature<?, ?>> all,
      Consumer<TrackedChanges> onLost,
      Duration patience) {
    this.patience = patience;
    this.store = store;
    this.realTime = realTime;
    this.onLost = onLost;
    all.forEach(
        feature -> feature.stored().ifPresent(form -> features.put(feature.name(), feature)));
    thread = new Thread(this::run, "mock-store");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns the account of a sandbox whose lease begins.
   *
   * @param heldUntil the end of the lease in the flow of real time
   * @param lastOrder the highest order of its stored documents; 0 if there are none
   */
  public TrackedChanges track(Lease lease, Duration heldUntil, long lastOrder) {
    var changes = new TrackedChanges(lease, this, lastOrder);
    changes.holdUntil(heldUntil);
    return changes;
  }

  /** Returns the results of the transactions so far. */
  public WriteResults results() {
    return results;
  }

  /** Returns the failure of a change that was not stored in time. */
  StoreException tooSlow() {
    StoreException last = results.failure();
    return new StoreException(
        "the store has not taken this within %d s%s; send the request again"
            .formatted(patience.toSeconds(), last == null ? "" : ": " + last.getMessage()));
  }

  Duration patience() {
    return patience;
  }

  SandboxStore store() {
    return store;
  }

  Instant now() {
    return store.now();
  }

  Duration flowed() {
    return realTime.flowed();
  }

  void after(Duration delay, Runnable work) {
    var unused = realTime.after(delay, work);
  }

  void wake(TrackedChanges changes) {
    if (changes.queued().compareAndSet(false, true)) {
      changed.add(changes);
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<TrackedChanges> group = new ArrayList<>();
        group.add(changed.take());
        changed.drainTo(group, MOST_IN_GROUP - 1);
        if (!write(group)) {
          RealTime.sleep(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the changes of sandboxes; false if some could not be written and are tried again. */
  private boolean write(List<TrackedChanges> group) {
    List<Piece> pieces = new ArrayList<>();
    for (TrackedChanges changes : group) {
      Piece piece = changes.hasEnded() ? null : read(changes);
      if (piece != null && piece.taken().isEmpty()) {
        changes.storedUpTo(piece.taken().version());
      } else if (piece != null) {
        pieces.add(piece);
      }
    }
    return pieces.isEmpty() || store(pieces);
  }

  private boolean store(List<Piece> pieces) {
    try {
      Set<String> lost = store.write(pieces.stream().map(StoreWriter::written).toList());
      results.stored();
      pieces.forEach(piece -> settle(piece, lost.contains(piece.changes().lease().sandbox())));
      return true;
    } catch (RuntimeException e) {
      StoreException why =
          e instanceof StoreException known ? known : new StoreException(e.toString(), e);
      results.failed(why);
      for (Piece piece : pieces) {
        piece.changes().giveBack(piece.taken());
        wake(piece.changes());
      }
      return false;
    }
  }

  private void settle(Piece piece, boolean lost) {
    if (lost) {
      piece.changes().end();
      onLost.accept(piece.changes());
    } else {
      piece.changes().storedUpTo(piece.taken().version());
      piece.changes().files().deleteNow(piece.taken().files());
    }
  }

  /** Reads what has changed; null if it can't be read, and is tried again. */
  private @Nullable Piece read(TrackedChanges changes) {
    changes.queued().set(false);
    try {
      return readUndisturbed(changes);
    } catch (RuntimeException e) { // one sandbox must not keep the others waiting
      results.failed(new StoreException("a document can't be read: " + e, e));
      after(PAUSE, () -> wake(changes));
      return null;
    }
  }

  private Piece readUndisturbed(TrackedChanges changes) {
    while (true) { // again if a reset has put another one in its place meanwhile
      Sandbox sandbox = changes.sandbox();
      Optional<Piece> piece =
          sandbox.undisturbed(
              () ->
                  changes.sandbox() == sandbox
                      ? Optional.of(read(changes, sandbox))
                      : Optional.empty());
      if (piece.isPresent()) {
        return piece.get();
      }
    }
  }

  private Piece read(TrackedChanges changes, Sandbox sandbox) {
    Taken taken = changes.take();
    try {
      return new Piece(changes, taken, contents(changes, taken, sandbox), nextDue(sandbox));
    } catch (RuntimeException e) {
      changes.giveBack(taken);
      throw e;
    }
  }

  private @Nullable Instant nextDue(Sandbox sandbox) {
    return sandbox.queue().realTimeUntilNext().map(store.now()::plus).orElse(null);
  }

  private List<Content> contents(TrackedChanges changes, Taken taken, Sandbox sandbox) {
    List<Content> contents = new ArrayList<>();
    taken
        .documents()
        .forEach(
            (place, order) -> {
              if (!taken.replaced().contains(place.part())) {
                contents.add(content(sandbox, place, order));
              }
            });
    for (String part : taken.replaced()) {
      for (String key : keys(sandbox, feature(part))) {
        contents.add(content(sandbox, new Place(part, key), changes.nextOrder()));
      }
    }
    return contents;
  }

  private SandboxFeature<?, ?> feature(String part) {
    return Objects.requireNonNull(features.get(part), part);
  }

  private static <S, D> List<String> keys(Sandbox sandbox, SandboxFeature<S, D> feature) {
    return feature.stored().orElseThrow().keys(sandbox.get(feature.type()));
  }

  private Content content(Sandbox sandbox, Place place, long order) {
    return new Content(place, order, document(sandbox, feature(place.part()), place.key()));
  }

  private static <S, D> @Nullable Object document(
      Sandbox sandbox, SandboxFeature<S, D> feature, String key) {
    Stored<S> form = feature.stored().orElseThrow();
    return form.find(sandbox.get(feature.type()), key);
  }

  private static Write written(Piece piece) {
    List<Document> documents =
        piece.contents().stream()
            .map(
                content ->
                    new Document(
                        content.place().part(),
                        content.place().key(),
                        content.order(),
                        content.document() == null ? null : StrictJson.write(content.document())))
            .toList();
    return new Write(piece.changes().lease(), piece.taken().replaced(), documents, piece.nextDue());
  }

  /** Stops to write; what is not stored by now is lost. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
