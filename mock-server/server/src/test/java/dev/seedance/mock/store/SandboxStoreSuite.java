package dev.seedance.mock.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.mock.store.SandboxStore.Membership;
import dev.seedance.mock.store.SandboxStore.Write;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every store. A lease without length has ended at once: nothing has to wait. */
public abstract class SandboxStoreSuite {

  protected static final Duration LONG = Duration.ofHours(1);
  protected static final Duration ENDED = Duration.ZERO;
  protected static final Member ONE = new Member("one", "http://10.0.0.1:8080");
  protected static final Member TWO = new Member("two", "http://10.0.0.2:8080");

  /** Returns the store under test, empty at the beginning of each test. */
  protected abstract SandboxStore store();

  protected final Lease claimed(String sandbox, Member member, Duration length) {
    return Objects.requireNonNull(store().claim(sandbox, 7, member, length).lease());
  }

  protected static Document document(String part, String key, long order, @Nullable String json) {
    return new Document(part, key, order, json == null ? null : json.getBytes(UTF_8));
  }

  protected static Write write(Lease lease, Document... documents) {
    return new Write(lease, Set.of(), List.of(documents), null);
  }

  /** Returns the documents of a sandbox, each as part/key=json, in their order. */
  protected final List<String> stored(String sandbox) {
    return store().load(sandbox).stream()
        .map(one -> one.part() + "/" + one.key() + "=" + new String(one.json(), UTF_8))
        .toList();
  }

  @Test
  void a_new_sandbox_belongs_to_whoever_claims_it() {
    Claim first = store().claim("a", -5, ONE, LONG);
    assertThat(first).isEqualTo(new Claim(new Lease("a", -5, 1), null));
    assertThat(store().claim("a", -5, ONE, LONG)).as("again").isEqualTo(first);
    assertThat(store().claim("a", -5, TWO, LONG)).isEqualTo(new Claim(null, ONE));
    assertThat(store().claim("b", 9, TWO, LONG).lease()).isEqualTo(new Lease("b", 9, 1));
  }

  @Test
  void a_known_sandbox_keeps_its_seed() {
    assertThat(store().claimKnown("a", ONE, LONG)).isEmpty();
    store().claim("a", Long.MIN_VALUE, ONE, LONG);
    assertThat(store().claimKnown("a", ONE, LONG))
        .contains(new Claim(new Lease("a", Long.MIN_VALUE, 1), null));
    assertThat(store().claimKnown("a", TWO, LONG)).contains(new Claim(null, ONE));
    assertThat(store().claim("a", 3, ONE, LONG).lease())
        .isEqualTo(new Lease("a", Long.MIN_VALUE, 1));
  }

