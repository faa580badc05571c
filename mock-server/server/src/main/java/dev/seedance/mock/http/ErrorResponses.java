package dev.seedance.mock.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Writes the body of every error response of the routes, for our refusals and those of Micronaut.
 *
 * <p>A refusal of Micronaut with a status that no {@link ErrorCode} has becomes an invalid request,
 * with its own status.
 */
@Singleton
final class ErrorResponses implements ErrorResponseProcessor<Object> {

  private static final Map<Integer, ErrorCode> BY_STATUS =
      Map.of(
          401, ErrorCode.UNAUTHORIZED,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD_NOT_ALLOWED,
          413, ErrorCode.REQUEST_TOO_LARGE,
          500, ErrorCode.INTERNAL_ERROR);

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    @SuppressWarnings("unchecked") // the type of a body that is about to be replaced
    var shaped = (MutableHttpResponse<Object>) response;
    var error =
        ShapedError.of(context.getRequest().getPath(), response.code(), body(context, response));
    if (error.status() != response.code()) {
      shaped.status(HttpStatus.valueOf(error.status()));
    }
    return context.getRequest().getMethod() == HttpMethod.HEAD
        ? shaped
        : shaped.contentType(MediaType.APPLICATION_JSON_TYPE).body(error.body());
  }

  private static ErrorBody body(ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRootCause().orElse(null) instanceof ApiException refusal) {
      return refusal.body();
    }
    ErrorCode code = BY_STATUS.getOrDefault(response.code(), ErrorCode.INVALID_REQUEST);
    return ErrorBody.of(code, message(context, response.status()));
  }

  private static String message(ErrorContext context, HttpStatus status) {
    var request = context.getRequest();
    return switch (status) {
      case NOT_FOUND ->
          "no route " + request.getMethodName() + " " + request.getPath() + "; see openapi.yaml";
      case METHOD_NOT_ALLOWED ->
          "method " + request.getMethodName() + " is not allowed on " + request.getPath();
      case INTERNAL_SERVER_ERROR -> "internal error of the mock server; its log says more";
      default ->
          context.getErrors().stream()
              .findFirst()
              .map(Error::getMessage)
              .orElse(status.getReason());
    };
  }
}
