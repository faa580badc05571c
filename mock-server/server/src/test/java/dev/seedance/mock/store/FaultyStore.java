package dev.seedance.mock.store;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store whose writes may fail, hang or be refused. */
final class FaultyStore implements SandboxStore {

  /** The way of a write. */
  interface Writing {
    Set<String> write(Collection<Write> writes);
  }

  private final MemoryStore store;
  private volatile Writing writing;

  FaultyStore(MemoryStore store) {
    this.store = store;
    this.writing = store::write;
  }

  /** Puts a fault before the writes; the former way is given to it. */
  void inject(UnaryOperator<Writing> fault) {
    writing = fault.apply(store::write);
  }

  @Override
  public Set<String> write(Collection<Write> writes) {
    return writing.write(writes);
  }

  @Override
  public Instant now() {
    return store.now();
  }

  @Override
  public boolean isShared() {
    return store.isShared();
  }

  @Override
  public boolean outlivesServer() {
    return store.outlivesServer();
  }

  @Override
  public Claim claim(String sandbox, long seed, Member member, Duration length) {
    return store.claim(sandbox, seed, member, length);
  }

  @Override
  public Optional<Claim> claimKnown(String sandbox, Member member, Duration length) {
    return store.claimKnown(sandbox, member, length);
  }

  @Override
  public List<Lease> adoptDue(Member member, Duration length, int most) {
    return store.adoptDue(member, length, most);
  }

  @Override
  public Set<String> renew(Member member, Duration length) {
    return store.renew(member, length);
  }

  @Override
  public void release(Collection<Lease> leases) {
    store.release(leases);
  }

  @Override
  public List<Membership> members(int mostSandboxes) {
    return store.members(mostSandboxes);
  }

  @Override
  public void leave(Member member) {
    store.leave(member);
  }

  @Override
  public List<Document> load(String sandbox) {
    return store.load(sandbox);
  }

  @Override
  public void putFile(String sandbox, String name, InputStream content) {
    store.putFile(sandbox, name, content);
  }

  @Override
  public Optional<InputStream> file(String sandbox, String name) {
    return store.file(sandbox, name);
  }

  @Override
  public void deleteFiles(String sandbox, Collection<String> names) {
    store.deleteFiles(sandbox, names);
  }

  @Override
  public int deleteUnusedSince(Instant instant) {
    return store.deleteUnusedSince(instant);
  }

  @Override
  public void close() {
    store.close();
  }
}
