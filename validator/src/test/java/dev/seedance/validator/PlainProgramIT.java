package dev.seedance.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import jakarta.validation.Validation;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The module works in a program that has nothing but what the module declares. */
class PlainProgramIT {

  @Test
  void runs_with_the_declared_dependencies_alone() throws Exception {
    assertThat(run("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":3}"))
        .containsExactly("duration.unsupported", "exit 1");
    assertThat(run("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":4}"))
        .containsExactly("exit 0");
  }

  private static List<String> run(String body) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                PlainProgram.class.getName(),
                body)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var lines =
        new ArrayList<>(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    lines.add("exit " + process.waitFor());
    return lines;
  }

  /**
   * The module, what it declares, what that needs; no picocli, no test libraries but the program.
   */
  private static String classPath() {
    List<Class<?>> representatives =
        List.of(
            PlainProgram.class,
            RequestValidator.class,
            ApiSpec.class,
            Validation.class,
            HibernateValidator.class,
            Logger.class,
            com.fasterxml.classmate.TypeResolver.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class);
    return representatives.stream()
        .map(PlainProgramIT::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Path.of(location.toURI()).toString(); // the URL's own path has %20 for a blank
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
