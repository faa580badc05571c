package dev.seedance.mock.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;

/** Refuses a body that is not encoded as its {@code Content-Encoding} says. */
@Singleton
final class UnreadableBodyHandler implements ExceptionHandler<DecoderException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> responses;

  UnreadableBodyHandler(ErrorResponseProcessor<?> responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface has it so
  public HttpResponse<?> handle(HttpRequest request, DecoderException error) {
    return responses.processResponse(
        ErrorContext.builder(request)
            .cause(
                ApiException.invalid("the body can't be decoded; is its Content-Encoding right?"))
            .build(),
        HttpResponse.badRequest());
  }
}
