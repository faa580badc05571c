package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The owners of sandboxes, and the members that are alive. */
record Leases(Database database) {

  private static final String CLAIM =
      """
      INSERT INTO mock_sandbox AS known (id, seed, epoch, owner, address, until, used_at)
      VALUES (?, ?, 1, ?, ?, %1$s + ?, %1$s)
      ON CONFLICT (id) DO UPDATE SET
        epoch = known.epoch
          + CASE WHEN known.owner = excluded.owner AND known.until > %1$s THEN 0 ELSE 1 END,
        owner = excluded.owner, address = excluded.address,
        until = excluded.until, used_at = excluded.used_at
      WHERE known.owner IS NULL OR known.owner = excluded.owner OR known.until <= %1$s
      RETURNING id, seed, epoch
      """;

  private static final String ADOPT =
      """
      WITH picked AS MATERIALIZED (
        SELECT id FROM mock_sandbox
        WHERE next_due <= %1$s AND (owner IS NULL OR until <= %1$s)
        ORDER BY next_due LIMIT ?%2$s)
      UPDATE mock_sandbox SET
        epoch = epoch + 1, owner = ?, address = ?, until = %1$s + ?, used_at = %1$s
      WHERE id IN (SELECT id FROM picked)
      RETURNING id, seed, epoch
      """;

  /** Locks in the order in which groups do, or each would wait for the other. */
  private static final String RENEW =
      """
      WITH mine AS MATERIALIZED (
        SELECT id FROM mock_sandbox WHERE owner = ? ORDER BY id%2$s)
      UPDATE mock_sandbox SET until = %1$s + ?, used_at = %1$s
      WHERE id IN (SELECT id FROM mine)
      RETURNING id
      """;

  private static final String SEE =
      """
      INSERT INTO mock_member (id, address, seen_at, until) VALUES (?, ?, %1$s, %1$s + ?)
      ON CONFLICT (id) DO UPDATE SET
        address = excluded.address, seen_at = excluded.seen_at, until = excluded.until
      """;

  private static final String MEMBERS =
      """
      SELECT m.id, m.address, m.seen_at, s.id, s.owned
      FROM mock_member m LEFT JOIN (
        SELECT id, owner, row_number() OVER (PARTITION BY owner ORDER BY id) AS place,
          count(*) OVER (PARTITION BY owner) AS owned
        FROM mock_sandbox WHERE owner IS NOT NULL) s ON s.owner = m.id AND (s.place = 1 OR s.place <= ?)
      WHERE m.until > %s
      ORDER BY m.id, s.id
      """;

  private static final int MOST_DELETED = 100;

  private static final String DELETE_UNUSED =
      """
      WITH picked AS MATERIALIZED (
        SELECT id FROM mock_sandbox
        WHERE used_at < ? AND (owner IS NULL OR until <= %1$s)
        LIMIT ?%2$s)
      DELETE FROM mock_sandbox WHERE id IN (SELECT id FROM picked)
      RETURNING id
      """;

  Claim claim(String sandbox, long seed, Member member, Duration length) {
    while (true) {
      List<Lease> leases =
          database.change(
              session ->
                  session.query(
                      CLAIM.formatted(database.time()),
                      Leases::lease,
                      sandbox,
                      seed,
                      member.id(),
                      member.address(),
                      micros(length)));
      if (!leases.isEmpty()) {
        return new Claim(leases.get(0), null);
      }
      List<Member> owners =
          database.read(
              session ->
                  session.query(
                      "SELECT owner, address FROM mock_sandbox WHERE id = ? AND owner IS NOT NULL",
                      row -> new Member(row.getString(1), row.getString(2)),
                      sandbox));
      if (!owners.isEmpty()) {
        return new Claim(null, owners.get(0));
      } // it has been released meanwhile
    }
  }

  Optional<Claim> claimKnown(String sandbox, Member member, Duration length) {
    List<Long> seeds =
        database.read(
            session ->
                session.query(
                    "SELECT seed FROM mock_sandbox WHERE id = ?", row -> row.getLong(1), sandbox));
    return seeds.stream().map(seed -> claim(sandbox, seed, member, length)).findFirst();
  }

  List<Lease> adoptDue(Member member, Duration length, int most) {
    return database.change(
        session ->
            session.query(
                ADOPT.formatted(database.time(), database.dialect().lockFreeRows()),
                Leases::lease,
                (long) most,
                member.id(),
                member.address(),
                micros(length)));
  }

  Set<String> renew(Member member, Duration length) {
    return database.change(
        session -> {
          String time = database.time();
          session.update(SEE.formatted(time), member.id(), member.address(), micros(length));
          session.update("DELETE FROM mock_member WHERE until <= " + time);
          return Set.copyOf(
              session.query(
                  RENEW.formatted(time, database.dialect().lockRows()),
                  row -> row.getString(1),
                  member.id(),
                  micros(length)));
        });
  }

  /** Frees all sandboxes: their owner is gone, because it had the database for itself. */
  void freeAll() {
    int unused =
        database.change(
            session ->
                session.update(
                    "UPDATE mock_sandbox SET owner = NULL, address = NULL WHERE owner IS NOT NULL"));
  }

  void release(Collection<Lease> leases) {
    List<Object[]> rows =
        leases.stream()
            .sorted(Comparator.comparing(Lease::sandbox))
            .map(lease -> new Object[] {lease.sandbox(), lease.epoch()})
            .toList();
    database.change(
        session -> {
          session.batch(
              "UPDATE mock_sandbox SET owner = NULL, address = NULL WHERE id = ? AND epoch = ?",
              rows);
          return true;
        });
  }

  List<Membership> members(int mostSandboxes) {
    Map<String, Membership> members = new LinkedHashMap<>();
    database.read(
        session ->
            session.query(
                MEMBERS.formatted(database.time()),
                row -> add(members, row, mostSandboxes),
                (long) mostSandboxes));
    return List.copyOf(members.values());
  }

  private static boolean add(Map<String, Membership> members, ResultSet row, int mostSandboxes)
      throws SQLException {
    var member = new Member(row.getString(1), row.getString(2));
    var seenAt = Database.instant(row.getLong(3));
    String sandbox = row.getString(4);
    long owned = row.getLong(5);
    Membership membership =
        members.computeIfAbsent(
            member.id(), id -> new Membership(member, seenAt, new ArrayList<>(), owned));
    return sandbox != null
        && membership.sandboxes().size() < mostSandboxes
        && membership.sandboxes().add(sandbox);
  }

  void leave(Member member) {
    database.change(session -> session.update("DELETE FROM mock_member WHERE id = ?", member.id()));
  }

  int deleteUnusedSince(Instant instant) {
    int all = 0;
    int deleted;
    do {
      deleted = database.change(session -> deleteUnused(session, Database.micros(instant)));
      all += deleted;
    } while (deleted == MOST_DELETED);
    return all;
  }

  private int deleteUnused(Session session, long instant) throws SQLException {
    List<Object[]> ids =
        session.query(
            DELETE_UNUSED.formatted(database.time(), database.dialect().lockFreeRows()),
            row -> new Object[] {row.getString(1)},
            instant,
            (long) MOST_DELETED);
    for (String table : List.of("mock_document", "mock_chunk")) {
      session.bulk("DELETE FROM " + table + " WHERE sandbox IN (", List.of(Column.TEXT), ")", ids);
    }
    return ids.size();
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(row.getString(1), row.getLong(2), row.getLong(3));
  }

  private static long micros(Duration length) {
    return length.toNanos() / 1_000;
  }
}
