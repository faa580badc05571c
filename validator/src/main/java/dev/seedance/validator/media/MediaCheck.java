package dev.seedance.validator.media;

import dev.seedance.spec.media.ContentType;
import dev.seedance.spec.media.ContentType.Kind;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Messages;
import dev.seedance.validator.media.format.ReaderLibrary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the files of requests. Thread-safe if its source is.
 *
 * <p>A file that breaks a limit or can't be read is a value, never an exception.
 */
public final class MediaCheck {

  private final MediaSource source;
  private final Messages messages;
  private final Severity severity;
  private final Map<Kind, MediaLimits> limits = MediaLimits.ofUpstream();

  /**
   * A check of the upstream's limits.
   *
   * @param locale the language of messages: Simplified Chinese or English
   * @param severity of every violation; the limits are facts of the upstream, so warnings are usual
   * @throws IllegalStateException if the library that reads files is not on the class path; the
   *     message says what to add
   */
  public MediaCheck(MediaSource source, Locale locale, Severity severity) {
    ReaderLibrary.require();
    this.source = source;
    this.severity = severity;
    this.messages = new Messages(locale);
  }

  /** Returns true if this is the beginning of a picture, a film or a sound, taken or not. */
  public static boolean isMedia(byte[] beginning) {
    return ContentType.of(beginning).stream().anyMatch(type -> type.kind() != Kind.DOCUMENT);
  }

  /** Looks into each file of a request. */
  public MediaReport check(GenerationRequest request) {
    var violations = new ArrayList<Violation>();
    var passedOver = new ArrayList<String>();
    var files = new FileCheck(source, limits);
    var seen = new HashMap<MediaUse, FileCheck.Verdict>();
    var totals = new EnumMap<Kind, Double>(Kind.class);
    for (MediaUse.At use : MediaUse.in(request)) {
      FileCheck.Verdict verdict =
          seen.computeIfAbsent(use.use(), one -> files.check(one.url(), one.kind()));
      verdict.findings().forEach(found -> violations.add(violation(found, use.pointer())));
      if (verdict.isPassedOver()) {
        passedOver.add(use.use().url());
      }
      Finding tooLong = add(verdict, use.use(), totals);
      if (tooLong != null) {
        violations.add(violation(tooLong, use.pointer()));
      }
    }
    return new MediaReport(violations, passedOver);
  }

  /** Looks into one file that no request names; its content tells for which use it is. */
  public MediaReport check(String file) {
    FileCheck.Verdict verdict = new FileCheck(source, limits).check(file, null);
    return new MediaReport(
        verdict.findings().stream().map(found -> violation(found, "")).toList(),
        verdict.isPassedOver() ? List.of(file) : List.of());
  }

  /** Adds a file's length to those before it; finds the file that makes them too long. */
  private @Nullable Finding add(FileCheck.Verdict verdict, MediaUse use, Map<Kind, Double> totals) {
    MediaLimits limit = limits.get(use.kind());
    if (verdict.seconds() == null || limit == null || limit.totalSeconds() == null) {
      return null;
    }
    double before = totals.getOrDefault(use.kind(), 0.0);
    double after = Figures.rounded(before + verdict.seconds());
    totals.put(use.kind(), after);
    double most = limit.totalSeconds();
    return before <= most && after > most
        ? Figures.of(MediaRule.TOTAL_DURATION, use.url(), after)
            .variant(use.kind().name().toLowerCase(Locale.ROOT))
            .with("max", Figures.text(most))
        : null;
  }

  private Violation violation(Finding found, String pointer) {
    return new Violation(
        found.rule(), severity, pointer, messages.write(found), found.value(), found.allowed());
  }
}
