package dev.seedance.mock.upload;

import dev.seedance.spec.media.ContentType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file, as in the space and in a snapshot, without the name that the caller gave it.
 *
 * @param id {@code upload_} and a ULID
 * @param mimeType that of its endpoint; null in a snapshot that leaves it to the content
 * @param content its bytes; in JSON as base64
 */
record StoredFile(String id, @Nullable String mimeType, Content content) {

  private static final Pattern ID = Pattern.compile("upload_[0-9A-HJKMNP-TV-Z]{26}");

  /**
   * Checks a file of a snapshot.
   *
   * @throws IllegalArgumentException if the id or the content is not that of an upload
   */
  StoredFile checked() {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("'id' is not that of an upload");
    }
    if (!ContentType.of(content.bytes()).contains(type())) {
      throw new IllegalArgumentException(id + " is not of the type that it has in 'mime_type'");
    }
    return this;
  }

  /** Returns the type with which it was uploaded, else the likeliest by its content. */
  ContentType type() {
    return (mimeType == null ? UploadKind.anyType(content.bytes()) : ContentType.named(mimeType))
        .orElseThrow(
            () -> new IllegalArgumentException(id + " is of no type that can be uploaded"));
  }

  /** Returns the last part of its URL. */
  String name() {
    return id + "." + type().extension();
  }
}
