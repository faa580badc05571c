package dev.seedance.mock.journal;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The journal of a sandbox. */
@Singleton
final class JournalFeature extends SandboxFeature<Journal, Journal.Document> {

  private final OptionValues options;

  JournalFeature(OptionValues options) {
    super("journal", Journal.class, Journal.Document.class);
    this.options = options;
  }

  @Override
  protected Journal create(Sandbox sandbox) {
    return new Journal(options, sandbox.heldBytes());
  }

  @Override
  protected boolean forgetOldest(Journal state) {
    return state.forgetOldest();
  }

  @Override
  public Journal.Document save(Journal state) {
    return state.save();
  }

  @Override
  public Runnable restore(Sandbox sandbox, Journal.Document document) {
    return () -> sandbox.get(Journal.class).restore(document);
  }

  /**
   * Not stored: the journal is for people, and a write of each call would cost more than the call.
   */
  @Override
  public Optional<Stored<Journal>> stored() {
    return Optional.empty();
  }
}
