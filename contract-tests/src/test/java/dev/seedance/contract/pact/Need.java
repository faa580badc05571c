package dev.seedance.contract.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matcher;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the client needs of a provider: a state, a request, a response, and the call of
 * the client that makes the request and understands the response.
 *
 * @param description the request in words; unique in its pact
 * @param state the state of the provider; null if any will do
 * @param parameters the parameters of the state
 * @param request the request that the call makes
 * @param response the response of the provider
 * @param key the key to call with
 * @param call the client's call, with assertions on its result
 */
record Need(
    String description,
    @Nullable String state,
    Map<String, String> parameters,
    UnaryOperator<HttpRequestBuilder> request,
    UnaryOperator<HttpResponseBuilder> response,
    String key,
    Call call) {

  /** A call of the client. */
  @FunctionalInterface
  interface Call {
    void run(Client client) throws Exception;
  }

  static Need of(String description) {
    return new Need(
        description,
        null,
        Map.of(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        Pacts.KEY,
        client -> {});
  }

  Need given(String wanted) {
    return given(wanted, Map.of());
  }

  Need given(String wanted, Map<String, String> with) {
    return new Need(description, wanted, with, request, response, key, call);
  }

  /** Adds a request without content. */
  Need gets(Object path) {
    return sends("GET", path, UnaryOperator.identity());
  }

  /** Adds a request without content, with one parameter in its query. */
  Need gets(String path, String parameter, String value) {
    return sends("GET", path, sent -> sent.queryParameter(parameter, value));
  }

  /** Adds a request with JSON. */
  Need posts(String path, DslPart body) {
    return sends("POST", path, sent -> sent.header("Content-Type", "application/json").body(body));
  }

  Need sends(String method, Object path, UnaryOperator<HttpRequestBuilder> content) {
    return new Need(
        description,
        state,
        parameters,
        sent -> content.apply(to(sent.method(method), path)),
        response,
        key,
        call);
  }

  Need responds(int status, DslPart body) {
    return responds(status, Map.of(), body);
  }

  Need responds(int status, Map<String, Object> headers, DslPart body) {
    return new Need(
        description,
        state,
        parameters,
        request,
        given -> given.status(status).headers(headers).body(body),
        key,
        call);
  }

  Need withKey(String other) {
    return new Need(description, state, parameters, request, response, other, call);
  }

  Need when(Call does) {
    return new Need(description, state, parameters, request, response, key, does);
  }

  void addTo(PactBuilder pact) {
    pact.expectsToReceiveHttpInteraction(
        description,
        http -> {
          if (state != null) {
            http.state(state, parameters);
          }
          return http.withRequest(sent -> request.apply(authorized(sent)))
              .willRespondWith(response::apply);
        });
  }

  @Override
  public String toString() {
    return description;
  }

  private HttpRequestBuilder authorized(HttpRequestBuilder sent) {
    return sent.header("Authorization", Matchers.regexp("Bearer \\S+", "Bearer " + key));
  }

  private static HttpRequestBuilder to(HttpRequestBuilder sent, Object path) {
    return path instanceof Matcher matcher ? sent.path(matcher) : sent.path((String) path);
  }
}
