package dev.seedance.mock.server;

import dev.seedance.mock.cluster.Cluster;
import dev.seedance.mock.http.ApiKeys;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.jspecify.annotations.Nullable;

/** The beans of a server. */
public final class ServerContext {

  private ServerContext() {}

  /**
   * Creates the beans; nothing listens yet.
   *
   * @param realTime the time to which the sandboxes' clocks are relative
   */
  public static ApplicationContext start(OptionValues options, TimeSource realTime) {
    return start(options, realTime, null);
  }

  /**
   * Creates the beans of a server with a store; nothing listens yet.
   *
   * @param realTime the time to which the sandboxes' clocks are relative
   * @param store outlives the server; null if there is none
   */
  static ApplicationContext start(
      OptionValues options, TimeSource realTime, @Nullable SandboxStore store) {
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
    if (store != null) {
      context.registerSingleton(SandboxStore.class, store);
    }
    context.start();
    if (store != null) {
      context.registerSingleton(Cluster.class, cluster(options, store, context));
    }
    return context;
  }

  private static Cluster cluster(
      OptionValues options, SandboxStore store, ApplicationContext context) {
    return new Cluster(
        options,
        store,
        context.getBean(Sandboxes.class),
        context.getBean(ApiKeys.class),
        context.getBean(RealTime.class));
  }
}
