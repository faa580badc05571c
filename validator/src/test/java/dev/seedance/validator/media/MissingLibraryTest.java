package dev.seedance.validator.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.validator.Severity;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The library that reads files is optional, so programs may have the validator without it. */
class MissingLibraryTest {

  @Test
  void says_what_to_add() throws Exception {
    try (var loader =
        new URLClassLoader(withoutTheLibrary(), ClassLoader.getPlatformClassLoader())) {
      Class<?> source = loader.loadClass(MediaSource.class.getName());
      Class<?> severity = loader.loadClass(Severity.class.getName());
      Constructor<?> check =
          loader
              .loadClass(MediaCheck.class.getName())
              .getConstructor(source, Locale.class, severity);
      Object none =
          Proxy.newProxyInstance(loader, new Class<?>[] {source}, (self, method, given) -> null);

      assertThatThrownBy(
              () -> check.newInstance(none, Locale.ENGLISH, severity.getEnumConstants()[0]))
          .rootCause()
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(
              () -> check.newInstance(none, Locale.ENGLISH, severity.getEnumConstants()[0]))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("add com.drewnoakes:metadata-extractor to the class path");
    }
  }

  private static URL[] withoutTheLibrary() throws Exception {
    String all = System.getProperty("java.class.path");
    assertThat(all).contains("metadata-extractor");
    var rest = new ArrayList<URL>();
    for (String entry : all.split(File.pathSeparator, -1)) {
      if (!entry.contains("metadata-extractor")) {
        rest.add(Path.of(entry).toUri().toURL());
      }
    }
    return rest.toArray(URL[]::new);
  }
}
