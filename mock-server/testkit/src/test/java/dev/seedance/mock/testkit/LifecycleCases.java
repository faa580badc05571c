package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Test classes of every kind, which {@link LifecycleTest} and {@link JUnitVersionsTest} run. */
@SuppressWarnings("NullAway") // JUnit sets the fields
final class LifecycleCases {

  private LifecycleCases() {}

  /** Uses a sandbox, which must be fresh, and those of earlier tests empty. */
  private static void use(MockServer mock, List<MockServer> earlier) {
    assertThat(earlier).extracting(MockServer::apiKey).doesNotContain(mock.apiKey());
    assertThat(mock.tasks()).isEmpty();
    HttpCalls.of(mock).submit(HttpCalls.REQUEST);
    assertThat(mock.tasks()).hasSize(1);
    assertThat(earlier).allSatisfy(one -> assertThat(one.tasks()).isEmpty());
    earlier.add(mock);
  }

  @SeedanceMock
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassWithParameters {

    private final List<MockServer> earlier = new ArrayList<>();
    private String key;

    @BeforeAll
    void sees_a_sandbox_of_its_own(MockServer mock) {
      earlier.add(mock);
    }

    @BeforeEach
    void sees_the_sandbox_of_the_test(MockServer mock) {
      key = mock.apiKey();
    }

    @RepeatedTest(3)
    void each_test_has_a_fresh_sandbox(MockServer mock) {
      assertThat(mock.apiKey()).isEqualTo(key);
      use(mock, earlier);
    }

    @AfterEach
    void still_sees_it(MockServer mock) {
      assertThat(mock.apiKey()).isEqualTo(key);
    }
  }

  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassWithField {

    private final List<MockServer> earlier = new ArrayList<>();

    @SeedanceMock private MockServer mock;

    @RepeatedTest(3)
    void each_test_has_a_fresh_sandbox() {
      use(mock, earlier);
    }

    @Nested
    class Inner {
      @Test
      void as_it_has_in_a_class_inside() {
        use(mock, earlier);
      }
    }
  }

  /** Has the field of the class that is tested. */
  @SeedanceMock(clock = "frozen")
  static class Parent {
    @SeedanceMock MockServer mock;
  }

  static class PerMethodWithField extends Parent {

    @BeforeEach
    void is_set_already() {
      assertThat(mock.tasks()).isEmpty();
    }

    @Test
    void field_and_parameter_are_one_sandbox(MockServer parameter, @SeedanceMock MockServer own) {
      assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
      assertThat(List.of(parameter, own))
          .allSatisfy(one -> assertThat(one.apiKey()).isEqualTo(mock.apiKey()))
          .allSatisfy(one -> assertThat(one.baseUrl()).isEqualTo(mock.baseUrl()));
    }

    @Nested
    class Inner {

      @SeedanceMock MockServer inner;

      @Test
      void a_class_inside_sees_the_same() {
        assertThat(inner.apiKey()).isEqualTo(mock.apiKey());
        assertThat(inner.baseUrl()).isEqualTo(mock.baseUrl());
      }
    }

    @Nested
    @SeedanceMock(clock = "x2")
    class Different {
      @Test
      void a_class_inside_may_differ(MockServer different) {
        assertThat(different.clock().mode()).isEqualTo(MockClock.Mode.SCALED);
      }
    }
  }

  @SeedanceMock
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassWithConstructor {

    PerClassWithConstructor(MockServer mock) {
      throw new AssertionError("one sandbox for all tests: " + mock);
    }

    @Test
    void is_not_run() {}
  }

  static class StaticField {

    @SeedanceMock private static MockServer mock;

    @Test
    void is_not_run() {
      throw new AssertionError("one sandbox for all tests: " + mock);
    }
  }

  static class FieldOfAnotherType {

    @SeedanceMock private String mock;

    @Test
    void is_not_run() {
      throw new AssertionError(mock);
    }
  }

  @ExtendWith(BothAtOnce.class)
  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class PerClassWithFieldAtOnce {

    @SeedanceMock private MockServer mock;

    @RepeatedTest(2)
    void one_has_the_field_and_the_other_fails() throws InterruptedException {
      String before = mock.apiKey();
      BothAtOnce.ONE_IS_OVER.await();
      assertThat(mock.apiKey()).isEqualTo(before);
    }
  }

  /** Holds tests up until two have begun. */
  static final class BothAtOnce implements BeforeEachCallback, AfterEachCallback {

    static final CountDownLatch ONE_IS_OVER = new CountDownLatch(1);
    private static final CountDownLatch BOTH_BEGIN = new CountDownLatch(2);

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
      BOTH_BEGIN.countDown();
      BOTH_BEGIN.await();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      ONE_IS_OVER.countDown();
    }
  }
}
