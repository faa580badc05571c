package dev.seedance.contract.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled main sources of all modules, on the class path of these tests or not. */
public final class Modules implements LocationProvider {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Override
  public Set<Location> get(Class<?> testClass) {
    return Stream.of(
            "api-spec",
            "validator",
            "client",
            "mock-server/server",
            "mock-server/testkit",
            "contract-tests")
        .map(module -> ROOT.resolve(module).resolve("target/classes/dev")) // drivers lie beside
        .filter(Files::isDirectory)
        .map(Location::of)
        .collect(Collectors.toSet());
  }
}
