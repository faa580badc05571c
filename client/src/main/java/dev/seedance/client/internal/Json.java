package dev.seedance.client.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads leniently, writes strictly. An unknown member is skipped, one of an unexpected form counts
 * as absent, and absent members are not written.
 */
public final class Json {

  /** Thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addHandler(new Leniency())
          .addModule(
              new SimpleModule()
                  .addDeserializer(Integer.class, new Fitting<>(Integer.class))
                  .addDeserializer(Long.class, new Fitting<>(Long.class)))
          .build();

  private Json() {}

  /** Takes a number that is too large for its type as absent. */
  private static final class Fitting<N extends Number> extends StdScalarDeserializer<N> {
    private static final long serialVersionUID = 1L;

    Fitting(Class<N> type) {
      super(type);
    }

    @Override
    public @Nullable N deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        Object number =
            NumberDeserializers.find(handledType(), handledType().getName())
                .deserialize(parser, context);
        return type().cast(number);
      } catch (InputCoercionException e) {
        return null;
      }
    }

    @SuppressWarnings("unchecked") // as the constructor was given it
    private Class<N> type() {
      return (Class<N>) handledType();
    }
  }

  /** Ignores an odd member: it must not cost the whole response, which may be a paid task. */
  private static final class Leniency extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleWeirdStringValue(
        DeserializationContext context, Class<?> type, String value, String reason) {
      return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType type,
        JsonToken token,
        JsonParser parser,
        String reason)
        throws IOException {
      return skip(parser, token);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> type,
        ValueInstantiator instantiator,
        JsonParser parser,
        String reason)
        throws IOException {
      return skip(parser, parser.currentToken());
    }

    private static @Nullable Object skip(JsonParser parser, JsonToken token) throws IOException {
      JsonStreamContext place = parser.getParsingContext();
      JsonStreamContext around = token.isStructStart() ? place.getParent() : place;
      if (around == null || around.inRoot()) {
        return NOT_HANDLED;
      }
      parser.skipChildren();
      return null;
    }
  }
}
