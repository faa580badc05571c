package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a server whose store is a file. One server at a time has it: the lock ends with the
 * process, however that ends.
 */
final class DataFolder implements AutoCloseable {

  private static final String FILE = "seedance-mock.db";

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder, and makes it if there is none.
   *
   * @throws StoreException if it can't be written to, or another server has it
   */
  static DataFolder open(String path) {
    Path folder;
    try {
      folder = Path.of(path);
    } catch (InvalidPathException e) {
      throw new StoreException("'%s' is no path; --data takes a folder".formatted(path), e);
    }
    try {
      create(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve("seedance-mock.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(lock) == null) {
        lock.close();
        throw new StoreException(
            "the data folder '%s' is in use by another server; stop that one, or give this one a folder of its own (or both a --database)"
                .formatted(folder));
      }
      return new DataFolder(folder, lock);
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("'%s' is a file; --data takes a folder".formatted(e.getFile()), e);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Makes a folder that nobody else may read: secrets of webhooks are stored. */
  private static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)
        && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // a server in this process has it
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    return failure instanceof FileSystemException of && of.getReason() != null
        ? of.getReason()
        : failure.toString();
  }

  /**
   * Tells if there is a database.
   *
   * @throws StoreException if what is there can't be one
   */
  boolean hasFile() {
    if (!Files.exists(file())) {
      return false;
    }
    try {
      if (Files.isRegularFile(file()) && Files.size(file()) > 0) {
        return true;
      }
    } catch (IOException e) {
      throw new StoreException("can't read '%s': %s".formatted(file(), reason(e)), e);
    }
    throw new StoreException(
        "the store '%s' is broken: it is %s; %s"
            .formatted(
                file(),
                Files.isDirectory(file()) ? "a folder" : "an empty file",
                Explanations.RESTORE));
  }

  /**
   * Returns an empty folder for the native library; a server that was killed left its own there.
   */
  Path libraryFolder() {
    Path library = folder.resolve("native");
    try {
      Files.createDirectories(library);
      try (var left = Files.newDirectoryStream(library)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
      return library;
    } catch (IOException e) {
      throw unwritable(library, e);
    }
  }

  /** Removes what a server left that was killed while it made the database. */
  void removeUnfinished() {
    try {
      for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(folder.resolve(FILE + ".new" + suffix));
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Returns the file of the database. */
  Path file() {
    return folder.resolve(FILE);
  }

  /** Returns the file in which a new database is made. */
  Path newFile() {
    return folder.resolve(FILE + ".new");
  }

  /** Gives a new database its name: a file of that name is whole from its first moment. */
  void publish() {
    try {
      Files.move(newFile(), file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static StoreException unwritable(Path folder, IOException failure) {
    return new StoreException(
        "can't write to the data folder '%s': %s; give one that this user may write to"
            .formatted(folder, reason(failure)),
        failure);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // it ends with the process
    }
  }
}
