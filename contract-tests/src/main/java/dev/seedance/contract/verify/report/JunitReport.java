package dev.seedance.contract.verify.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Report;
import dev.seedance.contract.verify.Result;
import dev.seedance.contract.verify.Result.Failed;
import dev.seedance.contract.verify.Result.Skipped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report for CI servers: JUnit XML in the form that GitLab, GitHub actions and Jenkins read; a
 * suite a group, a case a check.
 */
public final class JunitReport {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Report report;
  private final FailureText texts;
  private final Redaction redaction;
  private final XMLStreamWriter xml;

  private JunitReport(Report report, XMLStreamWriter xml) {
    this.report = report;
    this.texts = new FailureText(report.settings());
    this.redaction = Redaction.of(report.settings());
    this.xml = xml;
  }

  /** Writes a report. */
  public static void write(Report report, OutputStream out) throws IOException {
    try {
      var xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new JunitReport(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("can't write the report: " + e.getMessage(), e);
    }
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    Map<String, List<Result>> groups =
        report.results().stream()
            .collect(groupingBy(result -> result.check().group(), LinkedHashMap::new, toList()));
    begin("testsuites", "seedance verify", report.results());
    for (Map.Entry<String, List<Result>> group : groups.entrySet()) {
      begin("testsuite", group.getKey(), group.getValue());
      xml.writeAttribute("timestamp", TIMESTAMP.format(report.began()));
      for (Result result : group.getValue()) {
        write(result);
      }
      end();
    }
    end();
    xml.writeEndDocument();
  }

  private void begin(String element, String name, List<Result> results) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(results.size()));
    xml.writeAttribute("failures", count(results, Failed.class));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(results, Skipped.class));
    Duration sum = results.stream().map(Result::took).reduce(Duration.ZERO, Duration::plus);
    xml.writeAttribute("time", seconds(sum));
  }

  private void end() throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private void write(Result result) throws XMLStreamException {
    Check check = result.check();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "seedance.verify." + check.group());
    xml.writeAttribute("name", check.id());
    xml.writeAttribute("time", seconds(result.took()));
    if (result.verdict() instanceof Failed failed) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", check.id());
      xml.writeAttribute("message", text(String.valueOf(failed.failure().getMessage())));
      xml.writeCharacters(text(texts.of(check, failed.failure())));
      xml.writeEndElement();
    } else if (result.verdict() instanceof Skipped skipped) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", text(skipped.reason()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Returns a text without secrets, and without characters that XML can't hold. */
  private String text(String raw) {
    return redaction
        .of(raw)
        .codePoints()
        .map(c -> isXml(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String count(List<Result> results, Class<? extends Result.Verdict> verdict) {
    return Long.toString(
        results.stream().filter(result -> verdict.isInstance(result.verdict())).count());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }
}
