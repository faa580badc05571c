package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.ConsistentFrames;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;

/** Checks {@link ConsistentFrames}. */
public final class ConsistentFramesValidator extends RuleValidator<ConsistentFrames> {

  private static final Location IMAGES = Location.member(Member.IMAGE_WITH_ROLES);

  @Override
  protected void check(GenerationFields request, Findings findings) {
    if (Media.size(request.imageWithRoles()) == 0) {
      return;
    }
    var frames = FrameRoles.of(request, findings);
    var shared = findings.capabilities().shared();
    tooMany(frames.first(), shared.maxFirstFrames(), Rule.FIRST_FRAME_TOO_MANY, findings);
    tooMany(frames.last(), shared.maxLastFrames(), Rule.LAST_FRAME_TOO_MANY, findings);
    if (frames.last() > 0 && frames.lacksFirstFrame()) {
      findings.add(IMAGES, Rule.LAST_FRAME_WITHOUT_FIRST, found -> found);
    }
    if (frames.any() && (frames.references() > 0 || Media.of(request).moving())) {
      findings.add(IMAGES, Rule.FRAME_MODE_MIXED, found -> found);
    }
  }

  private static void tooMany(int count, int limit, Rule rule, Findings findings) {
    if (count > limit) {
      findings.add(IMAGES, rule, found -> found.value(count).with("limit", limit));
    }
  }
}
