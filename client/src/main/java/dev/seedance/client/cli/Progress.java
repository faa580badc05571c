package dev.seedance.client.cli;

/** Shows how far a task is. */
interface Progress extends AutoCloseable {

  /** The task is so far. */
  void at(int percent, String status);

  /** Something else to tell. */
  void note(String line);

  /** Ends the display; calling it again does nothing. */
  @Override
  void close();

  /** Shows nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public void at(int percent, String status) {}

      @Override
      public void note(String line) {}

      @Override
      public void close() {}
    };
  }
}
