package dev.seedance.mock.startup;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.server.ServerContext;
import dev.seedance.mock.time.RealTime;
import io.micronaut.context.BeanContext;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes into the runnable jar which Micronaut services are in it, for {@link ListedServices}. The
 * build runs it. No option makes a bean.
 */
public final class ServiceList {

  /** A service that Micronaut asks for, and that has no provider here. */
  private static final String NOT_PROVIDED = "io.micronaut.context.ApplicationContextConfigurer";

  /** Looks for methods that run on a schedule; there are none. */
  private static final String SCHEDULED_METHODS = "io.micronaut.scheduling.processor.";

  private ServiceList() {}

  /**
   * Writes the list.
   *
   * @param args the path of the jar
   */
  public static void main(String[] args) throws IOException {
    try (var jar = FileSystems.newFileSystem(Path.of(args[0]));
        var beans = ServerContext.start(OptionValues.DEFAULT, RealTime.ofThisMachine())) {
      List<String> lines = new ArrayList<>();
      lines.add(NOT_PROVIDED + " ");
      for (Path service : sorted(jar.getPath("META-INF/micronaut"))) {
        for (Path provider : sorted(service)) {
          add(lines, service, provider.getFileName().toString(), beans);
        }
      }
      for (Path service : sorted(jar.getPath("META-INF/services"))) {
        if (service.getFileName().toString().startsWith("io.micronaut.")) {
          for (String provider : Files.readAllLines(service)) {
            add(lines, service, provider, beans);
          }
        }
      }
      FileTime time = Files.getLastModifiedTime(jar.getPath("META-INF/MANIFEST.MF"));
      write(jar.getPath(ListedServices.LIST), lines, time);
      write(
          jar.getPath("META-INF/services", StaticOptimizations.Loader.class.getName()),
          List.of(ListedServices.class.getName()),
          time);
    }
  }

  private static void add(List<String> lines, Path service, String provider, BeanContext beans) {
    if (!provider.startsWith(SCHEDULED_METHODS) && isOfUse(provider, beans)) {
      lines.add(service.getFileName() + " " + provider);
    }
  }

  /**
   * Tells if a provider is of use. One that can't be created needs a library that is not in the
   * jar; one that is disabled needs settings that the mock does not have. Micronaut leaves both out
   * too, but only after it has looked at them.
   */
  private static boolean isOfUse(String provider, BeanContext beans) {
    try {
      Object made = Class.forName(provider).getConstructor().newInstance();
      return !(made instanceof BeanDefinitionReference<?> bean) || bean.isEnabled(beans);
    } catch (ReflectiveOperationException | NoClassDefFoundError e) {
      return false;
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /** With the times of the others, so that the jar comes out the same each time. */
  private static void write(Path file, List<String> lines, FileTime time) throws IOException {
    Files.write(file, lines);
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, time);
  }
}
