package dev.seedance.mock.junit;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.clock.ClockSetting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves {@link MockServer} parameters for {@link SeedanceMock}. */
final class SeedanceMockExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SeedanceMockExtension.class);

  /** A sandbox that is forgotten when its test is over. */
  private record FreshSandbox(MockServer server) implements AutoCloseable {
    @Override
    public void close() {
      server.reset();
    }
  }

  /** Lets a constructor see the sandbox of the test that it makes the instance for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MockServer.class;
  }

  @Override
  public MockServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    MockOptions options = options(settings(parameter, context));
    String test = context.getUniqueId();
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            "%s with %s".formatted(test, options),
            key -> new FreshSandbox(shared(context, options).withApiKey(apiKey(test))),
            FreshSandbox.class)
        .server();
  }

  private static MockServer shared(ExtensionContext context, MockOptions options) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(options, MockServer::start, MockServer.class);
  }

  /** The same in every run, other than for any other test. */
  private static String apiKey(String test) {
    return "test-" + UUID.nameUUIDFromBytes(test.getBytes(StandardCharsets.UTF_8));
  }

  private static SeedanceMock settings(ParameterContext parameter, ExtensionContext context) {
    return parameter
        .findAnnotation(SeedanceMock.class)
        .or(() -> ofClass(context.getTestClass()))
        .orElseThrow(
            () -> new ParameterResolutionException("put @SeedanceMock on the class or parameter"));
  }

  /** The nearest of the class and those around it. */
  private static Optional<SeedanceMock> ofClass(Optional<Class<?>> testClass) {
    return testClass.flatMap(
        type ->
            AnnotationSupport.findAnnotation(type, SeedanceMock.class)
                .or(() -> ofClass(Optional.ofNullable(type.getEnclosingClass()))));
  }

  private static MockOptions options(SeedanceMock settings) {
    return MockOptions.builder()
        .clock(ClockSetting.parse(settings.clock()))
        .clockStart(settings.clockStart().isEmpty() ? null : Instant.parse(settings.clockStart()))
        .scenario(settings.scenario())
        .revision(settings.revision())
        .seed(settings.seed())
        .build();
  }
}
