package dev.seedance.mock.startup;

import dev.seedance.mock.cli.MockCommand;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;

/** Runs {@code seedance mock} after it has begun what makes the start faster. */
public final class FastStart {

  private FastStart() {}

  /**
   * Runs the command.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    prepare();
    MockCommand.main(args);
  }

  /** Begins what {@link WarmUp} does too, so that the class-data archive has its classes. */
  static void prepare() {
    leaveOutFlightRecorder();
    new ClassLoading().start();
  }

  private static void leaveOutFlightRecorder() {
    if (System.getProperty("jfr.unsupported.vm") == null) {
      System.setProperty("jfr.unsupported.vm", "true");
    }
  }

  /** Loads classes of Micronaut while the options are read. No lambda: the first one takes long. */
  private static final class ClassLoading extends Thread {

    ClassLoading() {
      super("mock-class-loading");
      setDaemon(true);
    }

    @Override
    public void run() {
      ApplicationContext.builder();
      ConversionService.SHARED.canConvert(String.class, Integer.class);
    }
  }
}
