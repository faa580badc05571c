package dev.seedance.contract.launcher;

import dev.seedance.contract.docs.Programs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shells of this machine. {@code SEEDANCE_REQUIRE_SHELLS} names those that must be there, apart
 * by commas; a path to another one, such as a bash 3.2, may stand among them.
 */
final class Shells {

  private static final List<List<String>> KNOWN =
      List.of(List.of("sh"), List.of("dash"), List.of("busybox", "sh"), List.of("bash"));

  private Shells() {}

  static List<List<String>> found() {
    String required = System.getenv().getOrDefault("SEEDANCE_REQUIRE_SHELLS", "");
    Stream<List<String>> there = KNOWN.stream().filter(Shells::runs);
    Stream<List<String>> needed =
        Arrays.stream(required.split(","))
            .filter(name -> !name.isBlank())
            .map(name -> List.of(name.strip().split(" ")));
    return Stream.concat(there, needed).distinct().toList();
  }

  private static boolean runs(List<String> shell) {
    return Programs.runs(
        Stream.concat(shell.stream(), Stream.of("-c", "exit 0")).toArray(String[]::new));
  }
}
