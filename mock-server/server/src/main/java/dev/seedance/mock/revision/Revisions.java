package dev.seedance.mock.revision;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.text.ShownText;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract revisions that a server knows. */
@Singleton
public final class Revisions {

  /** The header that names the revision of one request. */
  public static final String HEADER = "X-Mock-Revision";

  private static final int MOST_SHOWN = 60;

  private final Map<String, Revision> byName = new HashMap<>();
  private final Revision fallback;

  Revisions(OptionValues options) {
    for (String name : ApiSpec.revisions()) {
      byName.put(name, new Revision(name, options.get(MockOptions.MAX_BODY)));
    }
    fallback = named(options.get(MockOptions.REVISION));
  }

  /** Returns the revision of sandboxes that ask for none. */
  public Revision fallback() {
    return fallback;
  }

  /**
   * Returns a revision by its name.
   *
   * @param name one of {@link ApiSpec#revisions()}, or {@link ApiSpec#LATEST}
   * @throws IllegalArgumentException if the name is not known; the message lists those that are
   */
  public Revision named(String name) {
    String known = ApiSpec.revision(ShownText.plain(name, MOST_SHOWN));
    return Objects.requireNonNull(byName.get(known), known);
  }

  /** Returns the oldest revision that has a model; empty if none has. */
  public Optional<String> withModel(String model) {
    return ApiSpec.revisions().stream()
        .filter(name -> named(name).capabilities().modelNames().contains(model))
        .findFirst();
  }

  /** Returns the revision that a sandbox is held to. */
  public Revision of(Sandbox sandbox) {
    return sandbox.get(SandboxRevision.class).present();
  }

  /**
   * Returns the revision that a request is held to.
   *
   * @param header the value of {@link #HEADER}; null to leave it to the sandbox
   * @throws ApiException 400 if the header names no revision that is known
   */
  public Revision of(Sandbox sandbox, @Nullable String header) {
    if (header == null) {
      return of(sandbox);
    }
    try {
      return named(header.strip());
    } catch (IllegalArgumentException e) {
      throw ApiException.of(
          ErrorCode.INVALID_REQUEST, "header " + HEADER + ": " + e.getMessage(), HEADER);
    }
  }
}
