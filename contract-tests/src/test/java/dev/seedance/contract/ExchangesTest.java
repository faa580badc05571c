package dev.seedance.contract;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.CheckingProxy;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every exchange of this module's tests is held to the contract, and the check notices. */
@SeedanceMock
class ExchangesTest {

  /**
   * The classes that open connections here. The tests of {@code seedance verify} call servers that
   * are wrong on purpose, and those of the docs and of the launcher run programs as a reader would.
   * A URL that nobody here makes is one of a resource.
   */
  private static final ArchRule ONE_WAY_OUT =
      noClasses()
          .that()
          .resideInAPackage("dev.seedance.contract..")
          .and()
          .resideOutsideOfPackages(
              "dev.seedance.contract.exchange..",
              "dev.seedance.contract.verify..",
              "dev.seedance.contract.docs..",
              "dev.seedance.contract.launcher..",
              "dev.seedance.contract.stores..")
          .should()
          .callMethodWhere(target(owner(assignableTo(HttpClient.class))))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(SeedanceClient.class)))
                  .and(target(nameMatching("builder|create"))))
          .orShould()
          .callMethodWhere(target(owner(assignableTo(URI.class))).and(target(name("toURL"))))
          .orShould()
          .callConstructorWhere(target(owner(assignableTo(URL.class))))
          .orShould()
          .callConstructorWhere(target(owner(assignableTo("java.net.Socket"))))
          .because(
              "CheckedHttp is the one way out; clients of killed servers see what no page describes");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new OnlyIncludeTests())
          .importPackages("dev.seedance.contract");

  /** A class that the rule must find. */
  @SuppressWarnings("unused")
  private static final class Bypass {
    static HttpClient around() {
      return HttpClient.newHttpClient();
    }
  }

  @Test
  void no_test_speaks_http_past_the_check() {
    assertThat(TESTS.size()).isGreaterThan(30);
    assertThatThrownBy(() -> ONE_WAY_OUT.check(TESTS))
        .as("this very class has one bypass, and it is the only one")
        .hasMessageContaining("was violated (1 times)")
        .hasMessageContaining("ExchangesTest$Bypass.around()");
  }

  @Test
  void an_answer_that_breaks_the_contract_is_noticed(MockServer mock) throws IOException {
    var http = new CheckedHttp();
    try (var liar =
        CheckingProxy.lying(
            mock.baseUrl(), answer -> replaced(answer, "\"progress\":0", "\"p\":0"))) {
      var client = http.clientOf(liar.baseUrl(), mock.apiKey()).build();
      client.submit(request());
      assertThat(http.takeBreaches())
          .singleElement()
          .satisfies(
              breach ->
                  assertThat(breach)
                      .startsWith("POST /v1/videos/generations -> 200")
                      .contains("[ERROR][RESPONSE]", "progress"));

      var calls = http.callsOf(liar.baseUrl(), mock.apiKey());
      assertThatThrownBy(() -> calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}"))
          .hasMessageContaining("exchanges that break the contract");
    }
  }

  @Test
  void a_request_that_breaks_the_contract_and_is_taken_is_noticed(MockServer mock) {
    var calls = new CheckedHttp().callsOf(mock.baseUrl(), mock.apiKey());
    assertThatThrownBy(
            () -> calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"tools\":[{}]}"))
        .hasMessageContaining("[ERROR][REQUEST]");
  }

  @Test
  void a_path_that_no_document_has_is_noticed(MockServer mock) {
    var calls = new CheckedHttp().callsOf(mock.baseUrl(), mock.apiKey());
    assertThatThrownBy(() -> calls.get("/v1/videos")).hasMessageContaining("/v1/videos");
    assertThatThrownBy(() -> calls.get("/_mock/nothing")).hasMessageContaining("/_mock/nothing");
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("x");
  }

  private static byte[] replaced(byte[] answer, String from, String to) {
    return new String(answer, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }
}
