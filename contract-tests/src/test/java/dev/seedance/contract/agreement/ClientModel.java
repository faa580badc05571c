package dev.seedance.contract.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationRequest;
import java.util.Optional;

/** Requests as a caller of the generated client can make them. */
final class ClientModel {

  /**
   * A reader that takes nothing for something else: no text for a number, no unknown member, no
   * unknown value.
   */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ClientModel() {}

  /** Returns the request in the client's model; empty if the model has no words for it. */
  static Optional<GenerationRequest> of(String body) {
    try {
      JsonNode said = plain(STRICT.readTree(body));
      GenerationRequest request = STRICT.treeToValue(said, GenerationRequest.class);
      return Optional.ofNullable(request).filter(same -> written(same).equals(said));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the request as the client sends it. */
  static JsonNode written(GenerationRequest request) {
    return plain(Json.MAPPER.valueToTree(request));
  }

  /** Returns the tree without nulls, which count as absent, and with 5.0 as 5, which it is. */
  private static JsonNode plain(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.properties().removeIf(member -> member.getValue().isNull());
      object.properties().forEach(member -> member.setValue(plain(member.getValue())));
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, plain(array.get(i)));
      }
    } else if (tree.isNumber()
        && tree.decimalValue().stripTrailingZeros().scale() <= 0
        && tree.bigIntegerValue().bitLength() < Long.SIZE) {
      return STRICT.getNodeFactory().numberNode(tree.longValue());
    }
    return tree;
  }
}
