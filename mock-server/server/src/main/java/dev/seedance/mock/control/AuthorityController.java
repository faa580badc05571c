package dev.seedance.mock.control;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.tls.ServerCertificate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/** Gives the certificate of the server's own authority, which clients trust. */
@Controller("/_mock/ca.pem")
final class AuthorityController {

  private static final String PEM = "application/x-pem-file";

  private final @Nullable ServerCertificate certificate;

  /**
   * Creates the controller.
   *
   * @param certificate null if the server speaks HTTP only
   */
  AuthorityController(@Nullable ServerCertificate certificate) {
    this.certificate = certificate;
  }

  @Get(produces = PEM)
  String authority() {
    String pem = certificate == null ? null : certificate.authority();
    if (pem == null) {
      throw new ApiException(
          ErrorCode.NOT_FOUND,
          certificate == null
              ? "this server speaks HTTP only, and has no authority; start it with --tls self-signed"
              : "this server's certificate comes from --tls-cert; trust the authority that has issued it");
    }
    return pem;
  }
}
