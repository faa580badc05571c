package shop;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Signs all responses of this JVM's Micronaut servers that see the program's beans. */
@ServerFilter("/**")
class SignatureFilter {

  @ResponseFilter
  void sign(MutableHttpResponse<?> response) {
    response.header("X-Shop", "clips");
  }
}
