package dev.seedance.mock.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceListTest {

  private static final String PROVIDER = "java.lang.Object";

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void makes_a_jar() throws IOException {
    jar = folder.resolve("some.jar");
    try (var files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      write(files, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0");
      write(files, "META-INF/micronaut/io.micronaut.Folder/" + PROVIDER, "");
      write(files, "META-INF/micronaut/io.micronaut.Folder/not.in.this.Jar", "");
      write(files, "META-INF/services/io.micronaut.File", PROVIDER);
      write(files, "META-INF/services/com.example.Other", PROVIDER);
    }
  }

  private static final String STATUS_HANDLER =
      "io.micronaut.http.server.exceptions.$HttpStatusHandler$Definition";

  @Test
  void lists_micronaut_services_that_can_be_made() throws IOException {
    ServiceList.main(new String[] {jar.toString()});

    assertThat(lines(ListedServices.LIST))
        .containsExactly(
            "io.micronaut.context.ApplicationContextConfigurer ",
            "io.micronaut.Folder " + PROVIDER,
            "io.micronaut.File " + PROVIDER);
  }

  @Test
  void leaves_out_beans_that_are_disabled_whatever_the_options() throws IOException {
    String beans = "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference/";
    try (var files = FileSystems.newFileSystem(jar)) {
      write(files, beans + "io.micronaut.http.server.$OptionsFilter$Definition", "");
      write(files, beans + "io.micronaut.http.server.cors.$CorsFilter$Definition", "");
      write(files, beans + STATUS_HANDLER, "");
    }

    ServiceList.main(new String[] {jar.toString()});

    assertThat(lines(ListedServices.LIST))
        .anyMatch(line -> line.endsWith(STATUS_HANDLER))
        .noneMatch(line -> line.endsWith("$OptionsFilter$Definition"));
  }

  @Test
  void names_the_list_s_reader_to_micronaut() throws IOException {
    ServiceList.main(new String[] {jar.toString()});

    assertThat(lines("META-INF/services/" + StaticOptimizations.Loader.class.getName()))
        .containsExactly(ListedServices.class.getName());
  }

  private static void write(FileSystem files, String path, String text) throws IOException {
    Path file = files.getPath(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> lines(String path) throws IOException {
    try (var files = FileSystems.newFileSystem(jar)) {
      return Files.readAllLines(files.getPath(path));
    }
  }
}
