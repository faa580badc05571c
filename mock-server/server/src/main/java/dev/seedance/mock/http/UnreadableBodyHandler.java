package dev.seedance.mock.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;

/** Answers a body that is not what its {@code Content-Encoding} says: the caller's fault. */
@Singleton
final class UnreadableBodyHandler implements ExceptionHandler<DecoderException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> answers;

  UnreadableBodyHandler(ErrorResponseProcessor<?> answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface has it so
  public HttpResponse<?> handle(HttpRequest request, DecoderException error) {
    return answers.processResponse(
        ErrorContext.builder(request)
            .errorMessage("the body can't be decoded; is its Content-Encoding right?")
            .build(),
        HttpResponse.badRequest());
  }
}
