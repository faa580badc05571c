package dev.seedance.mock.upload;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import java.util.List;

/** The limits of an upload endpoint: section 5 of the contract. A MB is 1,048,576 bytes. */
enum UploadKind {
  IMAGE(10, List.of(FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.GIF)),
  VIDEO(50, List.of(FileType.MP4, FileType.WEBM, FileType.MOV)),
  AUDIO(50, List.of(FileType.MP3, FileType.WAV, FileType.M4A));

  private final int maxMegabytes;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<FileType> types;

  UploadKind(int maxMegabytes, List<FileType> types) {
    this.maxMegabytes = maxMegabytes;
    this.types = types;
  }

  /**
   * Checks a file and returns its type.
   *
   * @throws ApiException if this endpoint does not take it
   */
  FileType check(byte[] content) {
    if (content.length == 0) {
      throw refusal("the part 'file' is empty; send the bytes of a file in it");
    }
    if (content.length > maxMegabytes << 20) {
      throw refusal(
          "the file is larger than %d MB: it has %d bytes".formatted(maxMegabytes, content.length));
    }
    List<FileType> possible = FileType.of(content);
    return types.stream()
        .filter(possible::contains)
        .findFirst()
        .orElseThrow(() -> wrongType(possible));
  }

  private ApiException wrongType(List<FileType> possible) {
    String found =
        possible.stream().findFirst().map(FileType::mimeType).orElse("the content of this file");
    return refusal(found + " is not supported here; send " + FileType.list(types));
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
