package dev.seedance.contract.docs;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The diagram of the mock's packages: floors from roof to ground, and the imports that do not lead
 * down.
 *
 * @param floors the packages of each floor by the line that opens it, the roof first
 * @param level imports between packages of one floor
 */
record MockFloors(Map<String, List<String>> floors, Set<Import> level) {

  private static final String ROOT = "dev.seedance.mock";
  private static final Pattern FLOOR = Pattern.compile("subgraph (\\w+)(?:\\[\".*\"])?");
  private static final Pattern IMPORT = Pattern.compile("(\\S+) --> (\\S+)");
  private static final Pattern PACKAGE = Pattern.compile("[a-z.]+");

  /** One package imports another. */
  record Import(String from, String to) implements Comparable<Import> {
    @Override
    public int compareTo(Import other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return from + " --> " + to;
    }
  }

  static MockFloors parse(String diagram) {
    Map<String, List<String>> floors = new LinkedHashMap<>();
    Set<Import> level = new TreeSet<>();
    List<String> floor = new ArrayList<>();
    for (String line : diagram.lines().map(String::strip).toList()) {
      Matcher arrow = IMPORT.matcher(line);
      if (FLOOR.matcher(line).matches()) {
        floor = new ArrayList<>();
        floors.put(line, floor);
      } else if (arrow.matches()) {
        level.add(new Import(arrow.group(1), arrow.group(2)));
      } else if (PACKAGE.matcher(line).matches() && !line.equals("end")) {
        floor.add(line);
      }
    }
    return new MockFloors(floors, level);
  }

  /** The same floors with the packages and imports of these classes; a new package on the roof. */
  MockFloors redrawn(JavaClasses classes) {
    Set<String> packages =
        classes.stream().map(MockFloors::nameOf).collect(Collectors.toCollection(TreeSet::new));
    Map<String, List<String>> redrawn = new LinkedHashMap<>();
    floors.forEach(
        (floor, names) -> redrawn.put(floor, names.stream().filter(packages::remove).toList()));
    redrawn.computeIfPresent(
        redrawn.keySet().iterator().next(),
        (roof, names) -> Stream.concat(names.stream(), packages.stream()).toList());
    return new MockFloors(redrawn, new MockFloors(redrawn, Set.of()).notDown(classes));
  }

  String text() {
    return Stream.of(
                Stream.of("graph TD"),
                floors.entrySet().stream().flatMap(MockFloors::lines),
                Stream.of(
                    "  " + floors.keySet().stream().map(MockFloors::id).collect(joining(" ~~~ "))),
                level.stream().map(arrow -> "  " + arrow))
            .flatMap(lines -> lines)
            .collect(joining("\n"))
        + "\n";
  }

  private Set<Import> notDown(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> isOurs(dependency.getTargetClass()))
        .map(
            dependency ->
                new Import(
                    nameOf(dependency.getOriginClass()), nameOf(dependency.getTargetClass())))
        .filter(arrow -> !arrow.from().equals(arrow.to()))
        .filter(arrow -> height(arrow.from()) <= height(arrow.to()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int height(String name) {
    List<List<String>> down = List.copyOf(floors.values());
    for (int at = 0; at < down.size(); at++) {
      if (down.get(at).contains(name)) {
        return down.size() - at;
      }
    }
    throw new IllegalArgumentException(name + " stands on no floor");
  }

  private static Stream<String> lines(Map.Entry<String, List<String>> floor) {
    return Stream.of(
            Stream.of("  " + floor.getKey()),
            floor.getValue().stream().map(name -> "    " + name),
            Stream.of("  end"))
        .flatMap(lines -> lines);
  }

  private static String id(String floor) {
    Matcher matcher = FLOOR.matcher(floor);
    return matcher.matches() ? matcher.group(1) : floor;
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".");
  }

  /** The name of a class's package below the root; {@code mock} for the root itself. */
  private static String nameOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "mock" : name.substring(ROOT.length() + 1);
  }
}
