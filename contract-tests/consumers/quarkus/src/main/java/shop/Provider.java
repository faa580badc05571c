package shop;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.validator.RequestValidator;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes what speaks to the provider of clips. */
class Provider {

  @ConfigMapping(prefix = "provider")
  interface Settings {
    String baseUrl();

    String apiKey();

    Duration pollInterval();
  }

  @Produces
  @Singleton
  SeedanceClient client(Settings settings) {
    return SeedanceClient.builder()
        .baseUrl(settings.baseUrl())
        .apiKey(settings.apiKey())
        .awaitOptions(
            AwaitOptions.defaults()
                .withFirstWait(settings.pollInterval())
                .withInterval(settings.pollInterval()))
        .build();
  }

  @Produces
  @Singleton
  RequestValidator requestValidator() {
    return RequestValidator.create();
  }
}
