package dev.seedance.contract.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.CheckingProxy;
import dev.seedance.mock.testkit.MockServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The mock fulfils the needs of the client. */
@Provider(Pacts.API)
@PactFolder("pacts")
class MockPactTest {

  @RegisterExtension static final CheckedHttp HTTP = new CheckedHttp();

  private static MockServer mock;
  private static CheckingProxy proxy;

  @BeforeAll
  static void start() throws IOException {
    mock = MockServer.builder().apiKey(Pacts.KEY).clock("frozen").start();
    proxy = CheckingProxy.before(mock.baseUrl(), HTTP);
  }

  @AfterAll
  static void stop() {
    proxy.close();
    mock.close();
  }

  @BeforeEach
  void aim(PactVerificationContext pact) {
    mock.reset();
    pact.setTarget(new HttpTestTarget(proxy.baseUrl().getHost(), proxy.baseUrl().getPort()));
    pact.addStateChangeHandlers(new MockStates(HTTP.callsOf(mock.baseUrl(), Pacts.KEY)));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void holds(PactVerificationContext pact) {
    pact.verifyInteraction();
  }
}
