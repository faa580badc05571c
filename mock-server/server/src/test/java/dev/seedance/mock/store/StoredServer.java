package dev.seedance.mock.store;

import dev.seedance.mock.Calls;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Write;
import dev.seedance.mock.time.RealTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A server whose sandboxes are kept in a store. It dies with {@link #close()}: nothing is flushed.
 */
public final class StoredServer implements AutoCloseable {

  private static final Duration LEASE = Duration.ofSeconds(10);

  private final SandboxStore store;
  private final TestTime time;
  private final TestServer server;
  private final Sandboxes sandboxes;
  private final StoreWriter writer;
  private final SandboxOpener opener;
  private final Member member;
  private final List<String> lost = new CopyOnWriteArrayList<>();

  /** Starts a server with options as on the command line. */
  public StoredServer(SandboxStore store, TestTime time, String... options) {
    this(store, time, Duration.ofSeconds(10), options);
  }

  StoredServer(SandboxStore store, TestTime time, Duration patience, String... options) {
    this.store = store;
    this.time = time;
    server = TestServer.with(options).at(time).start();
    sandboxes = server.bean(Sandboxes.class);
    sandboxes.keepInStore();
    writer =
        new StoreWriter(
            store,
            server.bean(RealTime.class),
            sandboxes.features(),
            changes -> lost.add(changes.lease().sandbox()),
            patience);
    opener = new SandboxOpener(store, writer, sandboxes);
    member = new Member("member-" + System.identityHashCode(this), server.baseUrl().toString());
  }

  /** Returns calls with a key, whose sandbox is opened; an earlier owner's lease ends for it. */
  public Calls as(String key) {
    sandbox(key);
    return server.as(key);
  }

  /** Returns the sandbox of a key. */
  public Sandbox sandbox(String key) {
    Sandboxes.Identity name = sandboxes.identify(key);
    return sandboxes.find(name.id()).orElseGet(() -> open(name));
  }

  private Sandbox open(Sandboxes.Identity name) {
    Claim claim = store.claim(name.id(), name.seed(), member, LEASE);
    if (claim.lease() == null) {
      time.pass(LEASE);
      claim = store.claim(name.id(), name.seed(), member, LEASE);
    }
    Duration heldUntil = time.flowed().plus(Duration.ofDays(1));
    return opener.open(Objects.requireNonNull(claim.lease()), heldUntil);
  }

  /** Opens the sandbox of a key as it is in the store of another server, in place of the last. */
  Calls copyOf(StoredServer other, String key) throws IOException {
    unload(key);
    Sandbox original = other.sandbox(key);
    original.changes().stored().join();
    Sandboxes.Identity name = sandboxes.identify(key);
    Lease lease =
        Objects.requireNonNull(store.claim(name.id(), name.seed(), member, LEASE).lease());
    List<Document> documents = other.store.load(name.id());
    Set<String> all =
        sandboxes.features().stream().map(SandboxFeature::name).collect(Collectors.toSet());
    store.write(List.of(new Write(lease, all, documents, null)));
    for (Document document : documents) {
      if (document.part().equals("uploads")) {
        String file = StrictJson.MAPPER.readTree(document.json()).path("file").asText();
        store.putFile(name.id(), file, other.store.file(name.id(), file).orElseThrow());
      }
    }
    return as(key);
  }

  /** Unloads the sandbox of a key, if it is open; its changes are stored first. */
  void unload(String key) {
    sandboxes
        .find(sandboxes.identify(key).id())
        .ifPresent(
            open -> {
              open.changes().stored().join();
              sandboxes.unload(open);
            });
  }

  /** Returns the ids of the sandboxes that another server has taken over. */
  List<String> lost() {
    return lost;
  }

  /** Writes nothing more, as if the server were gone. */
  public void die() {
    writer.close();
  }

  @Override
  public void close() {
    die();
    for (Sandbox open : sandboxes.idleFor(Duration.ZERO)) {
      open.changes().end(); // else it would store its exact numbers, as at a planned stop
    }
    server.close();
  }
}
