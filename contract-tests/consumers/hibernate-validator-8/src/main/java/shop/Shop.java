package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.validator.RequestValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;

/** Makes clips of orders. */
final class Shop {

  private final SeedanceClient client;
  private final Validator own = Validation.buildDefaultValidatorFactory().getValidator();
  private final RequestValidator provider = RequestValidator.create();

  Shop(SeedanceClient client) {
    this.client = client;
  }

  public static void main(String[] arguments) {
    var shop = new Shop(SeedanceClient.fromEnv());
    System.out.println(shop.make(new Order(arguments[0], 5)));
  }

  /** Returns what is wrong with an order, by the shop's rules and by the provider's. */
  List<String> complaints(Order order) {
    var ours = own.validate(order).stream().map(violation -> violation.getMessage());
    var theirs =
        provider.validateBean(order.request()).violations().stream()
            .map(violation -> violation.rule());
    return Stream.concat(ours, theirs).toList();
  }

  GenerationTask make(Order order) {
    return client.generate(order.request());
  }
}
