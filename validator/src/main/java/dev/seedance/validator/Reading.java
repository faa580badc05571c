package dev.seedance.validator;

import dev.seedance.validator.internal.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as read.
 *
 * @param request its readable members, {@code null} if the body is no JSON object
 * @param findings the faults of its structure, each once
 */
record Reading(@Nullable GenerationRequest request, List<Finding> findings) {

  static Reading refused(Finding finding) {
    return new Reading(null, List.of(finding));
  }
}
