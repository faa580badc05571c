package dev.seedance.mock.revision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.plan.JsonTable;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import io.micronaut.core.util.SupplierUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A revision of the contract: its capability table, and the rules that requests are held to.
 *
 * <p>The validator is created when it is first needed. Thread-safe.
 */
public final class Revision {

  private final String name;
  private final Supplier<RequestValidator> validator;
  private final Supplier<ResponseParts> responses;
  private final Supplier<JsonNode> rows;

  /**
   * Names a revision.
   *
   * @param maxBody the most bytes of a request
   */
  Revision(String name, int maxBody) {
    this.name = name;
    validator =
        SupplierUtil.memoized(
            () ->
                RequestValidator.builder()
                    .revision(name)
                    .locale(Locale.ENGLISH)
                    .maxBodyBytes(maxBody)
                    .build());
    rows = SupplierUtil.memoized(() -> JsonTable.read(ApiSpec.capabilities(name)));
    responses = SupplierUtil.memoized(() -> ResponseParts.of(rows.get().path("responses")));
  }

  /** Returns the name, one of {@link ApiSpec#revisions()}. */
  public String name() {
    return name;
  }

  /** Validates a body as it would be sent. */
  public ValidationReport validate(byte[] body) {
    return validator.get().validate(body);
  }

  /** Returns the capabilities of the models. */
  public Capabilities capabilities() {
    return validator.get().capabilities();
  }

  /** Returns what responses carry beyond the first revision. */
  public ResponseParts responses() {
    return responses.get();
  }

  /** Returns true if the files of a request are reviewed. */
  public boolean reviews(GenerationRequest request) {
    Capabilities capabilities = capabilities();
    return capabilities
        .review()
        .filter(review -> review.isAskedFor(request, capabilities))
        .isPresent();
  }

  /**
   * Returns true if a {@code callback_url} must have the origin of the sandbox's default receiver.
   */
  public boolean callbackSameOrigin() {
    return rows.get().path("callback_same_origin").booleanValue();
  }

  /** Returns the capability table as JSON. */
  public byte[] table() {
    try (InputStream table = ApiSpec.capabilities(name).openStream()) {
      return table.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the capabilities of " + name, e);
    }
  }
}
