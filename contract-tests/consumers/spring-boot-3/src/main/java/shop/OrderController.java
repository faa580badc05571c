package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.model.Violation;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import jakarta.validation.Valid;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

  private final SeedanceClient client;
  private final RequestValidator validator;

  OrderController(SeedanceClient client, RequestValidator validator) {
    this.client = client;
    this.validator = validator;
  }

  @PostMapping("/orders")
  CompletableFuture<Clip> order(@Valid @RequestBody Order order) {
    return client.async().generate(order.request()).thenApply(Clip::of);
  }

  @PostMapping("/checks")
  ValidationReport check(@RequestBody byte[] request) {
    return validator.validate(request);
  }

  @ExceptionHandler
  ProblemDetail refused(InvalidRequestException e) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    problem.setProperty("rules", e.violations().stream().map(Violation::getRule).toList());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail failed(TaskFailedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, e.getMessage());
  }
}
