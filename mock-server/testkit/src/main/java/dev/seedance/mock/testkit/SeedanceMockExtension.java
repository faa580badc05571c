package dev.seedance.mock.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Injects {@link MockServer} for {@link SeedanceMock}: the sandbox of the test that runs. */
final class SeedanceMockExtension
    implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

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
    if (parameter.getDeclaringExecutable() instanceof Constructor<?> constructor
        && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "the constructor of %s takes a MockServer, but makes one instance for several tests, each"
                  .formatted(constructor.getDeclaringClass().getName())
              + " of which has a sandbox of its own: take it as a parameter of the tests, or as a"
              + " field with @SeedanceMock, or leave out Lifecycle.PER_CLASS (needs JUnit 5.12)");
    }
    return Sandboxes.of(context, settings(parameter.findAnnotation(SeedanceMock.class), context));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      List<Field> fields =
          AnnotationSupport.findAnnotatedFields(
              instance.getClass(), SeedanceMock.class, field -> true);
      if (!fields.isEmpty()) {
        Sandboxes.occupy(instance, context);
      }
      fields.forEach(field -> inject(field, instance, context));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    context
        .getRequiredTestInstances()
        .getAllInstances()
        .forEach(instance -> Sandboxes.leave(instance, context));
  }

  private static void inject(Field field, Object instance, ExtensionContext context) {
    int modifiers = field.getModifiers();
    if (field.getType() != MockServer.class
        || Modifier.isStatic(modifiers)
        || Modifier.isFinal(modifiers)) {
      throw new ExtensionConfigurationException(
          "@SeedanceMock is on '%s', expected a MockServer that is neither static nor final: each"
                  .formatted(field)
              + " test has a sandbox of its own");
    }
    var settings = settings(Optional.of(field.getAnnotation(SeedanceMock.class)), context);
    try {
      field.setAccessible(true);
      field.set(instance, Sandboxes.of(context, settings));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new ExtensionConfigurationException("can't set '%s'".formatted(field), e);
    }
  }

  private static Settings settings(Optional<SeedanceMock> own, ExtensionContext context) {
    Optional<Settings> said = own.map(Settings::of).filter(settings -> !settings.isEmpty());
    return said.or(() -> ofClass(context.getTestClass()).map(Settings::of))
        .or(() -> own.map(Settings::of))
        .orElseThrow(
            () -> new ParameterResolutionException("put @SeedanceMock on the class or parameter"));
  }

  /** Returns the annotation of the nearest of the class and those around it. */
  private static Optional<SeedanceMock> ofClass(Optional<Class<?>> testClass) {
    return testClass.flatMap(
        type ->
            AnnotationSupport.findAnnotation(type, SeedanceMock.class)
                .or(() -> ofClass(Optional.ofNullable(type.getEnclosingClass()))));
  }
}
