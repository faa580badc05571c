package dev.seedance.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.store.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Servers that share a store in memory, and a time that the test advances. */
final class Members implements AutoCloseable {

  /** A server, and its view of the store. */
  record One(TestServer server, CountingStore store) {

    /** Lets the server do once what it does again and again. */
    void tick() {
      server.bean(Cluster.class).runOnce();
    }
  }

  static final String SECRET = "--cluster-secret=a-secret-of-the-tests";

  static final Duration LEASE = Duration.ofSeconds(10);

  final TestTime time = new TestTime();
  final MemoryStore store = new MemoryStore(time, true);
  private final List<One> all = new ArrayList<>();

  /** Starts one more server. */
  One start(String... options) {
    var view = new CountingStore(store);
    boolean flows = Arrays.stream(options).anyMatch(option -> option.startsWith("--clock="));
    Stream<String> clock = flows ? Stream.of() : Stream.of("--clock=frozen");
    String[] arguments = Stream.concat(clock, Arrays.stream(options)).toArray(String[]::new);
    var one = new One(TestServer.with(arguments).at(time).on(view.view()).start(), view);
    all.add(one);
    return one;
  }

  /** Lets time pass, and each server do meanwhile what it does again and again. */
  void pass(Duration duration) {
    for (Duration rest = duration; rest.toMillis() > 0; rest = rest.minusSeconds(1)) {
      time.pass(Duration.ofSeconds(1));
      all.forEach(One::tick);
    }
  }

  /** Lets time pass second by second until something holds; fails if it does not in time. */
  void passUntil(Duration limit, BooleanSupplier holds) {
    Duration passed = Duration.ZERO;
    while (!holds.getAsBoolean()) {
      assertThat(passed).isLessThan(limit);
      pass(Duration.ofSeconds(1));
      passed = passed.plusSeconds(1);
    }
  }

  /** Stops a server. */
  void stop(One one) {
    all.remove(one);
    one.server().close();
  }

  @Override
  public void close() {
    all.forEach(one -> one.server().close());
  }
}
