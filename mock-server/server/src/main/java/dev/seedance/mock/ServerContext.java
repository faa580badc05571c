package dev.seedance.mock;

import dev.seedance.mock.clock.RealTime;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/** The beans of a server. For {@link MockServer} and the build; not for use from outside. */
public final class ServerContext {

  private ServerContext() {}

  /**
   * Makes what a server is made of; nothing listens yet.
   *
   * @param realTime what sandboxes flow relative to
   */
  public static ApplicationContext start(MockOptions options, InstantSource realTime) {
    return ApplicationContext.builder()
        .banner(false)
        .bootstrapEnvironment(false)
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .singletons(options, new RealTime(realTime))
        .properties(ServerProperties.of(options))
        .start();
  }
}
