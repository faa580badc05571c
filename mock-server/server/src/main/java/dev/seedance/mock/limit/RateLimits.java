package dev.seedance.mock.limit;

/**
 * The rate limits of a server.
 *
 * @param enabled whether they are held to; they are counted only then
 * @param submits of submissions
 * @param queries of status calls
 */
public record RateLimits(boolean enabled, Rate submits, Rate queries) {

  /** The provider's figures: 300 submits a minute, 50 at once; 3,000 queries, 500 at once. */
  public static final RateLimits PROVIDER =
      new RateLimits(true, new Rate(300, 50), new Rate(3_000, 500));

  /** No limits (decision D12). */
  public static final RateLimits OFF =
      new RateLimits(false, PROVIDER.submits(), PROVIDER.queries());
}
