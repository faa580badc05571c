package dev.seedance.validator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request to check.
 *
 * @param name as reports call it
 * @param size in bytes, empty for what tells none, such as a pipe
 */
public record Input(String name, Source source, OptionalLong size) {

  private static final String STDIN = "-";

  /** Opens what the bytes come from. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** Reads the bytes; empty if there are more than that. */
  public Optional<byte[]> read(int most) throws IOException {
    if (size.orElse(0) > most) {
      return Optional.empty();
    }
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(most);
      return bytes.length == most && in.read() >= 0 ? Optional.empty() : Optional.of(bytes);
    }
  }

  /** Turns arguments into inputs: a folder stands for the JSON files in and below it, sorted. */
  public static List<Input> expand(List<String> arguments, InputStream stdin) {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(STDIN)) {
        inputs.add(new Input(STDIN, () -> stdin, OptionalLong.empty()));
      } else if (argument.isEmpty()) { // which else is the current folder
        inputs.add(unreadable("''", "the name of a file or folder is expected"));
      } else {
        addPath(argument, inputs);
      }
    }
    return inputs;
  }

  /** Returns why something can't be read, in words. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    String message = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
    return message == null ? "reading failed" : message;
  }

  private static void addPath(String argument, List<Input> inputs) {
    try {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        inputs.addAll(RequestFiles.below(path));
      } else {
        inputs.add(file(path));
      }
    } catch (InvalidPathException | IOException e) {
      inputs.add(unreadable(argument, String.valueOf(e.getMessage())));
    }
  }

  /** Takes a file; one that is a pipe is read until its writer ends. */
  static Input file(Path path) {
    return new Input(path.toString(), () -> Files.newInputStream(path), size(path));
  }

  /** Takes what is known to be unreadable, so that the run tells of it in its turn. */
  static Input unreadable(String name, String reason) {
    return unreadable(name, new IOException(reason));
  }

  static Input unreadable(String name, IOException reason) {
    return new Input(
        name,
        () -> {
          throw reason;
        },
        OptionalLong.empty());
  }

  private static OptionalLong size(Path path) {
    try {
      return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty(); // reading will tell why
    }
  }
}
