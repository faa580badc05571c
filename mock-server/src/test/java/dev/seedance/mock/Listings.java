package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listings of the docs, to be run as a reader would. */
public final class Listings {

  private Listings() {}

  /** The first listing in a language on a page of {@code docs}. */
  public static String first(String page, String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs", page)));
    assertThat(block.find()).as("a listing in " + language + " in " + page).isTrue();
    return block.group(1);
  }

  /** Whether a program is there and content. */
  public static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether Node is there and reads TypeScript. */
  public static boolean runsTypescript() throws InterruptedException {
    return runs("node", "--eval", "process.exit(process.features.typescript ? 0 : 1)");
  }
}
