package dev.seedance.mock.routing;

import dev.seedance.mock.log.RequestFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the log the request id and the sandbox of the request that Micronaut handles now. */
final class RequestLogFields implements RequestFields {

  @Override
  public Map<String, String> ofThisThread() {
    HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
    @Nullable CallContext call = request == null ? null : CallContext.find(request).orElse(null);
    if (call == null) {
      return Map.of();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("request_id", call.requestId());
    fields.put("sandbox", call.sandbox().id());
    return fields;
  }
}
