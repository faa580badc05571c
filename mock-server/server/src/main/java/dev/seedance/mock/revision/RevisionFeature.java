package dev.seedance.mock.revision;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;

/** The revision of a sandbox; a new one has the server's. */
@Singleton
final class RevisionFeature extends SandboxFeature<SandboxRevision, RevisionFeature.Document> {

  /**
   * A revision in a snapshot.
   *
   * @param name such as {@code 2026-06}
   */
  record Document(String name) {}

  private final Revisions revisions;

  RevisionFeature(Revisions revisions) {
    super("revision", SandboxRevision.class, Document.class);
    this.revisions = revisions;
  }

  @Override
  protected SandboxRevision create(Sandbox sandbox) {
    return new SandboxRevision(revisions.fallback(), sandbox.changesOf(this));
  }

  @Override
  public Document save(SandboxRevision state) {
    return new Document(state.present().name());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    Revision saved = revisions.named(document.name());
    return () -> sandbox.get(SandboxRevision.class).change(saved);
  }
}
