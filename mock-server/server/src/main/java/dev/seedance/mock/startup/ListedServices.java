package dev.seedance.mock.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The services that Micronaut finds in the runnable jar, read from a list that {@link ServiceList}
 * wrote into it.
 *
 * <p>Without it, Micronaut opens the jar a second time, as a file system, and walks through its
 * folders. Only the runnable jar names this class to Micronaut: on anybody else's class path there
 * are more services than those of the list.
 */
public final class ListedServices
    implements StaticOptimizations.Loader<SoftServiceLoader.Optimizations> {

  /** Lines of a service's name, a space, and the name of a class that provides it or nothing. */
  static final String LIST = "META-INF/micronaut-services.txt";

  @Override
  public SoftServiceLoader.Optimizations load() {
    Map<String, List<String>> providers = new HashMap<>();
    try (var list = ListedServices.class.getClassLoader().getResourceAsStream(LIST);
        var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        List<String> names =
            providers.computeIfAbsent(line.substring(0, space), service -> new ArrayList<>());
        if (space + 1 < line.length()) {
          names.add(line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, StaticServiceLoader<?>> loaders = new HashMap<>();
    providers.forEach((service, names) -> loaders.put(service, new Listed<>(names)));
    return new SoftServiceLoader.Optimizations(loaders);
  }

  /** Makes the providers of a service, each anew each time. */
  private record Listed<S>(List<String> names) implements StaticServiceLoader<S> {

    @Override
    public Stream<StaticDefinition<S>> findAll(Predicate<String> condition) {
      return names.stream()
          .filter(condition)
          .map(name -> StaticDefinition.of(name, () -> make(name)));
    }

    @Override
    public List<S> load(Predicate<S> predicate) {
      Stream<S> all = names.parallelStream().map(this::make); // most of it is loading of classes
      return predicate == null ? all.toList() : all.filter(predicate).toList();
    }

    @SuppressWarnings("unchecked") // the list says what provides what
    private S make(String name) {
      try {
        return (S) Class.forName(name).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "the runnable jar lists '%s', which can't be made; build it again".formatted(name), e);
      }
    }
  }
}
