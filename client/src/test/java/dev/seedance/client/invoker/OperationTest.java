package dev.seedance.client.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.FakeTime;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.TestClient;
import dev.seedance.client.generated.QueriesApi;
import dev.seedance.client.model.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters of operations, in ones that the build has generated from {@code queries.yaml}. */
class OperationTest {

  @Test
  void fills_in_and_encodes_every_parameter() {
    Operation<Balance> operation =
        QueriesApi.findBalance(
            "a/b ?",
            "50 % & more=ü+",
            5,
            true,
            List.of("queued", "in progress"),
            List.of("a,b", "c"));

    assertThat(operation.path())
        .isEqualTo(
            "/v1/groups/a%2Fb%20%3F/balance?text=50%20%25%20%26%20more%3D%C3%BC%2B&limit=5&final=true"
                + "&status=queued&status=in%20progress&fields%5B%5D=a%2Cb,c");
  }

  @Test
  void leaves_out_what_is_absent() {
    assertThat(QueriesApi.findBalance("g", "", null, null, null, null).path())
        .isEqualTo("/v1/groups/g/balance?text=");
    assertThat(QueriesApi.findBalance("g", "x", null, null, List.of(), List.of()).path())
        .isEqualTo("/v1/groups/g/balance?text=x");
  }

  @Test
  void a_query_reaches_the_server_as_it_was_encoded() {
    try (var server = new ScriptedServer().reply(Reply.json(200, "{\"remain_balance\":1}"))) {
      Operation<Balance> operation =
          QueriesApi.findBalance("g", "a b", null, null, List.of("x", "y"), null);

      TestClient.of(server, new FakeTime()).build().call(operation);

      assertThat(server.calls().get(0).path())
          .isEqualTo("/v1/groups/g/balance?text=a%20b&status=x&status=y");
    }
  }
}
