package dev.seedance.mock.store;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what outlives a server: the documents of sandboxes, the bytes of uploaded files, and the
 * owner of each sandbox.
 *
 * <p>One server owns a sandbox at a time, by a lease of an epoch; each change of owner has a higher
 * epoch, and a write of an older one is refused. The store's clock is the only one: all instants
 * are its own. Thread-safe; methods block, so no event loop calls them.
 *
 * <p>Every method throws {@link StoreException} if the store can't be reached or refuses; then
 * nothing was changed, or the change is whole and its response was lost: each can be repeated.
 */
public interface SandboxStore extends AutoCloseable {

  /**
   * The right to a sandbox.
   *
   * @param sandbox its id
   * @param seed of its sequences
   * @param epoch higher than that of every earlier owner
   */
  record Lease(String sandbox, long seed, long epoch) {}

  /**
   * The result of a claim: a lease, or the owner that has it.
   *
   * @param lease null if another member has it
   * @param owner the address of that member; null if the lease is the caller's
   */
  record Claim(@Nullable Lease lease, @Nullable Member owner) {}

  /**
   * A server that shares the store.
   *
   * @param id a ULID, new with each start
   * @param address at which the other members reach it, such as {@code http://10.0.0.7:8080}
   */
  record Member(String id, String address) {}

  /**
   * A member and its sandboxes, for people.
   *
   * @param seenAt when it last renewed
   * @param sandboxes the ids of those that it owns, at most as many as were asked for
   * @param owned the number of all
   */
  record Membership(Member member, Instant seenAt, List<String> sandboxes, long owned) {}

  /**
   * A document.
   *
   * @param part the name of the feature
   * @param key of the document among those of the feature
   * @param order restores documents in the order in which they were stored first; a document that
   *     is there already keeps its own
   * @param json in UTF-8; null to delete the document
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Document(String part, String key, long order, byte @Nullable [] json) {}

  /**
   * The changes of a sandbox, to be stored in one piece.
   *
   * @param replaced the parts of which every stored document goes first
   * @param documents each key at most once
   * @param nextDue when the sandbox wants to be adopted if it has no owner; null for never
   */
  record Write(
      Lease lease, Set<String> replaced, List<Document> documents, @Nullable Instant nextDue) {}

  /** Returns the store's now, without a question to it: by the last one and the flow of time. */
  Instant now();

  /** Returns true if several servers may share the store; if not, one server has it for itself. */
  boolean isShared();

  /**
   * Returns true if sandboxes are to be written to it; false if it ends with the server, whose
   * objects hold them anyway.
   */
  boolean outlivesServer();

  /**
   * Claims a sandbox, which is created if there is none. A claim of one's own sandbox gives the
   * same lease again.
   *
   * @param length of the lease, from now on
   */
  Claim claim(String sandbox, long seed, Member member, Duration length);

  /**
   * Finds the seed of a sandbox and claims it, if it is stored.
   *
   * @return empty if there is no such sandbox
   */
  Optional<Claim> claimKnown(String sandbox, Member member, Duration length);

  /**
   * Claims sandboxes without an owner, or with one whose lease has ended, that want to be adopted
   * by now. Members that ask at the same time get different ones.
   */
  List<Lease> adoptDue(Member member, Duration length, int most);

  /**
   * Renews the leases that a member has, all in one statement, and shows the member as alive.
   *
   * @return the ids of the sandboxes that it still owns
   */
  Set<String> renew(Member member, Duration length);

  /** Gives leases back; those that another member has by now stay as they are. */
  void release(Collection<Lease> leases);

  /** Lists the members that are alive, with their sandboxes. */
  List<Membership> members(int mostSandboxes);

  /** Says farewell: the member is no longer listed. */
  void leave(Member member);

  /** Returns the documents of a sandbox in the order of {@link Document#order}. */
  List<Document> load(String sandbox);

  /**
   * Stores the changes of many sandboxes in one transaction.
   *
   * @return the ids of sandboxes whose lease is no longer the newest; nothing of theirs was stored
   */
  Set<String> write(Collection<Write> writes);

  /** Stores the bytes of a file; returns when they are safe. Files of one name are replaced. */
  void putFile(String sandbox, String name, InputStream content);

  /** Opens a file; empty if there is none. The caller closes it. */
  Optional<InputStream> file(String sandbox, String name);

  /** Deletes files; those that do not exist are no fault. */
  void deleteFiles(String sandbox, Collection<String> names);

  /** Deletes the sandboxes that no server has used since an instant, with all that they have. */
  int deleteUnusedSince(Instant instant);

  @Override
  void close();
}
