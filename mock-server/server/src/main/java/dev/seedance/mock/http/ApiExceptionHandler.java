package dev.seedance.mock.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Turns a refusal into its response. */
@Singleton
final class ApiExceptionHandler implements ExceptionHandler<ApiException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> responses;

  ApiExceptionHandler(ErrorResponseProcessor<?> responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface has it so
  public HttpResponse<?> handle(HttpRequest request, ApiException refusal) {
    return responses.processResponse(
        ErrorContext.builder(request).cause(refusal).build(),
        HttpResponse.status(HttpStatus.valueOf(refusal.code().status())));
  }
}
