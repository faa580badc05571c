package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import java.nio.file.Path;
import java.util.List;

/** Makes clips of orders. */
final class Shop {

  private final SeedanceClient client;
  private final RequestValidator validator = RequestValidator.create();

  Shop(SeedanceClient client) {
    this.client = client;
  }

  public static void main(String[] arguments) {
    var clip = new Shop(SeedanceClient.fromEnv()).make(arguments[0], 5, Path.of(arguments[1]));
    System.out.println("saved " + clip);
  }

  /** Returns the ids of the rules that an order breaks. */
  List<String> check(String prompt, int seconds) {
    return validator.validateBean(request(prompt, seconds)).violations().stream()
        .map(Violation::rule)
        .toList();
  }

  /**
   * Makes a clip and saves it.
   *
   * @throws InvalidRequestException when the order breaks a rule; nothing was sent
   */
  Path make(String prompt, int seconds, Path file) {
    return client.download(client.generate(request(prompt, seconds)), file);
  }

  private static GenerationRequest request(String prompt, int seconds) {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(seconds);
  }
}
