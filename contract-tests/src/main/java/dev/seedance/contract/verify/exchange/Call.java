package dev.seedance.contract.verify.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request, right or wrong: nothing here is checked or completed.
 *
 * @param operation the operation of {@code openapi.yaml} that it calls; empty if it calls none
 * @param method the HTTP method
 * @param target path and query, or an absolute URL
 * @param headers one value a name; names differ whatever their case
 * @param body the bytes to send; empty sends none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(
    String operation, String method, String target, Map<String, String> headers, byte[] body) {

  private static final String AUTHORIZATION = "Authorization";
  private static final byte[] NO_BODY = {};

  /** Copies the headers. */
  public Call {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  /** Returns a GET request. */
  public static Call get(String operation, String target) {
    return new Call(operation, "GET", target, Map.of(), NO_BODY);
  }

  /** Returns a POST request with a JSON body, or a body that claims to be one. */
  public static Call post(String operation, String target, byte[] body) {
    return new Call(operation, "POST", target, Map.of("Content-Type", "application/json"), body);
  }

  /** Returns a POST request with a JSON body, or a body that claims to be one. */
  public static Call post(String operation, String target, String body) {
    return post(operation, target, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the same call with another method. */
  public Call method(String other) {
    return new Call(operation, other, target, headers, body);
  }

  /** Returns the same call with one header more, or with another value of it. */
  public Call header(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Call(operation, method, target, more, body);
  }

  /** Returns the same call with a bearer key. */
  public Call key(String key) {
    return header(AUTHORIZATION, "Bearer " + key);
  }

  /** Returns the same call with any text as authorization. */
  public Call authorization(String value) {
    return header(AUTHORIZATION, value);
  }

  /** Returns the authorization, if there is one. */
  public Optional<String> authorization() {
    return Optional.ofNullable(headers.get(AUTHORIZATION));
  }
}
