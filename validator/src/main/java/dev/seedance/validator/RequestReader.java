package dev.seedance.validator;

import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.json.BodyText;
import dev.seedance.validator.internal.json.JsonBody;
import dev.seedance.validator.internal.json.JsonBody.Malformed;
import dev.seedance.validator.internal.json.TextPosition;

/** Reads bodies into requests. Thread-safe. */
final class RequestReader {

  private final Capabilities capabilities;

  /** Reads the members that these capabilities know. */
  RequestReader(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** Reads a body; one that is no JSON object gives a finding. */
  Reading read(byte[] body) {
    return JsonBody.read(
        body,
        (parser, first) -> new MemberReader(parser, new BodyText(body), capabilities).read(first),
        RequestReader::refused);
  }

  private static Reading refused(Malformed malformed) {
    Finding finding = Finding.of(Rule.JSON_MALFORMED.id(), "").variant(malformed.variant());
    for (var parameter : malformed.parameters().entrySet()) {
      finding = finding.with(parameter.getKey(), parameter.getValue());
    }
    TextPosition position = malformed.position();
    return Reading.refused(
        position == null
            ? finding
            : finding.with("line", position.line()).with("column", position.column()));
  }
}
