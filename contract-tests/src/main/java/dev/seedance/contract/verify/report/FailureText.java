package dev.seedance.contract.verify.report;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Settings;
import dev.seedance.contract.verify.exchange.CheckFailed;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text about a failed check, line by line. */
final class FailureText {

  private static final int LABEL = 10;

  private final Settings settings;
  private final Redaction redaction;

  FailureText(Settings settings) {
    this.settings = settings;
    this.redaction = Redaction.of(settings);
  }

  String of(Check check, CheckFailed failure) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("fact", check.sentence());
    parts.put("expected", failure.expected());
    parts.put("came", failure.came());
    failure
        .exchange()
        .ifPresent(
            exchange -> {
              parts.put("sent", Excerpt.sent(exchange));
              parts.put("answer", Excerpt.response(exchange));
            });
    parts.put("stated", check.where());
    parts.put("to do", todo(check));
    var text = new StringBuilder();
    parts.forEach((label, value) -> text.append(part(label, redaction.of(value))));
    return text.toString();
  }

  private String todo(Check check) {
    return "mend the server, then run this check alone: seedance verify --base-url %s%s --only %s"
        .formatted(settings.baseUrl(), settings.allowSpend() ? " --allow-spend" : "", check.id());
  }

  private static String part(String label, String value) {
    String indent = " ".repeat(2 + LABEL);
    return "  "
        + label
        + " ".repeat(LABEL - label.length())
        + value.strip().replace("\n", "\n" + indent)
        + "\n";
  }
}
