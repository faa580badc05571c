package dev.seedance.mock.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store, and what its tests need. A lease without length has ended at once: no test waits. */
public interface StoreUnderTest {

  Duration LONG = Duration.ofHours(1);
  Duration ENDED = Duration.ZERO;
  Member ONE = new Member("one", "http://10.0.0.1:8080");
  Member TWO = new Member("two", "http://10.0.0.2:8080");

  /** Returns the store under test, empty at the beginning of each test. */
  SandboxStore store();

  default Lease claimed(String sandbox, Member member, Duration length) {
    return Objects.requireNonNull(store().claim(sandbox, 7, member, length).lease());
  }

  default Document document(String part, String key, long order, @Nullable String json) {
    return new Document(part, key, order, json == null ? null : json.getBytes(UTF_8));
  }

  default Write write(Lease lease, Document... documents) {
    return new Write(lease, Set.of(), List.of(documents), null);
  }

  /** Returns the documents of a sandbox, each as part/key=json, in their order. */
  default List<String> stored(String sandbox) {
    return store().load(sandbox).stream()
        .map(one -> one.part() + "/" + one.key() + "=" + new String(one.json(), UTF_8))
        .toList();
  }

  /** Stores when a sandbox without an owner is due. */
  default void due(String sandbox, @Nullable Instant instant) {
    Lease lease = claimed(sandbox, ONE, LONG);
    store().write(List.of(new Write(lease, Set.of(), List.of(), instant)));
    store().release(List.of(lease));
  }
}
