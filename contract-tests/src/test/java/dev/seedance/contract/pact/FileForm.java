package dev.seedance.contract.pact;

import au.com.dius.pact.consumer.dsl.BodyBuilder;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form with one file. Pact's own builder draws a new boundary each time, and a pact that is
 * committed must come out the same; a caller may take any boundary.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileForm(String fileName, String mimeType, byte[] file) implements BodyBuilder {

  private static final String BOUNDARY = "pact-boundary";
  private static final String FORM = "multipart/form-data; boundary=";

  @Override
  public MatchingRuleCategory getMatchers() {
    return new MatchingRuleCategory("body").addRule("$.file", new ContentTypeMatcher(mimeType));
  }

  @Override
  public MatchingRuleCategory getHeaderMatchers() {
    return new MatchingRuleCategory("header")
        .addRule(
            "Content-Type",
            new RegexMatcher("multipart/form-data;\\s*boundary=.+", FORM + BOUNDARY));
  }

  @Override
  public Generators getGenerators() {
    return new Generators();
  }

  @Override
  public ContentType getContentType() {
    return ContentType.fromString(FORM + BOUNDARY);
  }

  @Override
  public byte[] buildBody() {
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        text(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, fileName, mimeType)));
    form.writeBytes(file);
    form.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
    return form.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
