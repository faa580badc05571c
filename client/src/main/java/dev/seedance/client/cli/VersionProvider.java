package dev.seedance.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the jar. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"seedance-client " + (version == null ? "(not packaged)" : version)};
  }
}
