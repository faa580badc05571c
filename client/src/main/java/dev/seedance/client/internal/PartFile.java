package dev.seedance.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The temporary file of a download. It is in the target's folder, so that taking the target's name
 * is one atomic step. It is removed when the download is over, however that ends.
 */
public final class PartFile implements Closeable {

  /** As many links as Linux follows. */
  private static final int MAX_LINKS = 40;

  private final Path file;
  private final Path target;
  private final Path path;
  private final FileChannel channel;

  private PartFile(Path file, Path target, Path path, FileChannel channel) {
    this.file = file;
    this.target = target;
    this.path = path;
    this.channel = channel;
  }

  /** Makes the folders and the temporary file. */
  public static PartFile beside(Path given) throws IOException {
    Path file = given.toAbsolutePath();
    Path target = target(file);
    Path folder = target.getParent();
    Path name = target.getFileName();
    if (folder == null || name == null) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path path = folder.resolve("." + UUID.randomUUID() + ".part");
    // Not Files.createTempFile: the video would keep its permissions, for the owner only.
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new PartFile(file, target, path, channel);
  }

  /**
   * Returns the file that gets the name: behind a symbolic link the one that it leads to, so that
   * the link stays.
   *
   * @throws IOException if a move to it would replace what is no regular file, such as a device
   */
  public static Path target(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "it is a device, a pipe or a socket, not a regular file");
    }
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  void write(List<ByteBuffer> buffers) throws IOException {
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** Removes the content. */
  public void clear() throws IOException {
    channel.truncate(0);
  }

  /** Returns the first bytes: as many, or all if there are less. */
  public byte[] firstBytes(int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes, bytes.position());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Gives the file its name, once its content is on the disk. */
  public Path finish(boolean overwrite) throws IOException {
    channel.force(true);
    channel.close();
    if (!overwrite && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    target(target); // which may have become a device meanwhile
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  /** Removes the temporary file if it still exists. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
