package dev.seedance.contract.stores;

import java.nio.file.Path;
import java.util.List;

/**
 * A store of servers.
 *
 * @param name for people
 * @param options of the servers that use it
 */
record Storage(String name, List<String> options) {

  static Storage memory() {
    return new Storage("memory", List.of());
  }

  static Storage file(Path folder) {
    return new Storage("file", List.of("--data", folder.toString()));
  }
}
