package dev.seedance.mock.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Write;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that refuses, or that ends connections. */
class PostgresqlFailureTest {

  private static final Duration LONG = Duration.ofHours(1);

  private TestDatabase database;
  private RealTime time;

  @BeforeEach
  void start() {
    database = TestDatabase.require();
    time = new RealTime(RealTime.ofThisMachine());
  }

  @AfterEach
  void stop() {
    if (database != null) {
      time.close();
      database.close();
    }
  }

  private void assertRefused(String url, String... message) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Stores.open(MockCommand.read("--database=" + url), time))
        .withMessageContainingAll(message)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hush", "password="));
  }

  @Test
  void says_why_a_database_can_not_be_used_and_what_to_do() {
    String url = database.url();
    assertRefused(
        url.replaceFirst("password=[^&]*", "password=hush"),
        "refuses the user or the password",
        "check --database-user and --database-password");
    assertRefused(
        url.replaceFirst("/[^/?]*\\?", "/no_such_database?"), "does not exist", "create it");
    assertRefused(
        url + "&currentSchema=no_such_schema",
        "has no schema for the tables",
        "name one by currentSchema");
    assertRefused(
        "jdbc:postgresql://no-such-host.invalid/mock?user=me&password=hush",
        "no-such-host.invalid/mock can't be reached: no such host");
    assertRefused(
        "jdbc:postgresql://127.0.0.1:1/mock?user=me&password=hush",
        "127.0.0.1:1/mock can't be reached",
        "start it, or correct --database");
  }

  @Test
  void a_store_goes_on_when_its_connections_were_ended() {
    var member = new Member("one", "http://127.0.0.1:8080");
    try (var store = database.open(time)) {
      Lease lease = Objects.requireNonNull(store.claim("a", 7, member, LONG).lease());
      for (int i = 0; i < 3; i++) {
        database.endConnections();
        var document = new Document("task", "t" + i, i, new byte[] {'1'});
        assertThat(store.write(List.of(new Write(lease, Set.of(), List.of(document), null))))
            .isEmpty();
        database.endConnections();
        assertThat(store.load("a")).hasSize(i + 1);
        database.endConnections();
        assertThat(store.renew(member, LONG)).containsExactly("a");
      }
    }
  }

  @Test
  void the_time_is_that_of_the_database() {
    try (var store = database.open(time)) {
      var now = store.now();
      store.renew(new Member("one", "http://127.0.0.1:8080"), LONG);
      assertThat(store.members(0).get(0).seenAt()).isAfterOrEqualTo(now.minusSeconds(1));
      assertThat(store.isShared()).isTrue();
      assertThat(store.outlivesServer()).isTrue();
    }
  }
}
