package dev.seedance.mock.upload;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.CallerOrigin;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.media.ContentType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Stores uploaded files and finds them. */
@Singleton
final class Uploads {

  /** Path of the files on the server. */
  static final String ROOT = OriginPolicy.UPLOADS;

  private final UploadSpace space;
  private final CallerOrigin origin;

  Uploads(UploadSpace space, CallerOrigin origin) {
    this.space = space;
    this.origin = origin;
  }

  /**
   * Stores a file.
   *
   * @throws ApiException if the endpoint does not take it
   */
  UploadResponse store(
      UploadKind kind, @Nullable InputStream body, Sandbox sandbox, HttpRequest<?> request) {
    String contentType = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    byte[] content = Form.of(contentType, bytes(body)).part("file");
    ContentType type = kind.check(content);
    String id = "upload_" + Ulid.of(sandbox.clock().instant(), sandbox.nextDraw());
    SandboxUploads uploads = sandbox.get(SandboxUploads.class);
    StoredFile file = uploads.kept(new StoredFile(id, type.mimeType(), Content.of(content)));
    uploads.add(file);
    String url = origin.of(request) + ROOT + "/" + sandbox.id() + "/" + file.name();
    return new UploadResponse(id, url, type.mimeType(), content.length);
  }

  /**
   * Returns the file of a URL.
   *
   * @throws ApiException 404 if there is none
   */
  StoredFile find(String sandboxId, String name) {
    return space
        .find(sandboxId, name)
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.NOT_FOUND,
                    "no such uploaded file; the oldest are dropped where they are too many"));
  }

  /** Reads the whole body, which the HTTP layer has bounded. */
  private static byte[] bytes(@Nullable InputStream body) {
    try (InputStream open = body == null ? InputStream.nullInputStream() : body) {
      return open.readAllBytes();
    } catch (IOException e) {
      throw new ApiException(ErrorCode.INVALID_REQUEST, "the body is cut off; send it again");
    }
  }
}
