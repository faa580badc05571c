package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Listener;
import dev.seedance.contract.verify.Result;
import java.io.PrintWriter;

/** The progress of a run: one line that changes on a terminal, a line a group elsewhere. */
abstract class Progress implements Listener, AutoCloseable {

  final PrintWriter out;

  private Progress(PrintWriter out) {
    this.out = out;
  }

  static Progress of(PrintWriter out, boolean terminal, long total) {
    return terminal ? new OnTerminal(out, total) : new InLines(out);
  }

  @Override
  public void ended(Result result) {}

  @Override
  public abstract void close();

  private static final class OnTerminal extends Progress {

    private static final String CLEAR = "\r\u001B[K";

    private final long total;
    private int begun;

    OnTerminal(PrintWriter out, long total) {
      super(out);
      this.total = total;
    }

    @Override
    public void begins(Check check) {
      begun++;
      out.print(CLEAR + begun + "/" + total + " " + check.id());
      out.flush();
    }

    @Override
    public void close() {
      out.print(CLEAR);
      out.flush();
    }
  }

  private static final class InLines extends Progress {

    private String group = "";

    InLines(PrintWriter out) {
      super(out);
    }

    @Override
    public void begins(Check check) {
      if (!check.group().equals(group)) {
        group = check.group();
        out.println("verifying " + group + " …");
        out.flush();
      }
    }

    @Override
    public void close() {}
  }
}
