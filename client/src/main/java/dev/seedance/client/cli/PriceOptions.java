package dev.seedance.client.cli;

import dev.seedance.spec.price.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the sub-commands that reckon costs. */
final class PriceOptions {

  /** Longer than any price list, and short enough for memory. */
  private static final long LONGEST = 16 << 20;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "A price list in the form of GET /v1/pricing, in place of the server's.")
  private @Nullable Path file;

  /**
   * Returns the price list that the user gives.
   *
   * @throws IllegalArgumentException if it can't be read, or is none
   */
  Optional<PriceList> list() {
    Path given = file;
    if (given == null) {
      return Optional.empty();
    }
    try {
      if (Files.size(given) > LONGEST) {
        throw new IllegalArgumentException(given + " is longer than any price list");
      }
      return Optional.of(PriceList.parse(Files.readString(given)));
    } catch (IOException e) {
      throw new IllegalArgumentException("the price list %s can't be read".formatted(given), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(given + ": " + e.getMessage(), e);
    }
  }

  /** Returns the name of the price list that the user gives. */
  String source() {
    return String.valueOf(file);
  }
}
