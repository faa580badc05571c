package dev.seedance.mock.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.spec.BodyKind;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the bodies of calls as records whose components are the known fields.
 *
 * <p>The refusals never repeat the body: it may hold a secret.
 */
final class JsonBody {

  private static final Pattern MISSING =
      Pattern.compile("^Missing required creator property '([^']+)'");

  private final JsonMapper mapper;

  /**
   * Creates a reader.
   *
   * @param mapper decides how strictly it reads
   */
  JsonBody(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Reads a JSON object.
   *
   * @throws ApiException 400 if the body is not such an object, 413 if it is too long
   */
  <T> T read(byte[] body, Class<T> type) {
    BodySize.requireWithoutMedia(body);
    if (body.length == 0) {
      throw ApiException.invalid("the body is empty; expected a JSON object");
    }
    try {
      T value = mapper.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (UnrecognizedPropertyException e) {
      throw ApiException.invalid(
          "unknown field '" + e.getPropertyName() + "'; known: " + e.getKnownPropertyIds());
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof StreamConstraintsException
          ? tooMuch()
          : ApiException.invalid(fault(e));
    } catch (StreamConstraintsException e) {
      throw tooMuch();
    } catch (JsonProcessingException e) {
      throw noJson(body, "no JSON" + JsonFault.place(e));
    } catch (IOException e) {
      throw noJson(body, "no JSON in UTF-8");
    }
    throw ApiException.invalid("the body is null; expected a JSON object");
  }

  private static ApiException noJson(byte[] body, String otherwise) {
    return ApiException.invalid(
        "the body is " + BodyKind.of(body).orElse(otherwise) + "; expected a JSON object");
  }

  private static String fault(JsonMappingException e) {
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    return missing.find()
        ? "the body's field '" + missing.group(1) + "' is missing"
        : "the body's " + path(e) + " is not of the expected type";
  }

  private static String path(JsonMappingException e) {
    String path = JsonFault.steps(e).collect(Collectors.joining("."));
    return path.isEmpty() ? "top level" : "field '" + path + "'";
  }

  private static ApiException tooMuch() {
    return ApiException.invalid("the body is " + JsonFault.TOO_MUCH);
  }
}
