package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.store.SandboxStore.Claim;
import dev.seedance.mock.store.SandboxStore.Lease;
import dev.seedance.mock.store.SandboxStore.Membership;
import dev.seedance.mock.store.SandboxStore.Write;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Owners of sandboxes, orphans and members. Holds for every store. */
interface LeaseSuite extends StoreUnderTest {

  @Test
  default void a_new_sandbox_belongs_to_whoever_claims_it() {
    Claim first = store().claim("a", -5, ONE, LONG);
    assertThat(first).isEqualTo(new Claim(new Lease("a", -5, 1), null));
    assertThat(store().claim("a", -5, ONE, LONG)).as("again").isEqualTo(first);
    assertThat(store().claim("a", -5, TWO, LONG)).isEqualTo(new Claim(null, ONE));
    assertThat(store().claim("b", 9, TWO, LONG).lease()).isEqualTo(new Lease("b", 9, 1));
  }

  @Test
  default void a_known_sandbox_keeps_its_seed() {
    assertThat(store().claimKnown("a", ONE, LONG)).isEmpty();
    store().claim("a", Long.MIN_VALUE, ONE, LONG);
    assertThat(store().claimKnown("a", ONE, LONG))
        .contains(new Claim(new Lease("a", Long.MIN_VALUE, 1), null));
    assertThat(store().claimKnown("a", TWO, LONG)).contains(new Claim(null, ONE));
    assertThat(store().claim("a", 3, ONE, LONG).lease())
        .isEqualTo(new Lease("a", Long.MIN_VALUE, 1));
  }

  @Test
  default void each_owner_has_a_higher_epoch() {
    Lease first = claimed("a", ONE, ENDED);
    Lease second = claimed("a", TWO, LONG);
    store().release(List.of(second));
    Lease third = claimed("a", TWO, ENDED);
    Lease fourth = claimed("a", TWO, LONG);
    assertThat(Stream.of(first, second, third, fourth).map(Lease::epoch))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  default void an_old_lease_is_not_released() {
    Lease old = claimed("a", ONE, ENDED);
    claimed("a", TWO, LONG);
    store().release(List.of(old));
    assertThat(store().claim("a", 7, ONE, LONG)).isEqualTo(new Claim(null, TWO));
    store().release(List.of(new Lease("none", 1, 1)));
    store().release(List.of());
  }

  @Test
  default void renewing_extends_all_that_a_member_has() {
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
  default void orphans_that_are_due_are_adopted_the_oldest_first() {
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

  @Test
  default void a_sandbox_that_is_no_longer_due_is_not_adopted() {
    due("a", Instant.EPOCH);
    due("a", null);
    assertThat(store().adoptDue(TWO, LONG, 9)).isEmpty();
  }

  @Test
  default void members_are_listed_with_what_they_own_until_they_leave() {
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
  default void a_member_whose_lease_has_ended_is_not_listed() {
    store().renew(ONE, ENDED);
    assertThat(store().members(9)).isEmpty();
  }
}
