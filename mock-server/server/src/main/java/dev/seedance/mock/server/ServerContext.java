package dev.seedance.mock.server;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;

/** The beans of a server. */
public final class ServerContext {

  private ServerContext() {}

  /**
   * Creates the beans; nothing listens yet.
   *
   * @param realTime the time to which the sandboxes' clocks are relative
   */
  public static ApplicationContext start(OptionValues options, TimeSource realTime) {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .bootstrapEnvironment(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .enableDefaultPropertySources(false)
            .singletons(options)
            .properties(HttpSettings.of(options))
            .build();
    // Named, because Micronaut has a clock of its own, which tells the time of this machine.
    context.registerSingleton(TimeSource.class, realTime, Qualifiers.byName(RealTime.SOURCE));
    return context.start();
  }
}
