package dev.seedance.client.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.api.GenerationsApi;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A request on its way to the server: completed with a business id if that is wanted, checked, and
 * then sent exactly as it was checked. The caller's object is never changed.
 */
public final class Submission {

  private static final System.Logger LOG = System.getLogger("dev.seedance.client");
  private static final String BUSINESS_ID = "client_business_id";

  private final ObjectNode json;

  private Submission(ObjectNode json) {
    this.json = json;
  }

  /**
   * Takes a copy of the request.
   *
   * @param generateId whether a request without a business id gets one
   */
  public static Submission of(GenerationRequest request, boolean generateId) {
    ObjectNode json = Json.MAPPER.valueToTree(request);
    var submission = new Submission(json);
    if (generateId && !submission.isRepeatable()) {
      json.put(BUSINESS_ID, "auto_" + UUID.randomUUID());
    }
    return submission;
  }

  /**
   * Refuses what breaks the contract.
   *
   * @throws InvalidRequestException where the check finds an error
   */
  public Submission checkedBy(RequestCheck check) {
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

  /** Whether a second submit cannot pay twice, because the server can tell that it is one. */
  public boolean isRepeatable() {
    return !json.path(BUSINESS_ID).asText().isBlank()
        || !json.path("metadata").path(BUSINESS_ID).asText().isBlank();
  }

  /** The call, with the JSON that was checked. */
  public Operation<GenerationTask> operation() {
    return GenerationsApi.createGeneration(new GenerationRequest()).json(json);
  }
}
