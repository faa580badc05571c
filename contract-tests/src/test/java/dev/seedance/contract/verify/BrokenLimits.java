package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.Breakage.status;
import static dev.seedance.contract.verify.BrokenServer.calls;

import java.util.List;

/** Servers with faults in rate limits and balances. */
final class BrokenLimits {

  private BrokenLimits() {}

  static List<BrokenServer> all() {
    return List.of(
        calls(
            "429 without Retry-After",
            status(429, response -> response.header("Retry-After", null)),
            "limits.too-many"),
        calls(
            "429 with a date in Retry-After",
            status(
                429, response -> response.header("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")),
            "limits.too-many"),
        calls(
            "429 with another code",
            status(
                429,
                response ->
                    response.change(
                        body -> BrokenCalls.member(body, "error", "code", "slow_down"))),
            "limits.too-many"),
        calls(
            "does not say what remains",
            responses(
                Breakage::isGeneration, response -> response.header("X-RateLimit-Remaining", null)),
            "limits.query-headers",
            "limits.submit-headers"),
        calls(
            "counts submits as queries",
            responses(
                Breakage::isSubmit,
                response -> response.header("X-RateLimit-Category", "async_query")),
            "limits.submit-headers"),
        calls(
            "counts queries as submits",
            responses(
                Breakage::isPoll,
                response -> response.header("X-RateLimit-Category", "async_submit")),
            "limits.query-headers"),
        calls(
            "has credits that are no dollars",
            responses(
                request -> request.start().contains("balance"),
                response -> response.change(body -> body.put("remain_credits", 7))),
            "limits.balance",
            "limits.user-balance"),
        calls(
            "has a balance of text",
            responses(
                request -> request.start().contains("/v1/balance"),
                response -> response.change(body -> body.put("remain_balance", "41.50"))),
            "limits.balance"));
  }
}
