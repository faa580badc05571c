package dev.seedance.mock.upload;

/**
 * An uploaded file. Nothing that the caller named, such as the file's name, is part of it.
 *
 * @param id {@code upload_} and a ULID
 * @param type told by its content
 * @param content its bytes, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredFile(String id, FileType type, byte[] content) {

  /** Its name at the end of its URL. */
  String name() {
    return id + "." + type.extension();
  }
}
