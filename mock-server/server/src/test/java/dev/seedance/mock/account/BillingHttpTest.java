package dev.seedance.mock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import dev.seedance.spec.ApiSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The {@code billing} of tasks, which the revision of their submit decides. */
class BillingHttpTest {

  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"%s\",\"duration\":5}";
  private static final TestTime TIME = new TestTime();

  @RegisterExtension static final TestServer server = TestServer.with("--revision=latest").at(TIME);

  @Test
  void is_pending_while_the_task_runs_and_settled_once_it_is_completed() {
    Response submitted = server.submit(REQUEST.formatted("x"));
    assertThat(submitted.json().path("billing").toString()).isEqualTo("{\"status\":\"pending\"}");
    TIME.pass(Duration.ofHours(1));
    Response completed = server.poll(submitted.text("/id"));
    assertThat(completed.text("/status")).isEqualTo("completed");
    assertThat(completed.json().path("billing").toString())
        .isEqualTo("{\"status\":\"settled\",\"credits\":\"80\",\"cost_usd\":\"0.4\"}");
    assertThat(server.get("/v1/balance").json().path("used_credits").doubleValue()).isEqualTo(80);
  }

  @Test
  void is_refunded_at_a_net_cost_of_zero_if_the_task_fails() {
    String id = server.submit(REQUEST.formatted("[mock:content-rejected]")).text("/id");
    TIME.pass(Duration.ofHours(1));
    Response failed = server.poll(id);
    assertThat(failed.text("/status")).isEqualTo("failed");
    assertThat(failed.json().path("billing").toString())
        .isEqualTo("{\"status\":\"refunded\",\"credits\":\"0\",\"cost_usd\":\"0\"}");
    assertThat(server.get("/v1/balance").json().path("used_credits").doubleValue()).isZero();
  }

  @Test
  void a_task_that_is_forced_to_end_is_billed_by_its_end() {
    String id = server.submit(REQUEST.formatted("x")).text("/id");
    Response forced =
        server.post(
            "/_mock/tasks/" + id + "/outcome",
            "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"m\"}}");
    assertThat(forced.text("/task/billing/status")).isEqualTo("refunded");
    assertThat(server.poll(id).text("/billing/status")).isEqualTo("refunded");
  }

  @Test
  void a_task_of_an_earlier_revision_has_none_whatever_its_sandbox_is_held_to_later() {
    server.put("/_mock/revision", "{\"revision\":\"%s\"}".formatted(ApiSpec.defaultRevision()));
    Response early = server.submit(REQUEST.formatted("[mock:instant]"));
    server.put("/_mock/revision", "{\"revision\":\"latest\"}");
    Response late = server.submit(REQUEST.formatted("[mock:instant]"));
    assertThat(early.json().has("billing")).isFalse();
    assertThat(server.poll(early.text("/id")).json().has("billing")).isFalse();
    assertThat(server.poll(late.text("/id")).text("/billing/status")).isEqualTo("settled");
  }

  @Test
  void a_snapshot_keeps_the_bill() {
    String id = server.submit(REQUEST.formatted("[mock:instant]")).text("/id");
    String bill = server.poll(id).json().path("billing").toString();
    String snapshot = server.get("/_mock/snapshot").text();
    server.post("/_mock/reset", "");
    assertThat(server.put("/_mock/snapshot", snapshot).status()).isLessThan(300);
    assertThat(server.poll(id).json().path("billing").toString()).isEqualTo(bill);
  }

  @Test
  void a_snapshot_without_bills_is_restored_and_tells_none() {
    String id = server.submit(REQUEST.formatted("[mock:content-rejected]")).text("/id");
    String older =
        server
            .get("/_mock/snapshot")
            .text()
            .replaceFirst(",\"bill\":\\{\"price\":\\{[^}]*},\"told\":true}", "");
    assertThat(older).doesNotContain("\"bill\"");
    assertThat(server.put("/_mock/snapshot", older).status()).isLessThan(300);
    assertThat(server.poll(id).json().has("billing")).isFalse();
  }
}
