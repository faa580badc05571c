package dev.seedance.mock.store;

import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.sandbox.Stored;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens sandboxes from their stored documents. Thread-safe; methods block. */
public final class SandboxOpener {

  private final SandboxStore store;
  private final StoreWriter writer;
  private final Sandboxes sandboxes;
  private final Map<String, Stored<?>> forms = new HashMap<>();

  /** Opens from a store. */
  public SandboxOpener(SandboxStore store, StoreWriter writer, Sandboxes sandboxes) {
    this.store = store;
    this.writer = writer;
    this.sandboxes = sandboxes;
    sandboxes
        .features()
        .forEach(feature -> feature.stored().ifPresent(form -> forms.put(feature.name(), form)));
  }

  /**
   * Opens a sandbox whose lease was claimed. Its {@link Sandbox#changes()} are {@link
   * TrackedChanges} of that lease.
   *
   * @param heldUntil the end of the lease in the flow of real time
   * @throws StoreException if the store can't be reached, or its documents can't be restored
   */
  public Sandbox open(Lease lease, Duration heldUntil) {
    Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
    long lastOrder = 0;
    try {
      for (Document document : store.load(lease.sandbox())) {
        lastOrder = Math.max(lastOrder, document.order());
        documents
            .computeIfAbsent(document.part(), part -> new LinkedHashMap<>())
            .put(document.key(), read(document));
      }
      return sandboxes.open(
          new Sandboxes.Identity(lease.sandbox(), lease.seed()),
          writer.track(lease, heldUntil, lastOrder),
          documents);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "sandbox %s can't be restored from the store: %s"
              .formatted(lease.sandbox(), e.getMessage()),
          e);
    }
  }

  private Object read(Document document) {
    Stored<?> form = forms.get(document.part());
    byte[] json = document.json();
    if (form == null || json == null) {
      throw new IllegalArgumentException(
          "part '%s' is unknown; was it stored by a newer version?".formatted(document.part()));
    }
    return StrictJson.read(json, form.type(document.key()));
  }
}
