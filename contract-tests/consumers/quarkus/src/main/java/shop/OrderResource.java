package shop;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.model.Violation;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

@Path("/")
public class OrderResource {

  private final SeedanceClient client;
  private final RequestValidator validator;

  OrderResource(SeedanceClient client, RequestValidator validator) {
    this.client = client;
    this.validator = validator;
  }

  @POST
  @Path("orders")
  public CompletionStage<Clip> order(@Valid Order order) {
    return client.async().generate(order.request()).thenApply(Clip::of);
  }

  @POST
  @Path("checks")
  public ValidationReport check(byte[] request) {
    return validator.validate(request);
  }

  @ServerExceptionMapper
  public Response refused(InvalidRequestException e) {
    return Response.status(422)
        .entity(e.violations().stream().map(Violation::getRule).toList())
        .build();
  }
}
