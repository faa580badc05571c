package dev.seedance.validator.internal.json;

import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.internal.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body says.
 *
 * @param request its readable members, {@code null} where the body is no JSON object
 * @param findings what is wrong with its structure, each once
 */
public record Reading(@Nullable GenerationRequest request, List<Finding> findings) {

  static Reading refused(Finding finding) {
    return new Reading(null, List.of(finding));
  }
}
