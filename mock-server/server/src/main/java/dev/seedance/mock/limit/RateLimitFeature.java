package dev.seedance.mock.limit;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The rate limits of a sandbox. */
@Singleton
final class RateLimitFeature extends SandboxFeature<RateLimiter, RateLimiter.Document> {

  private final OptionValues options;

  RateLimitFeature(OptionValues options) {
    super("rate_limits", RateLimiter.class, RateLimiter.Document.class);
    this.options = options;
  }

  @Override
  protected RateLimiter create(Sandbox sandbox) {
    return new RateLimiter(options);
  }

  @Override
  public RateLimiter.Document save(RateLimiter state) {
    return state.save();
  }

  @Override
  public Runnable restore(Sandbox sandbox, RateLimiter.Document document) {
    return () -> sandbox.get(RateLimiter.class).restore(document);
  }

  /** Not stored: the windows are short. */
  @Override
  public Optional<Stored<RateLimiter>> stored() {
    return Optional.empty();
  }
}
