package dev.seedance.client.cli;

import java.io.PrintWriter;

/** One line a change, for logs and pipes. */
final class ProgressInLines implements Progress {

  private final PrintWriter err;
  private String last = "";

  ProgressInLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(int percent, String status) {
    note(status + " " + percent + " %");
  }

  @Override
  public synchronized void note(String line) {
    if (!line.equals(last)) {
      err.println(line);
      err.flush();
      last = line;
    }
  }

  @Override
  public void close() {}
}
