package dev.seedance.mock.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seedance.mock.TestTime;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.store.jdbc.Database.Address;
import dev.seedance.mock.time.RealTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of programs that are older or newer than this one. */
class SchemaTest {

  /** A store of version 1 as a program has left it. Never changed: such stores exist. */
  private static final String VERSION_1 =
      """
      CREATE TABLE mock_version (version BIGINT NOT NULL, program TEXT NOT NULL);
      INSERT INTO mock_version VALUES (1, '0.1.0');
      CREATE TABLE mock_sandbox (
        id TEXT PRIMARY KEY, seed BIGINT NOT NULL, epoch BIGINT NOT NULL, owner TEXT, address TEXT,
        until BIGINT NOT NULL, next_due BIGINT, used_at BIGINT NOT NULL);
      CREATE INDEX mock_sandbox_owner ON mock_sandbox (owner);
      CREATE INDEX mock_sandbox_next_due ON mock_sandbox (next_due) WHERE next_due IS NOT NULL;
      CREATE TABLE mock_document (
        sandbox TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, ord BIGINT NOT NULL,
        json %1$s NOT NULL, sum BIGINT NOT NULL, PRIMARY KEY (sandbox, part, key));
      CREATE TABLE mock_chunk (
        sandbox TEXT NOT NULL, name TEXT NOT NULL, n BIGINT NOT NULL, bytes %1$s NOT NULL,
        sum BIGINT NOT NULL, PRIMARY KEY (sandbox, name, n));
      CREATE TABLE mock_member (
        id TEXT PRIMARY KEY, address TEXT NOT NULL, seen_at BIGINT NOT NULL, until BIGINT NOT NULL);
      INSERT INTO mock_sandbox VALUES ('a', 7, 3, 'old', 'http://10.0.0.9:8080', 5, 6, 7);
      INSERT INTO mock_document VALUES ('a', 'task', 'x', 1, %2$s, %3$d)
      """;

  /** A step that a later program might need: a column that is made of another one. */
  private static final String NEXT =
      """
      ALTER TABLE mock_document ADD COLUMN size BIGINT NOT NULL DEFAULT 0;
      UPDATE mock_document SET size = length(json)
      """;

  private final RealTime time = new RealTime(new TestTime());

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void a_file_of_version_1_is_brought_up_to_date(@TempDir Path folder) {
    Address address = Stores.file(folder.resolve("test.db"));
    make(address, "CAST('{}' AS BLOB)");
    assertMigrated(address);
  }

  @Test
  void a_database_of_version_1_is_brought_up_to_date() {
    try (var database = TestDatabase.require()) {
      Address address = database.address();
      make(address, "'{}'");
      assertMigrated(address);
    }
  }

  private void make(Address address, String json) {
    try (var database = new Database(address, time)) {
      database.change(
          session -> {
            for (String sql :
                VERSION_1
                    .formatted(address.dialect().bytes(), json, Checksum.of("{}".getBytes(UTF_8)))
                    .split(";", -1)) {
              session.update(sql);
            }
            return true;
          });
    }
  }

  private void assertMigrated(Address address) {
    try (var store = Stores.open(address, time, () -> {})) {
      assertThat(store.load("a"))
          .singleElement()
          .satisfies(document -> assertThat(document.json()).asString(UTF_8).isEqualTo("{}"));
      var member = new Member("new", "http://10.0.0.1:8080");
      assertThat(store.claim("a", 0, member, Duration.ofHours(1)).lease())
          .isEqualTo(new Lease("a", 7, 4));
    }
    List<String> steps = new ArrayList<>(Schema.STEPS);
    steps.add(NEXT);
    try (var database = new Database(address, time)) {
      Schema.migrate(database, steps, "9.9.9");
      Schema.migrate(database, steps, "9.9.9");
      List<Integer> sizes =
          database.read(s -> s.query("SELECT size FROM mock_document", row -> row.getInt(1)));
      assertThat(sizes).containsExactly(2);
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Stores.open(address, time, () -> {}))
        .withMessageContainingAll(
            "has schema version " + steps.size(),
            "written by seedance mock 9.9.9",
            "reads versions up to " + Schema.STEPS.size(),
            "start the newer program");
  }

  @Test
  void a_step_that_fails_leaves_the_store_as_it_was(@TempDir Path folder) {
    Address address = Stores.file(folder.resolve("test.db"));
    make(address, "CAST('{}' AS BLOB)");
    List<String> steps = new ArrayList<>(Schema.STEPS);
    steps.add(NEXT + "; SELECT 1 FROM no_such_table");
    try (var database = new Database(address, time)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Schema.migrate(database, steps, "9.9.9"))
          .withMessageContaining("no_such_table");
    }
    assertMigrated(address);
  }
}
