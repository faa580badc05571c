package dev.seedance.mock.review;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The reviewed files of a sandbox, oldest first. */
@Singleton
final class ReviewFeature extends SandboxFeature<ReviewedFiles, ReviewedFiles.Entry[]> {

  ReviewFeature() {
    super("reviewed_files", ReviewedFiles.class, ReviewedFiles.Entry[].class);
  }

  @Override
  protected ReviewedFiles create(Sandbox sandbox) {
    return new ReviewedFiles(sandbox.heldBytes(), sandbox.changesOf(this));
  }

  @Override
  public ReviewedFiles.Entry[] save(ReviewedFiles state) {
    return state.all();
  }

  @Override
  public Runnable restore(Sandbox sandbox, ReviewedFiles.Entry[] document) {
    return () -> sandbox.get(ReviewedFiles.class).replaceAll(List.of(document));
  }

  @Override
  public Optional<Stored<ReviewedFiles>> stored() {
    return Optional.of(Stored.each(this, ReviewedFiles::hashes, ReviewedFiles::find));
  }

  @Override
  protected boolean forgetOldest(ReviewedFiles state) {
    return state.forgetOldest();
  }
}
