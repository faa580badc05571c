package dev.seedance.mock.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes every error body, our refusals and those of the HTTP layer alike.
 *
 * <p>What the HTTP layer refuses with a status that no {@link ErrorCode} has is answered as an
 * invalid request, with its own status.
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

  /** What the enveloped endpoints have no status of their own for: too large, of a wrong type. */
  private static final Set<Integer> REFUSED_AS_400 = Set.of(413, 415);

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    @SuppressWarnings("unchecked") // the type of a body that is about to be replaced
    var answer = (MutableHttpResponse<Object>) response;
    ErrorBody body = body(context, response);
    boolean enveloped = Failure.isShapeOf(context.getRequest().getPath());
    if (enveloped && REFUSED_AS_400.contains(response.code())) {
      answer.status(HttpStatus.BAD_REQUEST);
    }
    if (context.getRequest().getMethod() == HttpMethod.HEAD) {
      return answer;
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(enveloped ? Failure.of(body.error().message()) : body);
  }

  private static ErrorBody body(ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRootCause().orElse(null) instanceof ApiException refusal) {
      return refusal.body();
    }
    ErrorCode code = BY_STATUS.getOrDefault(response.code(), ErrorCode.INVALID_REQUEST);
    return ErrorBody.of(code, message(context, response.status()), null, List.of());
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
