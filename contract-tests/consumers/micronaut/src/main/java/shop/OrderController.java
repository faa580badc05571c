package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@Controller
class OrderController {

  private final SeedanceClient client;
  private final RequestValidator validator;

  OrderController(SeedanceClient client, RequestValidator validator) {
    this.client = client;
    this.validator = validator;
  }

  @Get("/about")
  String about() {
    return "clips of all that you can describe";
  }

  @Post("/orders")
  CompletableFuture<Clip> order(@Valid @Body Order order) {
    return client.async().generate(order.request()).thenApply(Clip::of);
  }

  @Post("/checks")
  List<String> check(@Body byte[] request) {
    return validator.validate(request).violations().stream().map(Violation::rule).toList();
  }

  @Error
  HttpResponse<List<String>> refused(InvalidRequestException e) {
    return HttpResponse.unprocessableEntity()
        .body(e.violations().stream().map(violation -> violation.getRule()).toList());
  }
}
