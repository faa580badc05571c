package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server and the program around it do not meet. */
class EmbeddedServerTest {

  private static final int PATIENCE = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.seedance.mock.EmbeddedMock",
        "io.micronaut.context.ApplicationContext",
        "io.netty.channel.EventLoop",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "jakarta.validation.Validator",
        "picocli.CommandLine",
      })
  void the_program_sees_no_class_of_the_server(String name) throws ClassNotFoundException {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    ClassLoader loader = EmbeddedServer.newLoader();
    assertThat(Class.forName(name, false, loader).getClassLoader()).isSameAs(loader);
  }

  @Test
  void the_server_has_a_class_of_its_own_if_the_program_has_the_same() throws Exception {
    String name = "org.slf4j.Logger"; // of Testcontainers
    ClassLoader loader = EmbeddedServer.newLoader();
    assertThat(Class.forName(name).getClassLoader()).isNotSameAs(loader);
    assertThat(Class.forName(name, false, loader).getClassLoader()).isSameAs(loader);
  }

  @Test
  void the_server_sees_no_class_of_the_program() {
    ClassLoader loader = EmbeddedServer.newLoader();
    for (Class<?> type : List.of(EmbeddedServerTest.class, EmbeddedServer.class, Test.class)) {
      assertThatThrownBy(() -> Class.forName(type.getName(), false, loader))
          .isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(loader.getResource("dev/seedance/mock/testkit/JsonTest.class")).isNull();
  }

  @Test
  void the_program_is_left_as_it_was() {
    var beans = ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
    TimeZone.getDefault(); // the JDK sets a property when it is asked first
    var properties = (Properties) System.getProperties().clone();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    useAndClose(EmbeddedServer.newLoader());
    assertThat(System.getProperties()).containsExactlyInAnyOrderEntriesOf(properties);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
    assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null)).isEqualTo(beans);
    assertThat(Collections.list(LogManager.getLogManager().getLoggerNames()))
        .noneMatch(name -> name.matches("(io\\.netty|io\\.micronaut|org\\.hibernate|reactor).*"));
  }

  /**
   * Nothing holds on to a closed server: no thread, thread local, shutdown hook or cache. One that
   * is closed last may stay, because the JDK keeps the types of the record that it linked last.
   */
  @Test
  void closed_servers_do_not_pile_up() throws InterruptedException {
    var collected = new ReferenceQueue<ClassLoader>();
    var loaders = List.of(usedAndClosed(collected), usedAndClosed(collected));
    Reference<?> gone = null;
    for (int tries = 0; tries < PATIENCE && gone == null; tries++) {
      System.gc();
      gone = collected.remove(500);
    }
    assertThat(loaders)
        .as("closed servers; threads: %s", Thread.getAllStackTraces().keySet())
        .anyMatch(loader -> loader.refersTo(null));
  }

  private static Reference<ClassLoader> usedAndClosed(ReferenceQueue<ClassLoader> queue) {
    ClassLoader loader = EmbeddedServer.newLoader();
    useAndClose(loader);
    return new WeakReference<>(loader, queue);
  }

  /** Goes through most of the server: rules, webhooks, refusals, files, control plane. */
  private static void useAndClose(ClassLoader loader) {
    try (var server = EmbeddedServer.startIn(loader, Clock.systemUTC(), "--port", "0")) {
      var mock = MockServer.connect(server.baseUrl().toString(), "key");
      mock.webhooks().deliverTo("http://127.0.0.1:9/hook");
      String id = HttpCalls.of(mock).submitPrompt("x");
      HttpCalls.of(mock).submit("{\"model\":\"seedance-2-mini\",\"duration\":7}");
      mock.task(id).complete();
      assertThat(mock.webhooks().deliveries()).hasSize(1);
      mock.restore(mock.snapshot());
      mock.reset();
    }
  }
}
