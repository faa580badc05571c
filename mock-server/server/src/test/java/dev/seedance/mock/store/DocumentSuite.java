package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Write;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents: what is written comes back, and only the present owner writes. Holds for every store.
 */
interface DocumentSuite extends StoreUnderTest {

  @Test
  default void documents_are_loaded_in_the_order_in_which_they_were_stored_first() {
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
  default void a_document_without_json_is_gone() {
    Lease lease = claimed("a", ONE, LONG);
    store().write(List.of(write(lease, document("task", "x", 1, "1"), document("t", "x", 2, "2"))));
    store()
        .write(List.of(write(lease, document("task", "x", 3, null), document("t", "n", 4, null))));
    assertThat(stored("a")).containsExactly("t/x=2");
  }

  @Test
  default void a_replaced_part_loses_every_document_first() {
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
  default void a_write_whose_response_was_lost_can_be_repeated() {
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
  default void keys_have_any_characters(String key) {
    Lease lease = claimed("a", ONE, LONG);
    var written = document("task", key, 1, "{\"text\":\"夜 🌊 \\u0000\"}");
    store().write(List.of(write(lease, written, document("task", key + "x", 2, "2"))));
    assertThat(store().load("a")).extracting(Document::key).containsExactly(key, key + "x");
    assertThat(store().load("a").get(0).json()).isEqualTo(written.json());
    store().write(List.of(write(lease, document("task", key, 3, null))));
    assertThat(store().load("a")).extracting(Document::key).containsExactly(key + "x");
  }

  @Test
  default void documents_may_be_big() {
    Lease lease = claimed("a", ONE, LONG);
    String big = "\"" + "x".repeat(5 << 20) + "\"";
    store().write(List.of(write(lease, document("task", "big", 1, big))));
    assertThat(stored("a")).containsExactly("task/big=" + big);
  }

  @Test
  default void a_group_has_many_documents_of_many_sandboxes() {
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
  default void an_old_epoch_writes_nothing_and_the_rest_of_its_group_is_stored() {
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
  default void a_released_lease_writes_nothing() {
    Lease lease = claimed("a", ONE, LONG);
    store().release(List.of(lease));
    assertThat(store().write(List.of(write(lease, document("task", "x", 1, "1")))))
        .containsExactly("a");
    assertThat(store().write(List.of(write(new Lease("none", 1, 1))))).containsExactly("none");
    assertThat(stored("a")).isEmpty();
  }

  @Test
  default void an_ended_lease_writes_until_somebody_takes_over() {
    Lease lease = claimed("a", ONE, ENDED);
    assertThat(store().write(List.of(write(lease, document("task", "x", 1, "1"))))).isEmpty();
    assertThat(stored("a")).containsExactly("task/x=1");
  }
}
