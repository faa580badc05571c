package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.SandboxStore;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store in a database. */
public final class JdbcStore implements SandboxStore {

  private final Database database;
  private final Runnable onClose;
  private final Leases leases;
  private final Documents documents;
  private final Chunks files;

  JdbcStore(Database database, Runnable onClose) {
    this.database = database;
    this.onClose = onClose;
    leases = new Leases(database);
    documents = new Documents(database);
    files = new Chunks(database);
  }

  @Override
  public Instant now() {
    return database.now();
  }

  @Override
  public boolean isShared() {
    return database.isShared();
  }

  @Override
  public boolean outlivesServer() {
    return true;
  }

  @Override
  public Claim claim(String sandbox, long seed, Member member, Duration length) {
    return leases.claim(sandbox, seed, member, length);
  }

  @Override
  public Optional<Claim> claimKnown(String sandbox, Member member, Duration length) {
    return leases.claimKnown(sandbox, member, length);
  }

  @Override
  public List<Lease> adoptDue(Member member, Duration length, int most) {
    return leases.adoptDue(member, length, most);
  }

  @Override
  public Set<String> renew(Member member, Duration length) {
    database.setClock();
    return leases.renew(member, length);
  }

  @Override
  public void release(Collection<Lease> given) {
    leases.release(given);
  }

  @Override
  public List<Membership> members(int mostSandboxes) {
    return leases.members(mostSandboxes);
  }

  @Override
  public void leave(Member member) {
    leases.leave(member);
  }

  @Override
  public List<Document> load(String sandbox) {
    return documents.load(sandbox);
  }

  @Override
  public Set<String> write(Collection<Write> writes) {
    return documents.write(writes);
  }

  @Override
  public void putFile(String sandbox, String name, InputStream content) {
    files.put(sandbox, name, content);
  }

  @Override
  public Optional<InputStream> file(String sandbox, String name) {
    return files.open(sandbox, name);
  }

  @Override
  public void deleteFiles(String sandbox, Collection<String> names) {
    files.delete(sandbox, names);
  }

  @Override
  public int deleteUnusedSince(Instant instant) {
    return leases.deleteUnusedSince(instant);
  }

  @Override
  public void close() {
    database.close();
    onClose.run();
  }
}
