package dev.seedance.mock.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory: it ends with the process. Servers in one process may share it.
 *
 * <p>A server without a store needs none of this: the objects of its sandboxes live as long as it
 * does.
 */
public final class MemoryStore implements SandboxStore {

  /** A sandbox and all that is stored of it. */
  private static final class Row {
    private final long seed;
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private long epoch;
    private @Nullable Member owner;
    private Instant until = Instant.MIN;
    private @Nullable Instant nextDue;
    private Instant usedAt;

    Row(long seed, Instant usedAt) {
      this.seed = seed;
      this.usedAt = usedAt;
    }

    boolean isFree(Instant now) {
      return owner == null || !until.isAfter(now);
    }

    boolean isOf(Member member) {
      return owner != null && owner.id().equals(member.id());
    }
  }

  /** When a member was seen, and until when it is alive. */
  private record Life(Instant seenAt, Instant until) {}

  private final InstantSource clock;
  private final boolean shared;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<Member, Life> alive = new LinkedHashMap<>();

  /**
   * Starts empty.
   *
   * @param shared if several servers share it
   */
  public MemoryStore(InstantSource clock, boolean shared) {
    this.clock = clock;
    this.shared = shared;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public boolean outlivesServer() {
    return shared;
  }

  @Override
  public synchronized Claim claim(String sandbox, long seed, Member member, Duration length) {
    Row row = rows.computeIfAbsent(sandbox, id -> new Row(seed, now()));
    if (!row.isOf(member) && !row.isFree(now())) {
      return new Claim(null, row.owner);
    }
    return new Claim(lease(sandbox, row, member, length), null);
  }

  @Override
  public synchronized Optional<Claim> claimKnown(String sandbox, Member member, Duration length) {
    return Optional.ofNullable(rows.get(sandbox))
        .map(row -> claim(sandbox, row.seed, member, length));
  }

  private Lease lease(String sandbox, Row row, Member member, Duration length) {
    if (!row.isOf(member) || row.isFree(now())) {
      row.epoch++;
    }
    row.owner = member;
    row.until = now().plus(length);
    row.usedAt = now();
    return new Lease(sandbox, row.seed, row.epoch);
  }

  @Override
  public synchronized List<Lease> adoptDue(Member member, Duration length, int most) {
    List<Lease> adopted = new ArrayList<>();
    rows.entrySet().stream()
        .filter(entry -> entry.getValue().isFree(now()))
        .filter(entry -> isDue(entry.getValue()))
        .sorted(Comparator.comparing(entry -> entry.getValue().nextDue))
        .limit(most)
        .forEach(entry -> adopted.add(lease(entry.getKey(), entry.getValue(), member, length)));
    return adopted;
  }

  private boolean isDue(Row row) {
    return row.nextDue != null && !row.nextDue.isAfter(now());
  }

  @Override
  public synchronized Set<String> renew(Member member, Duration length) {
    alive.put(member, new Life(now(), now().plus(length)));
    alive.values().removeIf(life -> !life.until().isAfter(now()));
    Set<String> renewed = new LinkedHashSet<>();
    rows.forEach(
        (id, row) -> {
          if (row.isOf(member)) {
            row.until = now().plus(length);
            row.usedAt = now();
            renewed.add(id);
          }
        });
    return renewed;
  }

  @Override
  public synchronized void release(Collection<Lease> leases) {
    for (Lease lease : leases) {
      owned(lease).ifPresent(row -> row.owner = null);
    }
  }

  private Optional<Row> owned(Lease lease) {
    return Optional.ofNullable(rows.get(lease.sandbox()))
        .filter(row -> row.owner != null && row.epoch == lease.epoch());
  }

  @Override
  public synchronized List<Membership> members(int mostSandboxes) {
    return alive.entrySet().stream()
        .filter(entry -> entry.getValue().until().isAfter(now()))
        .map(
            entry -> {
              List<String> owned =
                  rows.entrySet().stream()
                      .filter(row -> row.getValue().isOf(entry.getKey()))
                      .map(Map.Entry::getKey)
                      .sorted()
                      .toList();
              List<String> shown = owned.stream().limit(mostSandboxes).toList();
              return new Membership(entry.getKey(), entry.getValue().seenAt(), shown, owned.size());
            })
        .toList();
  }

  @Override
  public synchronized void leave(Member member) {
    alive.remove(member);
  }

  @Override
  public synchronized List<Document> load(String sandbox) {
    return Optional.ofNullable(rows.get(sandbox)).stream()
        .flatMap(row -> row.documents.values().stream())
        .sorted(Comparator.comparingLong(Document::order))
        .toList();
  }

  @Override
  public synchronized Set<String> write(Collection<Write> writes) {
    Set<String> lost = new LinkedHashSet<>();
    for (Write write : writes) {
      owned(write.lease())
          .ifPresentOrElse(row -> put(row, write), () -> lost.add(write.lease().sandbox()));
    }
    return lost;
  }

  private static void put(Row row, Write write) {
    row.documents.values().removeIf(document -> write.replaced().contains(document.part()));
    for (Document document : write.documents()) {
      String place = document.part() + "/" + document.key();
      Document old = row.documents.get(place);
      if (document.json() == null) {
        row.documents.remove(place);
      } else {
        long order = old == null ? document.order() : old.order();
        row.documents.put(
            place, new Document(document.part(), document.key(), order, document.json()));
      }
    }
    row.nextDue = write.nextDue();
  }

  @Override
  public void putFile(String sandbox, String name, InputStream content) {
    try {
      byte[] bytes = content.readAllBytes();
      synchronized (this) {
        rows.computeIfAbsent(sandbox, id -> new Row(0, now())).files.put(name, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Optional<InputStream> file(String sandbox, String name) {
    return Optional.ofNullable(rows.get(sandbox))
        .flatMap(row -> Optional.ofNullable(row.files.get(name)))
        .map(ByteArrayInputStream::new);
  }

  @Override
  public synchronized void deleteFiles(String sandbox, Collection<String> names) {
    Optional.ofNullable(rows.get(sandbox)).stream()
        .flatMap(row -> Stream.of(row.files))
        .forEach(files -> files.keySet().removeAll(names));
  }

  @Override
  public synchronized int deleteUnusedSince(Instant instant) {
    int before = rows.size();
    rows.values().removeIf(row -> row.isFree(now()) && row.usedAt.isBefore(instant));
    return before - rows.size();
  }

  @Override
  public void close() {}
}
