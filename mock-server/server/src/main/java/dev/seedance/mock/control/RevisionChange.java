package dev.seedance.mock.control;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.revision.Revisions;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /_mock/revision}.
 *
 * @param revision such as {@code 2026-09}, or {@code latest}
 */
record RevisionChange(@Nullable String revision) {

  /**
   * Returns the revision.
   *
   * @throws ApiException 400 if none is named, or it is not known
   */
  Revision in(Revisions revisions) {
    if (revision == null) {
      throw ApiException.invalid("revision is missing; expected such as {\"revision\":\"latest\"}");
    }
    try {
      return revisions.named(revision);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    }
  }
}
