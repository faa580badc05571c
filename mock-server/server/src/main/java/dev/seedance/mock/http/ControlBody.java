package dev.seedance.mock.http;

/**
 * Reads the bodies of control-plane calls strictly. An unknown field is refused, because a misspelt
 * setting would silently do nothing.
 */
public final class ControlBody {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};
  private static final JsonBody BODY = new JsonBody(StrictJson.MAPPER);

  private ControlBody() {}

  /**
   * Reads a JSON object.
   *
   * @param body the raw body; an empty one counts as an empty object
   * @param type a record; its components are the known fields
   * @throws ApiException 400 if the body is not such an object
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return BODY.read(body.length == 0 ? EMPTY_OBJECT : body, type);
  }

  /**
   * Reads a document that checks itself.
   *
   * @throws ApiException 413 if it is too long
   * @throws IllegalArgumentException if it is not valid; the message says why, and at which place
   */
  public static <T> T readDocument(byte[] body, Class<T> type) {
    BodySize.requireWithoutMedia(body);
    return StrictJson.read(body, type);
  }
}
