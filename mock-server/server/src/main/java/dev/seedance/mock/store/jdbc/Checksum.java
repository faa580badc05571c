package dev.seedance.mock.store.jdbc;

import java.util.zip.CRC32C;

/** The checksum that is stored with bytes: neither SQLite nor PostgreSQL's default has one. */
final class Checksum {

  private Checksum() {}

  static long of(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
