package dev.seedance.validator.media;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.media.ContentType;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Files that a request carries itself: {@code data:} URLs, and bare base64 of a known type. What is
 * no base64 is not looked at here, because the request's own rules say so.
 */
public final class DataUrls implements MediaSource {

  private static final String DATA = "data:";
  private static final String BASE64 = ";base64,";

  @Override
  public @Nullable Medium find(String url, long maxBytes) {
    boolean declared = HttpUrl.startsWith(url, DATA);
    if (!declared && url.indexOf(':') >= 0) {
      return null; // the URL of another scheme
    }
    String base64 = declared ? behind(BASE64, url) : url;
    byte[] content = base64 == null ? null : decoded(base64);
    if (content == null || (!declared && ContentType.of(content).isEmpty())) {
      return null;
    }
    return new Medium(content);
  }

  private static @Nullable String behind(String mark, String url) {
    int start = url.indexOf(mark);
    return start < 0 ? null : url.substring(start + mark.length());
  }

  private static byte @Nullable [] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
