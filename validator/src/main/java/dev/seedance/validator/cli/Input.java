package dev.seedance.validator.cli;

import dev.seedance.validator.RequestValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request to check.
 *
 * @param name as reports call it
 */
record Input(String name, Source source) {

  private static final String STDIN = "-";

  /** Opens what the bytes come from. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /** Reads the bytes, at most one more than a body may have. */
  byte[] read() throws IOException {
    try (InputStream in = source.open()) {
      return in.readNBytes(RequestValidator.MAX_BODY_BYTES + 1);
    }
  }

  /** Turns arguments into inputs: a folder stands for the JSON files in and below it, sorted. */
  static List<Input> expand(List<String> arguments, InputStream stdin) {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(STDIN)) {
        inputs.add(new Input(STDIN, () -> stdin));
      } else {
        addPath(argument, inputs);
      }
    }
    return inputs;
  }

  /** Returns why something can't be read, in words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void addPath(String argument, List<Input> inputs) {
    try {
      Path path = Path.of(argument);
      if (!Files.isDirectory(path)) {
        inputs.add(file(path));
        return;
      }
      try (Stream<Path> files = Files.walk(path)) {
        List<Input> found = files.filter(Input::isJson).sorted().map(Input::file).toList();
        inputs.addAll(found.isEmpty() ? List.of(unreadable(argument, "no *.json in it")) : found);
      }
    } catch (InvalidPathException | IOException | UncheckedIOException e) {
      inputs.add(unreadable(argument, String.valueOf(e.getMessage())));
    }
  }

  private static boolean isJson(Path path) {
    return path.toString().endsWith(".json") && Files.isRegularFile(path);
  }

  private static Input file(Path path) {
    return new Input(path.toString(), () -> Files.newInputStream(path));
  }

  private static Input unreadable(String name, String reason) {
    return new Input(
        name,
        () -> {
          throw new IOException(reason);
        });
  }
}
