package dev.seedance.validator.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeMap;

/**
 * The JSON files in and below a folder, sorted. Paths that can't be opened are among them as
 * unreadable, so that none is passed over or ends the rest.
 */
final class RequestFiles extends SimpleFileVisitor<Path> {

  private final TreeMap<Path, Input> found = new TreeMap<>();

  private RequestFiles() {}

  /** Lists them; at least one input, which is unreadable if there is none. */
  static List<Input> below(Path folder) throws IOException {
    var files = new RequestFiles();
    Files.walkFileTree(folder, files);
    return files.found.isEmpty()
        ? List.of(Input.unreadable(folder.toString(), "no *.json in it"))
        : List.copyOf(files.found.values());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (file.toString().endsWith(".json")) {
      found.put(file, input(file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException reason) {
    found.put(path, Input.unreadable(path.toString(), reason));
    return FileVisitResult.CONTINUE;
  }

  /** Opens regular files alone: a pipe that nobody writes to would hold the run up for ever. */
  private static Input input(Path file) {
    return Files.isRegularFile(file) || !Files.exists(file)
        ? Input.file(file)
        : Input.unreadable(file.toString(), "it is no regular file");
  }
}
