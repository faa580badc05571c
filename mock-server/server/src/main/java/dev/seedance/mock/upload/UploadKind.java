package dev.seedance.mock.upload;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.spec.media.ContentType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The limits of an upload endpoint: section 5 of the contract. A MB is 1,048,576 bytes. */
enum UploadKind {
  IMAGE(10, List.of(ContentType.JPEG, ContentType.PNG, ContentType.WEBP, ContentType.GIF)),
  VIDEO(50, List.of(ContentType.MP4, ContentType.WEBM, ContentType.MOV)),
  AUDIO(50, List.of(ContentType.MP3, ContentType.WAV, ContentType.M4A));

  private final int maxMegabytes;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ContentType> types;

  UploadKind(int maxMegabytes, List<ContentType> types) {
    this.maxMegabytes = maxMegabytes;
    this.types = types;
  }

  /**
   * Checks a file and returns its type.
   *
   * @throws ApiException if this endpoint does not take it
   */
  ContentType check(byte[] content) {
    if (content.length == 0) {
      throw refusal("the part 'file' is empty; send the bytes of a file in it");
    }
    if (content.length > maxMegabytes << 20) {
      throw refusal(
          "the file is larger than %d MB: it has %d bytes".formatted(maxMegabytes, content.length));
    }
    List<ContentType> possible = ContentType.of(content);
    return types.stream()
        .filter(possible::contains)
        .findFirst()
        .orElseThrow(() -> wrongType(possible));
  }

  /** Returns the type of a file that some endpoint takes, the likeliest if there are several. */
  static Optional<ContentType> anyType(byte[] content) {
    return ContentType.of(content).stream()
        .filter(type -> Arrays.stream(values()).anyMatch(kind -> kind.types.contains(type)))
        .findFirst();
  }

  private ApiException wrongType(List<ContentType> possible) {
    String found =
        possible.stream().findFirst().map(ContentType::mimeType).orElse("the content of this file");
    return refusal(found + " is not supported here; send " + list());
  }

  private String list() {
    List<String> titles = types.stream().map(ContentType::title).toList();
    int last = titles.size() - 1;
    return String.join(", ", titles.subList(0, last)) + " or " + titles.get(last);
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
