package dev.seedance.mock.asset;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The groups and assets of a sandbox. */
@Singleton
final class AssetFeature extends SandboxFeature<AssetStore, AssetStore.Document> {

  private final OptionValues options;

  AssetFeature(OptionValues options) {
    super("assets", AssetStore.class, AssetStore.Document.class);
    this.options = options;
  }

  @Override
  protected AssetStore create(Sandbox sandbox) {
    return new AssetStore(options, sandbox.heldBytes(), sandbox.changesOf(this));
  }

  @Override
  protected boolean forgetOldest(AssetStore state) {
    return state.forgetOldest();
  }

  @Override
  public AssetStore.Document save(AssetStore state) {
    return state.save();
  }

  @Override
  public Runnable restore(Sandbox sandbox, AssetStore.Document document) {
    return () -> sandbox.get(AssetStore.class).restore(document);
  }

  @Override
  public Optional<Stored<AssetStore>> stored() {
    return Optional.of(AssetStore.STORED);
  }

  @Override
  protected Optional<Instant> nextEventAfter(AssetStore state, Instant now) {
    return state.nextEventAfter(now);
  }
}
