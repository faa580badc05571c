package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents of sandboxes. */
record Documents(Database database) {

  /** An owner's row, which nobody takes over until the transaction ends. */
  private record Held(String sandbox, long epoch, @Nullable Long nextDue) {}

  /** The rows of one group. */
  private record Group(
      List<@Nullable Object[]> replaced,
      List<@Nullable Object[]> deleted,
      List<@Nullable Object[]> written,
      List<@Nullable Object[]> due) {

    Group() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Write write, Held held) {
      String sandbox = held.sandbox();
      write.replaced().forEach(part -> replaced.add(new Object[] {sandbox, part}));
      for (Document document : write.documents()) {
        String key = StoredText.encode(document.key());
        if (document.json() == null) {
          deleted.add(new Object[] {sandbox, document.part(), key});
        } else {
          written.add(
              new Object[] {
                sandbox,
                document.part(),
                key,
                document.order(),
                document.json(),
                Checksum.of(document.json())
              });
        }
      }
      Long next = micros(write.nextDue());
      if (!Objects.equals(next, held.nextDue())) {
        due.add(new @Nullable Object[] {next, sandbox});
      }
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
      return instant == null ? null : Database.micros(instant);
    }
  }

  Set<String> write(Collection<Write> writes) {
    return database.writeGroup(session -> write(session, writes));
  }

  private Set<String> write(Session session, Collection<Write> writes) throws SQLException {
    Map<String, Held> held = new HashMap<>();
    for (Held row : lock(session, writes)) {
      held.put(row.sandbox(), row);
    }
    Set<String> lost = new LinkedHashSet<>();
    var group = new Group();
    for (Write write : writes) {
      Held row = held.get(write.lease().sandbox());
      if (row == null || row.epoch() != write.lease().epoch()) {
        lost.add(write.lease().sandbox());
      } else {
        group.add(write, row);
      }
    }
    session.bulk(
        "DELETE FROM mock_document WHERE (sandbox, part) IN (",
        List.of(Column.TEXT, Column.TEXT),
        ")",
        group.replaced());
    session.bulk(
        "DELETE FROM mock_document WHERE (sandbox, part, key) IN (",
        List.of(Column.TEXT, Column.TEXT, Column.TEXT),
        ")",
        group.deleted());
    session.bulk(
        "INSERT INTO mock_document (sandbox, part, key, ord, json, sum) ",
        List.of(Column.TEXT, Column.TEXT, Column.TEXT, Column.NUMBER, Column.BYTES, Column.NUMBER),
        " ON CONFLICT (sandbox, part, key) DO UPDATE SET json = excluded.json, sum = excluded.sum",
        group.written());
    session.batch("UPDATE mock_sandbox SET next_due = ? WHERE id = ?", group.due());
    return lost;
  }

  private List<Held> lock(Session session, Collection<Write> writes) throws SQLException {
    String[] ids = writes.stream().map(write -> write.lease().sandbox()).toArray(String[]::new);
    return session.queryAny(
        "SELECT id, epoch, next_due FROM mock_sandbox WHERE owner IS NOT NULL AND id ",
        " ORDER BY id" + database.dialect().lockRows(),
        ids,
        row -> new Held(row.getString(1), row.getLong(2), number(row, 3)));
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  List<Document> load(String sandbox) {
    return database.read(
        session ->
            session.query(
                "SELECT part, key, ord, json, sum FROM mock_document WHERE sandbox = ? ORDER BY ord",
                this::document,
                sandbox));
  }

  private Document document(ResultSet row) throws SQLException {
    String part = row.getString(1);
    String key = StoredText.decode(row.getString(2));
    byte[] json = row.getBytes(4);
    if (Checksum.of(json) != row.getLong(5)) {
      throw database.explanations().broken("the document '%s' of '%s'".formatted(key, part));
    }
    return new Document(part, key, row.getLong(3), json);
  }
}
