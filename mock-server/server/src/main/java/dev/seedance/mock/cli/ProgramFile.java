package dev.seedance.mock.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The jar that this process runs from.
 *
 * <p>A jar that is written to while a JVM runs from it breaks each class that is loaded later:
 * calls then hang. A new file in its place does no harm, because the JVM still has the old one
 * open.
 */
final class ProgramFile implements StopReason {

  static final int EXIT_CODE = 3;

  private final @Nullable Path file;
  private final @Nullable BasicFileAttributes before;
  private final byte[] advice;

  private ProgramFile(@Nullable Path file) {
    this.file = file;
    this.before = file == null ? null : attributes(file);
    this.advice =
        StopReason.line(
            file
                + " was written to while the server ran from it, so the server can't go on."
                + " Start it again; './seedance mock' runs from a copy that no build touches.");
  }

  static ProgramFile ofThisProcess() {
    return new ProgramFile(jar());
  }

  static ProgramFile of(Path file) {
    return new ProgramFile(file);
  }

  @Override
  public byte[] advice() {
    return advice;
  }

  @Override
  public int exitCode() {
    return EXIT_CODE; // an orderly end would need classes of that jar
  }

  /** Tells if the file was written to: never if the process runs from no file. */
  @Override
  public boolean holds() {
    if (file == null || before == null) {
      return false;
    }
    BasicFileAttributes now = attributes(file);
    if (now == null || !Objects.equals(now.fileKey(), before.fileKey())) {
      return false;
    }
    return now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime());
  }

  private static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Path jar() {
    CodeSource source = ProgramFile.class.getProtectionDomain().getCodeSource();
    try {
      Path file = source == null ? null : Path.of(source.getLocation().toURI());
      return file != null && Files.isRegularFile(file) ? file : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
