package dev.seedance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.api.GenerationsApi;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be sent: given a business id if that is wanted, checked, and then sent
 * exactly as it was checked. The caller's object is never changed.
 */
final class Submission {

  private static final System.Logger LOG = System.getLogger("dev.seedance.client");
  private static final String BUSINESS_ID = "client_business_id";

  private final ObjectNode json;

  private Submission(ObjectNode json) {
    this.json = json;
  }

  /**
   * Takes a copy of the request.
   *
   * @param generateId true gives a business id to a request without one
   */
  static Submission of(GenerationRequest request, boolean generateId) {
    ObjectNode json = Json.MAPPER.valueToTree(request);
    var submission = new Submission(json);
    if (generateId && !submission.isRepeatable()) {
      json.put(BUSINESS_ID, "auto_" + UUID.randomUUID());
    }
    return submission;
  }

  /**
   * Refuses a request that breaks the contract.
   *
   * @throws InvalidRequestException if the check finds an error
   */
  Submission checkedBy(RequestCheck check) {
    List<Violation> violations = check.check(json.toString().getBytes(StandardCharsets.UTF_8));
    if (violations.stream().anyMatch(violation -> "error".equals(violation.getSeverity()))) {
      throw new InvalidRequestException(violations);
    }
    for (Violation warning : violations) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} at {1}: {2}",
          warning.getRule(),
          warning.getPointer(),
          warning.getMessage());
    }
    return this;
  }

  /** Returns true if a second submit cannot pay twice, because the server recognises it. */
  boolean isRepeatable() {
    return businessId() != null;
  }

  /** Returns the id under which the server recognises the order; null if there is none. */
  @Nullable String businessId() {
    return Stream.of(json, json.path("metadata"))
        .map(place -> place.path(BUSINESS_ID).asText())
        .filter(id -> !id.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** Returns the request as it is sent. */
  JsonNode json() {
    return json;
  }

  /** Returns the call, with the JSON that was checked. */
  Operation<GenerationTask> operation() {
    return GenerationsApi.createGeneration(new GenerationRequest()).json(json);
  }
}
