package dev.seedance.validator.media;

import dev.seedance.spec.media.ContentType;
import dev.seedance.spec.media.ContentType.Kind;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.media.format.MediaFacts;
import dev.seedance.validator.media.format.MediaFormats;
import dev.seedance.validator.media.format.UnreadableMediaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into one file. A file of a wrong type or over its size gives one finding and no more. */
final class FileCheck {

  private final MediaSource source;
  private final Map<Kind, MediaLimits> limits;
  private final long mostBytes;

  FileCheck(MediaSource source, Map<Kind, MediaLimits> limits) {
    this.source = source;
    this.limits = limits;
    this.mostBytes = limits.values().stream().mapToLong(MediaLimits::maxBytes).max().orElse(0);
  }

  /**
   * The findings about a file; they have no pointer.
   *
   * @param seconds the length; {@code null} if it has none, or none that is known
   * @param isPassedOver true if no source could look for it
   */
  record Verdict(List<Finding> findings, @Nullable Double seconds, boolean isPassedOver) {

    private static Verdict of(Finding finding) {
      return new Verdict(List.of(finding), null, false);
    }
  }

  /**
   * Looks into a file.
   *
   * @param kind the use that is made of it; {@code null} for any
   */
  Verdict check(String url, @Nullable Kind kind) {
    try {
      MediaLimits wanted = kind == null ? null : limits.get(kind);
      Medium medium = source.find(url, wanted == null ? mostBytes : wanted.maxBytes());
      return medium == null
          ? new Verdict(List.of(), null, true)
          : check(url, medium, wanted == null ? List.copyOf(limits.values()) : List.of(wanted));
    } catch (UnreadableMediaException e) {
      return Verdict.of(unreadable(url, e));
    }
  }

  private static Verdict check(String url, Medium medium, List<MediaLimits> wanted) {
    List<ContentType> types = ContentType.of(medium.content());
    Optional<MediaLimits> taken =
        wanted.stream().filter(one -> types.stream().anyMatch(one.types()::contains)).findFirst();
    if (taken.isEmpty()) {
      return Verdict.of(wrongType(url, types, wanted));
    }
    MediaLimits limit = taken.get();
    if (medium.size() > limit.maxBytes()) {
      return Verdict.of(
          Figures.of(MediaRule.SIZE, url).value(medium.size()).with("max", limit.maxBytes()));
    }
    ContentType type = types.stream().filter(limit.types()::contains).findFirst().orElseThrow();
    try {
      MediaFacts facts = MediaFormats.read(type, medium.content());
      return new Verdict(measure(url, facts, limit), facts.seconds(), false);
    } catch (UnreadableMediaException e) {
      return Verdict.of(unreadable(url, e).with("type", type.title()));
    }
  }

  private static Finding unreadable(String url, UnreadableMediaException reason) {
    return Figures.of(MediaRule.UNREADABLE, url)
        .variant(reason.reason())
        .with("detail", reason.detail());
  }

  private static Finding wrongType(String url, List<ContentType> types, List<MediaLimits> wanted) {
    Finding found =
        Figures.of(MediaRule.TYPE, url)
            .allowed(
                wanted.stream()
                    .flatMap(one -> one.types().stream())
                    .map(ContentType::mimeType)
                    .toList());
    return types.isEmpty()
        ? found.variant("unknown")
        : found.value(types.get(0).mimeType()).with("type", types.get(0).title());
  }

  private static List<Finding> measure(String url, MediaFacts facts, MediaLimits limit) {
    var findings = new ArrayList<Finding>();
    if (facts.width() != null && facts.height() != null) {
      measure(url, facts.width(), facts.height(), limit, findings);
    }
    measure(MediaRule.DURATION, url, facts.seconds(), limit.seconds(), findings);
    measure(MediaRule.FRAME_RATE, url, facts.frameRate(), limit.frameRate(), findings);
    return findings;
  }

  private static void measure(
      String url, int width, int height, MediaLimits limit, List<Finding> findings) {
    String size = width + "x" + height;
    if (limit.side() != null && !(limit.side().contains(width) && limit.side().contains(height))) {
      Finding found = Figures.of(MediaRule.DIMENSIONS, url).value(size).with("size", size);
      findings.add(Figures.range(found, limit.side()));
    }
    double ratio = width / (double) height;
    if (limit.ratio() != null && !limit.ratio().contains(ratio)) {
      Finding found = Figures.of(MediaRule.RATIO, url, ratio).with("size", size);
      findings.add(Figures.range(found, limit.ratio()));
    }
  }

  private static void measure(
      MediaRule rule,
      String url,
      @Nullable Double figure,
      MediaLimits.@Nullable Range range,
      List<Finding> findings) {
    if (figure != null && range != null && !range.contains(Figures.rounded(figure))) {
      findings.add(Figures.range(Figures.of(rule, url, Figures.rounded(figure)), range));
    }
  }
}
