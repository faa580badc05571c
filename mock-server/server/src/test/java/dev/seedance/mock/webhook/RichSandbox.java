package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A sandbox in which every part of a snapshot has something. */
public final class RichSandbox {

  private static final String AVATARS = "/v1/videos/doubao-seedance-2-0/private-avatar/";

  private RichSandbox() {}

  /** Fills an empty sandbox, and waits for its webhooks. */
  public static void fill(Calls calls) {
    try (var receiver = new Receiver().responding(503)) {
      taken(
          calls.post(
              "/_mock/scenarios",
              """
              {"name":"rich","description":"All kinds","match":{"prompt":"*fog*"},
               "timeline":{"queued":"PT3S","running":"PT90S"},
               "outcome":{"status":"failed","error":{"code":"fog","message":"Too much fog"}},
               "faults":[
                 {"on":"poll","nth":[2,5],"while_status":"queued","fault":{"kind":"refuse","status":429,
                  "code":"slow","type":"t","message":"m","headers":{"Retry-After":"2"}}},
                 {"on":"submit","nth":[7],"fault":{"kind":"patch_body","patch":{"a":{"b":[1,null,2.5]}}}},
                 {"on":"webhook","fault":{"kind":"delay","by":"PT1S"}}]}"""));
      taken(calls.put("/_mock/webhooks", "{\"default_url\":\"" + receiver.url("/all?x=1") + "\"}"));
      taken(calls.post("/_mock/webhooks/rotate-secret", "{\"secret\":\"whsec_rich\"}"));
      String group =
          taken(calls.post(AVATARS + "groups", "{\"name\":\"Crew\",\"description\":\"d\"}"))
              .text("/group_id");
      calls.post(
          AVATARS + "assets",
          "{\"group_id\":\"%s\",\"url\":\"https://example.com/a.png\",\"type\":\"image\",\"name\":\"a\"}"
              .formatted(group));
      upload(calls);
      taken(
          calls.submit(
              """
              {"model":"seedance-2","prompt":"A quay in fog","client_business_id":"b-1",
               "trace_id":"tr-1","callback_url":"%s"}"""
                  .formatted(receiver.url())));
      calls.poll("b-1");
      taken(calls.advance("PT100S"));
      taken(
          calls.submit(
              "{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected] y\",\"duration\":5}"));
      taken(calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"fog again\",\"duration\":5}"));
      taken(
          calls.send(
              calls
                  .keyed(Calls.GENERATIONS)
                  .header("X-Mock-Revision", "latest")
                  .POST(
                      BodyPublishers.ofString(
                          """
                          {"model":"seedance-2","prompt":"reviewed","private_asset_review":true,
                           "image_with_roles":[{"role":"reference_image","url":"https://a.test/a.png"}]}"""))));
    }
  }

  private static Response taken(Response response) {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response;
  }

  private static void upload(Calls calls) {
    String form = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nGIF89a\r\n--b--\r\n";
    taken(
        calls.send(
            calls
                .keyed("/v1/uploads/images")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1)))));
  }
}
