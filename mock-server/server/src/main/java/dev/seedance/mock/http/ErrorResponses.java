package dev.seedance.mock.http;

import dev.seedance.mock.options.OptionValues;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of every error response of the routes, for our refusals and those of Micronaut.
 *
 * <p>A refusal of Micronaut with a status that no {@link ErrorCode} has becomes an invalid request,
 * with its own status.
 */
@Singleton
public final class ErrorResponses implements ErrorResponseProcessor<Object> {

  private static final Map<Integer, ErrorCode> BY_STATUS =
      Map.of(
          401, ErrorCode.UNAUTHORIZED,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD_NOT_ALLOWED,
          500, ErrorCode.INTERNAL_ERROR);

  private final BodyLimit limit;

  ErrorResponses(OptionValues options) {
    this.limit = BodyLimit.ofGeneration(options);
  }

  /** Returns the response to a refused request. */
  public static MutableHttpResponse<Object> of(HttpRequest<?> request, ApiException refusal) {
    return shaped(request, HttpResponse.status(refusal.getStatus()), refusal.body());
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    @SuppressWarnings("unchecked") // the type of a body that is about to be replaced
    var replaced = (MutableHttpResponse<Object>) response;
    return shaped(context.getRequest(), replaced, body(context, response));
  }

  private static MutableHttpResponse<Object> shaped(
      HttpRequest<?> request, MutableHttpResponse<Object> response, ErrorBody body) {
    var error = ShapedError.of(request.getPath(), response.code(), body);
    if (error.status() != response.code()) {
      response.status(HttpStatus.valueOf(error.status()));
    }
    if (error.status() == ErrorCode.RATE_LIMIT_UNAVAILABLE.status()) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.contentType(MediaType.APPLICATION_JSON_TYPE).body(error.body());
  }

  private ErrorBody body(ErrorContext context, MutableHttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof ApiException refusal) {
      return refusal.body();
    }
    if (response.code() == ErrorCode.REQUEST_TOO_LARGE.status()) {
      return new BodySize(null, limit).body(); // of a body that was longer when it was decoded
    }
    ErrorCode code = BY_STATUS.getOrDefault(response.code(), ErrorCode.INVALID_REQUEST);
    return ErrorBody.of(code, message(context.getRequest(), response.status(), cause));
  }

  /** Says in our own words what Micronaut refuses: its words name its settings and classes. */
  private static String message(
      HttpRequest<?> request, HttpStatus status, @Nullable Throwable cause) {
    return switch (status) {
      case NOT_FOUND ->
          "no route " + request.getMethodName() + " " + request.getPath() + "; see openapi.yaml";
      case METHOD_NOT_ALLOWED ->
          "method " + request.getMethodName() + " is not allowed on " + request.getPath();
      case NOT_ACCEPTABLE ->
          "the header Accept names no type that this route has; leave it out, or send */*";
      case INTERNAL_SERVER_ERROR -> "internal error of the mock server; its log says more";
      default -> "the request " + fault(cause);
    };
  }

  private static String fault(@Nullable Throwable cause) {
    if (cause instanceof ConversionErrorException wrong) {
      Argument<?> argument = wrong.getArgument();
      String expected =
          Number.class.isAssignableFrom(argument.getWrapperType()) ? "one whole number" : "one";
      Object value = wrong.getConversionError().getOriginalValue().orElse("");
      return "has '%s' as '%s'; expected %s".formatted(value, argument.getName(), expected);
    }
    if (cause instanceof UnsatisfiedRouteException missing) {
      return "has no '" + missing.getArgument().getName() + "'";
    }
    return cause instanceof URISyntaxException
        ? "has a path that is no URL; percent-encode its characters"
        : "is not valid HTTP in its path, a header or its body";
  }
}
