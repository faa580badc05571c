package dev.seedance.mock.review;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;
import java.util.List;

/** The reviewed files of a sandbox, oldest first. */
@Singleton
final class ReviewFeature extends SandboxFeature<ReviewedFiles, ReviewedFiles.Entry[]> {

  ReviewFeature() {
    super("reviewed_files", ReviewedFiles.class, ReviewedFiles.Entry[].class);
  }

  @Override
  protected ReviewedFiles create(Sandbox sandbox) {
    return new ReviewedFiles(sandbox.heldBytes());
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
  protected boolean forgetOldest(ReviewedFiles state) {
    return state.forgetOldest();
  }
}
