package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.validator.RequestValidator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
public class ShopApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ShopApplication.class, arguments);
  }

  @ConfigurationProperties("provider")
  record Provider(String baseUrl, String apiKey) {}

  /** Spring closes the client with its context. */
  @Bean
  SeedanceClient client(Provider provider) {
    return SeedanceClient.builder()
        .baseUrl(provider.baseUrl())
        .apiKey(provider.apiKey())
        .build();
  }

  @Bean
  RequestValidator requestValidator() {
    return RequestValidator.create();
  }
}
