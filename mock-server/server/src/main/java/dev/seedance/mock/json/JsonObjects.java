package dev.seedance.mock.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of calls as records whose components are the known fields.
 *
 * <p>The refusals never repeat the body: it may hold a secret.
 */
public final class JsonObjects {

  private final JsonMapper mapper;

  /**
   * Reads with a mapper.
   *
   * @param mapper says how strictly
   */
  public JsonObjects(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Reads a JSON object.
   *
   * @throws ApiException 400 where the body is no such object
   */
  public <T> T read(byte[] body, Class<T> type) {
    if (body.length == 0) {
      throw refusal("the body is empty; expected a JSON object");
    }
    try {
      T value = mapper.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (UnrecognizedPropertyException e) {
      throw refusal(
          "unknown field '" + e.getPropertyName() + "'; known: " + e.getKnownPropertyIds());
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof StreamConstraintsException
          ? tooMuch()
          : refusal("the body's " + path(e) + " is not of the expected type");
    } catch (StreamConstraintsException e) {
      throw tooMuch();
    } catch (JsonProcessingException e) {
      throw refusal("the body is no JSON" + place(e.getLocation()) + "; expected a JSON object");
    } catch (IOException e) {
      throw refusal("the body is no JSON in UTF-8; expected a JSON object");
    }
    throw refusal("the body is null; expected a JSON object");
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : ", from line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> step.getFieldName() != null ? step.getFieldName() : "" + step.getIndex())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "top level" : "field '" + path + "'";
  }

  private static ApiException tooMuch() {
    return refusal("the body is nested too deeply, or holds too long a number or name");
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
