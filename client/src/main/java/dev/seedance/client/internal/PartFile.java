package dev.seedance.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * The temporary file of a download. It is in the target's folder, so that taking the target's name
 * is one atomic step. It is removed when the download is over, however that ends.
 */
public final class PartFile implements Closeable {

  private final Path target;
  private final Path path;
  private final FileChannel channel;

  private PartFile(Path target, Path path, FileChannel channel) {
    this.target = target;
    this.path = path;
    this.channel = channel;
  }

  /** Makes the folders and the temporary file. */
  public static PartFile beside(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Path name = target.getFileName();
    if (folder == null || name == null || Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path path = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
    // Not Files.createTempFile: the video would keep its permissions, for the owner only.
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new PartFile(target, path, channel);
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

  /** Gives the file its name, once its content is on the disk. */
  public Path finish(boolean overwrite) throws IOException {
    channel.force(true);
    channel.close();
    if (!overwrite && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    return Files.move(
        path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the temporary file if it still exists. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
