package dev.seedance.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that fills up. */
final class ProgressOnTerminal implements Progress {

  private static final int REDRAW_MILLIS = 500;

  private @Nullable ProgressBar bar;

  @Override
  public synchronized void at(int percent, String status) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("video")
              .setInitialMax(100)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .continuousUpdate()
              .hideEta()
              .setConsumer(new ConsoleProgressBarConsumer(terminal()))
              .build();
    }
    bar.setExtraMessage(status);
    bar.stepTo(percent);
  }

  /** The bar moves the cursor, which System.err does for nobody. */
  private static PrintStream terminal() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void note(String line) {
    if (bar == null) {
      System.err.println(line);
    } else {
      bar.setExtraMessage(line);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
