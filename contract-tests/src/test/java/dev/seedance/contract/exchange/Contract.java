package dev.seedance.contract.exchange;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds exchanges to the document that covers them: {@code openapi.yaml} for the API, the mock's
 * {@code control-plane.yaml} for its control plane. Other responses of a server, such as result
 * files, are in no document and are not checked.
 *
 * <p>A request is held to it too, unless the response refuses it: then the caller sends a wrong
 * request on purpose. A member of a request that is null counts as absent, as the contract says.
 */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONTROL_PLANE = "/dev/seedance/mock/control/control-plane.yaml";

  private static final OpenApiInteractionValidator API = reading(ApiSpec.openApiJson());

  private static final Map<String, OpenApiInteractionValidator> BY_PREFIX =
      Map.of(
          "/v1/", API,
          "/balance", API,
          "/user/balance", API,
          "/_mock/", reading(Contract.class.getResource(CONTROL_PLANE)));

  private Contract() {}

  /** Returns true if a document describes the path. */
  static boolean covers(String path) {
    return documentOf(path).isPresent();
  }

  /** Returns the fault of an exchange, if it has one. */
  static Optional<String> breach(Exchange exchange) {
    return exchange.isRefused()
        ? breachOfAnswer(exchange)
        : found(exchange, documentOf(exchange).validate(request(exchange), answer(exchange)));
  }

  /** Returns the fault of a response, whatever the request was, if it has one. */
  static Optional<String> breachOfAnswer(Exchange exchange) {
    Method method = Method.valueOf(exchange.method());
    return found(
        exchange, documentOf(exchange).validateResponse(exchange.path(), method, answer(exchange)));
  }

  private static Optional<String> found(Exchange exchange, ValidationReport report) {
    return report.hasErrors()
        ? Optional.of(exchange + "\n" + SimpleValidationReportFormat.getInstance().apply(report))
        : Optional.empty();
  }

  private static Request request(Exchange exchange) {
    var request = new SimpleRequest.Builder(Method.valueOf(exchange.method()), exchange.path());
    exchange.requestHeaders().map().forEach(request::withHeader);
    for (String parameter : exchange.query().split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2) {
        request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    if (exchange.isJson()) {
      request.withBody(withoutNulls(exchange.request()));
    } else if (exchange.request().length > 0) {
      request.withBody(exchange.request());
    }
    return request.build();
  }

  private static Response answer(Exchange exchange) {
    var answer = SimpleResponse.Builder.status(exchange.status());
    exchange.answerHeaders().map().forEach(answer::withHeader);
    if (exchange.answer().length > 0) {
      answer.withBody(exchange.answer());
    }
    return answer.build();
  }

  private static OpenApiInteractionValidator documentOf(Exchange exchange) {
    return documentOf(exchange.path()).orElseThrow();
  }

  private static Optional<OpenApiInteractionValidator> documentOf(String path) {
    return BY_PREFIX.entrySet().stream()
        .filter(document -> path.startsWith(document.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static OpenApiInteractionValidator reading(URL document) {
    return OpenApiInteractionValidator.createForSpecificationUrl(
            Objects.requireNonNull(document).toString())
        .build();
  }

  private static String withoutNulls(byte[] json) {
    try {
      JsonNode tree = JSON.readTree(json);
      dropNulls(tree);
      return tree.toString();
    } catch (IOException e) {
      return new String(json, StandardCharsets.UTF_8);
    }
  }

  private static void dropNulls(JsonNode tree) {
    if (tree.isObject()) {
      tree.properties().removeIf(member -> member.getValue().isNull());
    }
    tree.forEach(Contract::dropNulls);
  }
}
