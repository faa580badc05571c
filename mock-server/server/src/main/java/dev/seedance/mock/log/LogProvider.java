package dev.seedance.mock.log;

import dev.seedance.mock.time.RealTime;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The back end of SLF4J in the runnable jar, through which every library of the server logs. What
 * one of them logs once for each request or connection, callers can make it log without limit.
 */
public final class LogProvider implements SLF4JServiceProvider, ILoggerFactory {

  /** It blames the port for every failure to start; our own message says what is wrong. */
  private static final String SILENT = "io.micronaut.http.server.netty.NettyHttpServer";

  /** No lambda: one would be linked while the server starts. */
  private static final class StandardErr implements Supplier<PrintStream> {
    @Override
    public PrintStream get() {
      return System.err;
    }
  }

  private final BoundedLog log = new BoundedLog(RealTime.ofThisMachine(), new StandardErr());
  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  @Override
  public Logger getLogger(String name) {
    Logger known = loggers.get(name);
    if (known == null) {
      known = new ServerLogger(name, log, name.equals(SILENT));
      loggers.put(name, known); // two of one name would do no harm
    }
    return known;
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return this;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99"; // any 2.0, as SLF4J's own back ends say it
  }

  @Override
  public void initialize() {}
}
