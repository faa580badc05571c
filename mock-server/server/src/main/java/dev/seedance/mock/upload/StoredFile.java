package dev.seedance.mock.upload;

/**
 * An uploaded file, without the name that the caller gave it.
 *
 * @param id {@code upload_} and a ULID
 * @param type by its content
 * @param content its bytes, which are never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredFile(String id, FileType type, byte[] content) {

  /** Returns the last part of its URL. */
  String name() {
    return id + "." + type.extension();
  }
}
