package shop;

import dev.seedance.mock.testkit.MockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The provider of the program, which Quarkus starts before it, and before JUnit injects anything.
 */
public class MockProvider implements QuarkusTestResourceLifecycleManager {

  private MockServer provider;

  @Override
  public Map<String, String> start() {
    provider = MockServer.start("--clock", "auto");
    return Map.of(
        "provider.base-url", provider.baseUrl().toString(),
        "provider.api-key", provider.apiKey(),
        "provider.poll-interval", "10ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(provider, new TestInjector.MatchesType(MockServer.class));
  }

  @Override
  public void stop() {
    provider.close();
  }
}
