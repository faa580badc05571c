package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.Capabilities.SharedLimits;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Review;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a request may name a kind of files, of the capability table.
 *
 * @param known those that name a file at all
 * @param allowed those that do for this request, which may ask for a review
 */
record Schemes(List<String> known, List<String> allowed) {

  /** Returns the schemes of {@code image}, {@code video} or {@code audio}. */
  static Schemes of(String kind, GenerationFields request, Findings findings) {
    List<String> usual = usual(kind, findings.capabilities().shared());
    Review review = findings.review(request).orElse(null);
    if (review == null) {
      return new Schemes(usual, usual);
    }
    List<String> reviewed = reviewed(kind, review);
    List<String> known = new ArrayList<>(usual);
    known.addAll(reviewed);
    return new Schemes(known, reviewed);
  }

  /** Returns the schemes of a kind when nothing else is asked for. */
  static List<String> usual(String kind, SharedLimits shared) {
    return switch (kind) {
      case "image" -> shared.imageUrlSchemes();
      case "video" -> shared.videoUrlSchemes();
      default -> shared.audioUrlSchemes();
    };
  }

  private static List<String> reviewed(String kind, Review review) {
    return switch (kind) {
      case "image" -> review.imageUrlSchemes();
      case "video" -> review.videoUrlSchemes();
      default -> review.audioUrlSchemes();
    };
  }
}
