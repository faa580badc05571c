package shop;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.validator.RequestValidator;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.Micronaut;
import jakarta.inject.Singleton;
import java.time.Duration;

@Factory
class ShopApplication {

  public static void main(String[] arguments) {
    Micronaut.run(ShopApplication.class, arguments);
  }

  @ConfigurationProperties("provider")
  record Provider(String baseUrl, String apiKey, Duration pollInterval) {}

  @Singleton
  SeedanceClient client(Provider provider) {
    return SeedanceClient.builder()
        .baseUrl(provider.baseUrl())
        .apiKey(provider.apiKey())
        .awaitOptions(
            AwaitOptions.defaults()
                .withFirstWait(provider.pollInterval())
                .withInterval(provider.pollInterval()))
        .build();
  }

  @Singleton
  RequestValidator requestValidator() {
    return RequestValidator.create();
  }
}
