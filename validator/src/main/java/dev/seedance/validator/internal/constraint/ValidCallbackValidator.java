package dev.seedance.validator.internal.constraint;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ValidCallback;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import org.jspecify.annotations.Nullable;

/** Checks {@link ValidCallback}. */
public final class ValidCallbackValidator extends RuleValidator<ValidCallback> {

  private static final Location CALLBACK = Location.member(Member.CALLBACK_URL);

  @Override
  protected void check(GenerationFields request, Findings findings) {
    String url = request.callbackUrl();
    String traceId = request.traceId();
    if (url != null) {
      check(url, findings);
    } else if (traceId != null && findings.capabilities().traceIdNeedsCallback()) {
      findings.add(
          Location.member(Member.TRACE_ID),
          Rule.TRACE_ID_WITHOUT_CALLBACK,
          found -> found.value(traceId));
    }
  }

  private static void check(String url, Findings findings) {
    HttpUrl parsed = HttpUrl.parse(url);
    String fault = fault(parsed);
    if (fault != null) {
      findings.add(CALLBACK, Rule.CALLBACK_URL_INVALID, found -> found.variant(fault).value(url));
    }
    if (parsed != null && !parsed.isSecure()) {
      findings.add(CALLBACK, Rule.CALLBACK_URL_INSECURE, found -> found.value(url));
    }
  }

  private static @Nullable String fault(@Nullable HttpUrl url) {
    if (url == null) {
      return "malformed";
    }
    if (url.hasUserInfo()) {
      return "user-info";
    }
    return url.hasFragment() ? "fragment" : null;
  }
}
