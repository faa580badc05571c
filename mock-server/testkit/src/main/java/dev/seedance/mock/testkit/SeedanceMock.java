package dev.seedance.mock.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the mock server for a test class, a parameter or a field, and injects it as {@link
 * MockServer}: into annotated fields, and into parameters of constructors, lifecycle methods and
 * tests.
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
 * <p>An annotation that says nothing has the settings of the class, when that is annotated too. Any
 * other stands for itself, on a server of its own.
 *
 * <p>Needs JUnit 5.12 or newer.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.FIELD})
@ExtendWith(SeedanceMockExtension.class)
public @interface SeedanceMock {

  /**
   * The flow of time: {@code real}, {@code xN}, {@code frozen} or {@code auto}. Default: {@code
   * auto}, each poll advances to the task's next event, so that a test never waits.
   */
  String clock() default "";

  /** The first instant of every sandbox, ISO 8601. Default: now. */
  String clockStart() default "";

  /** The built-in scenario of tasks that ask for none. Default: the server's. */
  String scenario() default "";

  /** The contract revision that requests are held to. Default: the server's. */
  String revision() default "";

  /** The seed of ids, durations and chance. Default: 0. */
  long seed() default 0;

  /** Holds each sandbox to the provider's rate limits. Default: no limits. */
  boolean rateLimits() default false;

  /** More options as on the command line, such as {@code {"--max-tasks", "5"}}. Default: none. */
  String[] options() default {};
}