  @Test
  void each_owner_has_a_higher_epoch() {
    Lease first = claimed("a", ONE, ENDED);
    Lease second = claimed("a", TWO, LONG);
    store().release(List.of(second));
    Lease third = claimed("a", TWO, ENDED);
    Lease fourth = claimed("a", TWO, LONG);
    assertThat(Stream.of(first, second, third, fourth).map(Lease::epoch))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void an_old_lease_is_not_released() {
    Lease old = claimed("a", ONE, ENDED);
    claimed("a", TWO, LONG);
    store().release(List.of(old));
    assertThat(store().claim("a", 7, ONE, LONG)).isEqualTo(new Claim(null, TWO));
    store().release(List.of(new Lease("none", 1, 1)));
    store().release(List.of());
  }

  @Test
  void renewing_extends_all_that_a_member_has() {
    claimed("a", ONE, ENDED);
    claimed("b", ONE, ENDED);
    claimed("c", TWO, ENDED);
    assertThat(store().renew(ONE, LONG)).containsExactlyInAnyOrder("a", "b");
    assertThat(store().claim("a", 7, TWO, LONG)).isEqualTo(new Claim(null, ONE));
    assertThat(claimed("c", ONE, LONG).epoch()).isEqualTo(2);
    assertThat(store().renew(TWO, LONG)).isEmpty();
    assertThat(store().renew(ONE, LONG)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void documents_are_loaded_in_the_order_in_which_they_were_stored_first() {
    Lease lease = claimed("a", ONE, LONG);
    store()
        .write(List.of(write(lease, document("task", "z", 1, "1"), document("task", "y", 2, "2"))));
    store()
        .write(List.of(write(lease, document("task", "z", 3, "3"), document("clock", "", 4, "4"))));
    assertThat(stored("a")).containsExactly("task/z=3", "task/y=2", "clock/=4");
    assertThat(store().load("a")).extracting(Document::order).containsExactly(1L, 2L, 4L);
    assertThat(store().load("none")).isEmpty();
  }

  @Test
  void a_document_without_json_is_gone() {
    Lease lease = claimed("a", ONE, LONG);
    store().write(List.of(write(lease, document("task", "x", 1, "1"), document("t", "x", 2, "2"))));
    store()
        .write(List.of(write(lease, document("task", "x", 3, null), document("t", "n", 4, null))));
    assertThat(stored("a")).containsExactly("t/x=2");
  }

  @Test
  void a_replaced_part_loses_every_document_first() {
    Lease lease = claimed("a", ONE, LONG);
    Lease other = claimed("b", ONE, LONG);
    Document[] before = {
      document("task", "x", 1, "1"), document("task", "y", 2, "2"), document("clock", "", 3, "3")
    };
    store().write(List.of(write(lease, before), write(other, before)));
    Document[] after = {document("task", "y", 4, "4"), document("task", "w", 5, "5")};
    store().write(List.of(new Write(lease, Set.of("task", "none"), List.of(after), null)));
    assertThat(stored("a")).containsExactly("clock/=3", "task/y=4", "task/w=5");
    assertThat(stored("b")).containsExactly("task/x=1", "task/y=2", "clock/=3");
  }

  @Test
  void a_write_whose_response_was_lost_can_be_repeated() {
    Lease lease = claimed("a", ONE, LONG);
    store().write(List.of(write(lease, document("task", "x", 1, "1"))));
    var again =
        new Write(
            lease,
            Set.of("task"),
            List.of(document("task", "y", 2, "2"), document("clock", "", 3, null)),
            Instant.EPOCH);
    assertThat(store().write(List.of(again))).isEmpty();
    assertThat(store().write(List.of(again))).isEmpty();
    assertThat(stored("a")).containsExactly("task/y=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "a\u0000b",
        "\\",
        "\\0000",
        "\\u0000",
        "\\\\$1",
        "'; DROP TABLE mock_document; --",
        "\"{},[]NULL",
        "NULL",
        "夜の嵐",
        "🌊",
        "\ud83c",
        "x\udf0a",
        "%_?:n",
        "\n\r\t\u007f\u0085\u2028"
      })
  void keys_have_any_characters(String key) {
    Lease lease = claimed("a", ONE, LONG);
    var written = document("task", key, 1, "{\"text\":\"夜 🌊 \\u0000\"}");
    store().write(List.of(write(lease, written, document("task", key + "x", 2, "2"))));
    assertThat(store().load("a")).extracting(Document::key).containsExactly(key, key + "x");
    assertThat(store().load("a").get(0).json()).isEqualTo(written.json());
    store().write(List.of(write(lease, document("task", key, 3, null))));
    assertThat(store().load("a")).extracting(Document::key).containsExactly(key + "x");
  }

  @Test
  void documents_may_be_big() {
    Lease lease = claimed("a", ONE, LONG);
    String big = "\"" + "x".repeat(5 << 20) + "\"";
    store().write(List.of(write(lease, document("task", "big", 1, big))));
    assertThat(stored("a")).containsExactly("task/big=" + big);
  }

  @Test
  void a_group_has_many_documents_of_many_sandboxes() {
    List<Lease> leases =
        IntStream.range(0, 60).mapToObj(i -> claimed("sandbox" + i, ONE, LONG)).toList();
    List<Write> group =
        leases.stream()
            .map(
                lease ->
                    write(
                        lease,
                        IntStream.range(0, 40)
                            .mapToObj(i -> document("task", "t" + i, i, lease.sandbox() + i))
                            .toArray(Document[]::new)))
            .toList();
    assertThat(store().write(group)).isEmpty();
    assertThat(leases)
        .allSatisfy(
            lease ->
                assertThat(stored(lease.sandbox()))
                    .hasSize(40)
                    .startsWith("task/t0=" + lease.sandbox() + "0")
                    .endsWith("task/t39=" + lease.sandbox() + "39"));
    assertThat(store().write(List.of())).isEmpty();
  }

  @Test
  void an_old_epoch_writes_nothing_and_the_rest_of_its_group_is_stored() {
    Lease old = claimed("a", ONE, ENDED);
    Lease present = claimed("b", ONE, LONG);
    Lease taken = claimed("a", TWO, LONG);
    store().write(List.of(write(taken, document("task", "x", 1, "two"))));
    Set<String> lost =
        store()
            .write(
                List.of(
                    new Write(
                        old,
                        Set.of("task"),
                        List.of(document("task", "x", 9, "one"), document("clock", "", 9, "9")),
                        Instant.EPOCH),
                    write(present, document("task", "y", 1, "1"))));
    assertThat(lost).containsExactly("a");
    assertThat(stored("a")).containsExactly("task/x=two");
    assertThat(stored("b")).containsExactly("task/y=1");
    store().release(List.of(taken));
    assertThat(store().adoptDue(TWO, LONG, 9)).as("the old due instant was not stored").isEmpty();
  }

  @Test
  void a_released_lease_writes_nothing() {
    Lease lease = claimed("a", ONE, LONG);
    store().release(List.of(lease));
    assertThat(store().write(List.of(write(lease, document("task", "x", 1, "1")))))
        .containsExactly("a");
    assertThat(store().write(List.of(write(new Lease("none", 1, 1))))).containsExactly("none");
    assertThat(stored("a")).isEmpty();
  }

  @Test
  void an_ended_lease_writes_until_somebody_takes_over() {
    Lease lease = claimed("a", ONE, ENDED);
    assertThat(store().write(List.of(write(lease, document("task", "x", 1, "1"))))).isEmpty();
    assertThat(stored("a")).containsExactly("task/x=1");
  }

  /** Two members take a sandbox from each other, as often as they can, and write what they read. */
  @Test
  void nothing_is_lost_between_owners_in_a_race() throws Exception {
    int rounds = 40;
    Callable<Integer> one = () -> count(ONE, rounds);
    Callable<Integer> two = () -> count(TWO, rounds);
    int all = together(List.of(one, two)).stream().mapToInt(n -> n).sum();
    assertThat(all).isPositive();
    assertThat(stored("a")).containsExactly("count/=" + all);
  }

  /** Claims, reads, adds one and writes; returns how many writes were stored. */
  private int count(Member member, int rounds) {
    int stored = 0;
    for (int i = 0; i < rounds; i++) {
      Lease lease = store().claim("a", 7, member, ENDED).lease();
      if (lease == null) {
        continue;
      }
      int before =
          store().load("a").stream()
              .mapToInt(one -> Integer.parseInt(new String(one.json(), UTF_8)))
              .sum();
      var next = document("count", "", 1, Integer.toString(before + 1));
      if (store().write(List.of(write(lease, next))).isEmpty()) {
        stored++;
      }
    }
    return stored;
  }

  @Test
  void who_claims_first_has_it_in_a_race() throws Exception {
    List<Callable<Claim>> claims =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    (Callable<Claim>)
                        () -> store().claim("a", 7, new Member("m" + i, "http://m" + i), LONG))
            .toList();
    List<Claim> results = together(claims);
    assertThat(results).filteredOn(claim -> claim.lease() != null).hasSize(1);
    assertThat(results)
        .filteredOn(claim -> claim.lease() == null)
        .extracting(Claim::owner)
        .doesNotContainNull()
        .hasSize(3);
    assertThat(new HashSet<>(results)).as("all name the same owner").hasSize(2);
  }

  @Test
  void orphans_that_are_due_are_adopted_the_oldest_first() {
    due("later", store().now().plus(LONG));
    due("never", null);
    due("second", store().now().minusSeconds(1));
    due("first", store().now().minusSeconds(2));
    Lease owned = claimed("owned", ONE, LONG);
    store().write(List.of(new Write(owned, Set.of(), List.of(), Instant.EPOCH)));
    assertThat(store().adoptDue(TWO, LONG, 1)).containsExactly(new Lease("first", 7, 2));
    assertThat(store().adoptDue(TWO, LONG, 9)).containsExactly(new Lease("second", 7, 2));
    assertThat(store().adoptDue(TWO, LONG, 9)).isEmpty();
    assertThat(store().claim("first", 7, ONE, LONG)).isEqualTo(new Claim(null, TWO));
  }

  /** Stores when a sandbox without an owner is due. */
  private void due(String sandbox, @Nullable Instant instant) {
    Lease lease = claimed(sandbox, ONE, LONG);
    store().write(List.of(new Write(lease, Set.of(), List.of(), instant)));
    store().release(List.of(lease));
  }

  @Test
  void a_sandbox_that_is_no_longer_due_is_not_adopted() {
    due("a", Instant.EPOCH);
    due("a", null);
    assertThat(store().adoptDue(TWO, LONG, 9)).isEmpty();
  }

  @Test
  void members_that_adopt_at_the_same_time_get_different_sandboxes() throws Exception {
    IntStream.range(0, 40).forEach(i -> due("sandbox" + i, Instant.EPOCH));
    List<Callable<List<Lease>>> members =
        Stream.of(ONE, TWO)
            .map(member -> (Callable<List<Lease>>) () -> store().adoptDue(member, LONG, 20))
            .toList();
    List<String> adopted =
        together(members).stream().flatMap(List::stream).map(Lease::sandbox).toList();
    assertThat(adopted).doesNotHaveDuplicates().isNotEmpty();
    List<String> rest = store().adoptDue(ONE, LONG, 40).stream().map(Lease::sandbox).toList();
    assertThat(rest).doesNotContainAnyElementsOf(adopted).hasSize(40 - adopted.size());
  }

  @Test
  void members_are_listed_with_what_they_own_until_they_leave() {
    claimed("b", ONE, LONG);
    claimed("a", ONE, LONG);
    store().renew(ONE, LONG);
    store().renew(TWO, LONG);
    assertThat(store().members(1))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seenAt")
        .containsExactlyInAnyOrder(
            new Membership(ONE, Instant.EPOCH, List.of("a"), 2),
            new Membership(TWO, Instant.EPOCH, List.of(), 0));
    assertThat(store().members(0)).extracting(Membership::owned).containsExactlyInAnyOrder(2L, 0L);
    store().leave(TWO);
    assertThat(store().members(9)).extracting(Membership::member).containsExactly(ONE);
  }

  @Test
  void a_member_whose_lease_has_ended_is_not_listed() {
    store().renew(ONE, ENDED);
    assertThat(store().members(9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (5 << 20) + 7})
  void a_file_comes_back_as_it_was(int size) throws IOException {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    store().putFile("a", "file", new ByteArrayInputStream(bytes));
    assertThat(file("a", "file")).isEqualTo(bytes);
    store().putFile("a", "file", new ByteArrayInputStream(Arrays.copyOf(bytes, size / 2)));
    assertThat(file("a", "file")).isEqualTo(Arrays.copyOf(bytes, size / 2));
    assertThat(store().file("a", "other")).isEmpty();
    assertThat(store().file("b", "file")).isEmpty();
    store().deleteFiles("a", List.of("file", "none"));
    assertThat(store().file("a", "file")).isEmpty();
  }

  private byte[] file(String sandbox, String name) throws IOException {
    try (InputStream in = store().file(sandbox, name).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @Test
  void sandboxes_that_nobody_has_used_are_deleted_with_all_that_they_have() {
    Lease lease = claimed("old", ONE, LONG);
    store().write(List.of(write(lease, document("task", "x", 1, "1"))));
    store().putFile("old", "file", new ByteArrayInputStream(new byte[9]));
    claimed("owned", TWO, LONG);
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isZero();
    store().release(List.of(lease));
    assertThat(store().deleteUnusedSince(store().now().minus(LONG))).isZero();
    assertThat(stored("old")).hasSize(1);
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isOne();
    assertThat(store().claimKnown("old", ONE, LONG)).isEmpty();
    assertThat(store().load("old")).isEmpty();
    assertThat(store().file("old", "file")).isEmpty();
    assertThat(store().claim("owned", 7, ONE, LONG)).isEqualTo(new Claim(null, TWO));
  }

  @Test
  void many_unused_sandboxes_are_deleted() {
    IntStream.range(0, 250).forEach(i -> claimed("sandbox" + i, ONE, ENDED));
    assertThat(store().deleteUnusedSince(store().now().plus(LONG))).isEqualTo(250);
  }

  /** Does work at the same time, each in a thread of its own. */
  private static <T> List<T> together(List<Callable<T>> works) throws Exception {
    var start = new CyclicBarrier(works.size());
    var threads = Executors.newFixedThreadPool(works.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          threads.invokeAll(works.stream().map(work -> after(start, work)).toList())) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> after(CyclicBarrier start, Callable<T> work) {
    return () -> {
      start.await();
      return work.call();
    };
  }
}
