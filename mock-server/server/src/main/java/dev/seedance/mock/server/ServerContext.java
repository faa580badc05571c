package dev.seedance.mock.server;

import dev.seedance.mock.options.OptionValues;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/** The beans of a server. */
public final class ServerContext {

  private ServerContext() {}

  /**
   * Creates the beans; nothing listens yet.
   *
   * @param realTime the time to which the sandboxes' clocks are relative
   */
  public static ApplicationContext start(OptionValues options, InstantSource realTime) {
    return ApplicationContext.builder()
        .banner(false)
        .bootstrapEnvironment(false)
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .singletons(options, realTime)
        .properties(HttpSettings.of(options))
        .start();
  }
}
