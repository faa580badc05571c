package dev.seedance.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the mock server for a test class, or for one parameter, and injects it as {@link
 * dev.seedance.mock.MockServer} into constructors, lifecycle methods and tests.
 *
 * <pre>{@code
 * @SeedanceMock
 * class CheckoutTest {
 *   @Test
 *   void waits_for_its_video(MockServer mock) {
 *     var service = new VideoService(mock.baseUrl(), mock.apiKey());
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>All tests of a run that want the same settings share one server, and each test has a fresh
 * sandbox on it: tests can run in parallel, and nothing needs to be reset. Ids and durations come
 * from the seed and the test's identity, so that a test sees the same ones in every run. What is
 * injected into {@code @BeforeAll} is a sandbox of its own.
 *
 * <p>Needs JUnit 5.13 or later.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PARAMETER})
@ExtendWith(SeedanceMockExtension.class)
public @interface SeedanceMock {

  /**
   * How time flows: {@code real}, {@code xN}, {@code frozen} or {@code auto}. Default: {@code
   * auto}, each poll moves to the task's next event, so that a test never waits.
   */
  String clock() default "auto";

  /** The first instant of every sandbox, ISO 8601. Default: now. */
  String clockStart() default "";

  /** The built-in scenario of tasks that ask for none. Default: {@code realistic}. */
  String scenario() default "realistic";

  /** The contract revision that requests are held to. Default: {@code 2026-06}. */
  String revision() default "2026-06";

  /** What ids, durations and chance are drawn from. Default: 0. */
  long seed() default 0;
}
