package dev.seedance.mock.review;

import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a request. A file is known by a hash of its URL, or of its bytes in base64.
 */
public final class MediaFiles {

  private static final String DATA = "data:";
  private static final int CHUNK = 8_192;
  private static final int HASH_BYTES = 16;

  private MediaFiles() {}

  /** Returns the hash of each file, in 32 hex digits; each once, in the order of the request. */
  public static Set<String> of(GenerationRequest request) {
    Set<String> hashes = new LinkedHashSet<>();
    Stream.of(
            all(request.imageUrls()),
            urls(request.imageWithRoles()),
            urls(request.videoWithRoles()),
            urls(request.audioWithRoles()))
        .flatMap(urls -> urls)
        .map(MediaFiles::hash)
        .forEach(hashes::add);
    return hashes;
  }

  private static Stream<String> urls(@Nullable Collection<MediaReference> references) {
    return all(references).map(MediaReference::url).filter(Objects::nonNull);
  }

  private static <T> Stream<T> all(@Nullable Collection<T> members) {
    return members == null ? Stream.empty() : members.stream();
  }

  /** Hashes piece by piece: the bytes of a {@code data:} URL can be many megabytes. */
  private static String hash(String url) {
    MessageDigest digest = sha256();
    int start = url.startsWith(DATA) ? url.indexOf(',') + 1 : 0;
    for (int from = start; from < url.length(); from += CHUNK) {
      String chunk = url.substring(from, Math.min(url.length(), from + CHUNK));
      digest.update(chunk.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
