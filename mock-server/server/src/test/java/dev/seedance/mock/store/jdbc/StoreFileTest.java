package dev.seedance.mock.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seedance.mock.TestTime;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Write;
import dev.seedance.mock.store.StoreException;
import dev.seedance.mock.store.jdbc.Database.Address;
import dev.seedance.mock.time.RealTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a store that is good, broken, full, or somebody else's. */
class StoreFileTest {

  private static final Member MEMBER = new Member("one", "http://127.0.0.1:8080");

  private final RealTime time = new RealTime(new TestTime());
  private Path folder;
  private Path file;

  @BeforeEach
  void choose(@TempDir Path temporary) {
    folder = temporary.resolve("data");
    file = folder.resolve("seedance-mock.db");
  }

  @AfterEach
  void stop() {
    time.close();
  }

  private SandboxStore open() {
    return Stores.open(MockCommand.read("--data", folder.toString()), time);
  }

  private void assertRefused(String... message) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContainingAll(message)
        .withMessageContaining(folder.toString());
  }

  private static Lease claim(SandboxStore store) {
    return Objects.requireNonNull(store.claim("a", 7, MEMBER, Duration.ofHours(1)).lease());
  }

  private static Write write(Lease lease, int first, int documents, int size) {
    byte[] json = "x".repeat(size).getBytes(UTF_8);
    return new Write(
        lease,
        Set.of(),
        IntStream.range(first, first + documents)
            .mapToObj(i -> new Document("task", "t" + i, i, json))
            .toList(),
        null);
  }

  @Test
  void what_was_stored_is_there_again() throws IOException {
    try (var store = open()) {
      store.write(List.of(write(claim(store), 0, 9, 100)));
      store.putFile("a", "file", new ByteArrayInputStream(new byte[3]));
    }
    try (var store = open()) {
      assertThat(store.load("a")).hasSize(9);
      assertThat(store.file("a", "file").orElseThrow()).hasBinaryContent(new byte[3]);
      assertThat(store.isShared()).isFalse();
      assertThat(store.outlivesServer()).isTrue();
    }
  }

  @Test
  void a_server_that_was_killed_owns_nothing_when_the_next_one_opens_its_file() {
    try (var store = open()) {
      claim(store);
    }
    try (var store = open()) {
      var next = new Member("two", "http://127.0.0.1:8081");
      assertThat(store.claim("a", 7, next, Duration.ofHours(1)).lease())
          .isEqualTo(new Lease("a", 7, 2));
    }
  }

  @Test
  void a_closed_store_leaves_its_file_alone() {
    SandboxStore closed = open();
    Lease lease = claim(closed);
    closed.close();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> closed.write(List.of(write(lease, 0, 1, 1))))
        .withMessageContaining("is closed");
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> closed.load("a"));
  }

  @Test
  void nobody_else_may_read_the_folder() throws IOException {
    open().close();
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
    }
  }

  @Test
  void one_server_at_a_time_has_a_folder() {
    try (var store = open()) {
      assertRefused("is in use by another server", "--database");
      assertThat(store.load("a")).isEmpty();
    }
    open().close();
  }

  @Test
  void a_file_is_no_folder() throws IOException {
    Files.writeString(folder, "");
    assertRefused("is a file; --data takes a folder");
    folder = folder.resolve("below");
    assertRefused("can't write to the data folder");
  }

  @Test
  void a_path_that_is_none_is_refused() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.open("a\u0000b"))
        .withMessageContaining("--data takes a folder");
  }

  @Test
  void an_empty_file_is_broken() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(file, "");
    assertRefused("is broken: it is an empty file", "put a backup in its place");
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_broken() throws IOException {
    Files.createDirectories(file);
    assertRefused("is broken: it is a folder", "put a backup in its place");
  }

  @Test
  void random_bytes_are_broken() throws IOException {
    Files.createDirectory(folder);
    var bytes = new byte[100_000];
    new Random(3).nextBytes(bytes);
    Files.write(file, bytes);
    assertRefused("is broken: it is no SQLite file", "put a backup in its place");
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void a_cut_file_is_broken() throws IOException {
    fill();
    try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() / 2);
    }
    assertRefused("is broken", "put a backup in its place");
  }

  @Test
  void a_file_whose_middle_was_overwritten_is_broken() throws IOException {
    fill();
    try (var spoilt = new RandomAccessFile(file.toFile(), "rw")) {
      spoilt.seek(8_192);
      spoilt.write(new byte[(int) spoilt.length() - 8_192]);
    }
    assertRefused("is broken", "put a backup in its place");
  }

  @Test
  void a_document_whose_bytes_were_overwritten_is_broken() throws IOException {
    fill();
    try (var spoilt = new RandomAccessFile(file.toFile(), "rw")) {
      spoilt.seek(spoilt.length() - 10);
      spoilt.write(new byte[10]);
    }
    try (var store = open()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.load("a"))
          .withMessageContainingAll("is broken: the document '", "' of 'task'", "put a backup");
    }
  }

  private void fill() {
    try (var store = open()) {
      store.write(List.of(write(claim(store), 0, 500, 900)));
    }
  }

  @Test
  void what_a_server_left_that_was_killed_at_its_first_start_is_no_harm() throws IOException {
    Files.createDirectory(folder);
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.writeString(folder.resolve("seedance-mock.db.new" + suffix), "half of it");
    }
    open().close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(one -> one.toString().contains(".new"))).isEmpty();
    }
  }

  @Test
  void a_full_disk_takes_nothing_by_halves_and_all_again_when_there_is_room() {
    try (var store = openWith("PRAGMA max_page_count = 100")) {
      Lease lease = claim(store);
      store.write(List.of(write(lease, 0, 50, 1_000)));
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.write(List.of(write(lease, 40, 500, 1_000))))
          .withMessageContainingAll("has no room: the disk is full", "make room on the disk");
      assertThat(store.load("a")).hasSize(50);
      store.write(List.of(new Write(lease, Set.of("task"), List.of(), null)));
      assertThat(store.write(List.of(write(lease, 0, 60, 1_000)))).isEmpty();
      assertThat(store.load("a")).hasSize(60);
    }
  }

  private JdbcStore openWith(String setting) {
    open().close();
    Address address = Stores.file(file);
    Dialect dialect = address.dialect().with(setting);
    return Stores.open(
        new Address(dialect, address.url(), new Properties(), address.explanations()),
        time,
        () -> {});
  }
}
