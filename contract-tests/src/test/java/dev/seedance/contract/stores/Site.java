package dev.seedance.contract.stores;

import dev.seedance.contract.docs.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers that share a store, each at an address that it keeps over all its lives. */
final class Site implements AutoCloseable {

  private final Path folder;
  private final List<String> options;
  private final List<Integer> ports = new ArrayList<>();
  private final List<ServerProcess> servers = new ArrayList<>();

  private Site(Path folder, List<String> options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * Starts servers.
   *
   * @param folder takes their logs
   */
  static Site start(Path folder, int size, Storage storage, String... more) throws IOException {
    List<String> options = new ArrayList<>(storage.options());
    options.addAll(List.of(more));
    var site = new Site(folder, options);
    for (int i = 0; i < size; i++) {
      site.ports.add(Programs.freePort());
      site.servers.add(site.launch(i));
    }
    for (int i = 0; i < size; i++) {
      site.awaitReady(i);
    }
    return site;
  }

  private ServerProcess launch(int index) throws IOException {
    List<String> all = new ArrayList<>(List.of("--port", Integer.toString(ports.get(index))));
    all.addAll(options);
    return ServerProcess.launch(folder.resolve("server-" + index + ".log"), all);
  }

  private void awaitReady(int index) {
    if (!servers.get(index).awaitReady()) {
      throw new AssertionError("server %d did not start%n%s".formatted(index, log()));
    }
  }

  int size() {
    return servers.size();
  }

  String address(int index) {
    return "http://127.0.0.1:" + ports.get(index);
  }

  int port(int index) {
    return ports.get(index);
  }

  ServerProcess server(int index) {
    return servers.get(index);
  }

  /** Starts a server again that has ended; it may not listen yet. */
  void relaunch(int index) throws IOException {
    servers.set(index, launch(index));
  }

  /** Starts a server again that has ended, and waits until it listens. */
  void restart(int index) throws IOException {
    relaunch(index);
    awaitReady(index);
  }

  /** Returns what the servers have written to their error streams. */
  String log() {
    var text = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      text.append("server %d has written:%n%s%n".formatted(i, servers.get(i).log()));
    }
    return text.toString();
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
  }
}
