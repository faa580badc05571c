package dev.seedance.mock.store.jdbc;

import dev.seedance.mock.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The bytes of uploaded files, in chunks: no more than one is in memory for each that is read. */
record Chunks(Database database) {

  private static final int SIZE = 1 << 20;

  void put(String sandbox, String name, InputStream content) {
    var begun = new AtomicBoolean();
    database.change(
        session -> {
          session.update("DELETE FROM mock_chunk WHERE sandbox = ? AND name = ?", sandbox, name);
          if (begun.getAndSet(true)) { // the first bytes are gone
            throw new StoreException("the database was lost while a file was stored; try again");
          }
          long n = 0;
          for (byte[] bytes = next(content); n == 0 || bytes.length > 0; bytes = next(content)) {
            session.update(
                "INSERT INTO mock_chunk (sandbox, name, n, bytes, sum) VALUES (?, ?, ?, ?, ?)",
                sandbox,
                name,
                n++,
                bytes,
                Checksum.of(bytes));
          }
          return n;
        });
  }

  private static byte[] next(InputStream content) {
    try {
      return content.readNBytes(SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<InputStream> open(String sandbox, String name) {
    return read(sandbox, name, 0).map(first -> new Content(sandbox, name, first));
  }

  /** The bytes of a file; asks for the next chunk when one has been read. */
  private final class Content extends InputStream {

    private final String sandbox;
    private final String name;
    private byte[] chunk;
    private int position;
    private long n;

    Content(String sandbox, String name, byte[] first) {
      this.sandbox = sandbox;
      this.name = name;
      chunk = first;
    }

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (position == SIZE) {
        chunk = Chunks.this.read(sandbox, name, ++n).orElseGet(() -> new byte[0]);
        position = 0;
      }
      int bytes = Math.min(length, available());
      if (bytes == 0 && length > 0) {
        return -1;
      }
      System.arraycopy(chunk, position, target, offset, bytes);
      position += bytes;
      return bytes;
    }

    @Override
    public int available() {
      return chunk.length - position;
    }
  }

  private Optional<byte[]> read(String sandbox, String name, long n) {
    return database
        .read(
            session ->
                session.query(
                    "SELECT bytes, sum FROM mock_chunk WHERE sandbox = ? AND name = ? AND n = ?",
                    row -> sound(name, row.getBytes(1), row.getLong(2)),
                    sandbox,
                    name,
                    n))
        .stream()
        .findFirst();
  }

  private byte[] sound(String name, byte[] bytes, long sum) {
    if (Checksum.of(bytes) != sum) {
      throw database.explanations().broken("the file '%s'".formatted(name));
    }
    return bytes;
  }

  void delete(String sandbox, Collection<String> names) {
    List<Object[]> rows = new ArrayList<>();
    names.forEach(name -> rows.add(new Object[] {sandbox, name}));
    database.change(
        session -> {
          session.bulk(
              "DELETE FROM mock_chunk WHERE (sandbox, name) IN (",
              List.of(Column.TEXT, Column.TEXT),
              ")",
              rows);
          return true;
        });
  }
}
