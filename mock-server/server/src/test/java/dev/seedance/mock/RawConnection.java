package dev.seedance.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection whose bytes are read and written as they are: no client hides or adds any. */
public final class RawConnection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final Pattern CHUNKED = Pattern.compile("(?i)transfer-encoding: chunked");
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Connects to a server. */
  public static RawConnection to(URI address) throws IOException {
    return new RawConnection(new Socket(address.getHost(), address.getPort()));
  }

  /** Returns a connection that a server has accepted. */
  static RawConnection accepted(Socket socket) throws IOException {
    return new RawConnection(socket);
  }

  /** Writes a request and returns the response to it. */
  public String exchange(String request) throws IOException {
    write(request);
    return read();
  }

  /** Writes text, each character as one byte. */
  public void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** Reads a message that has no body, whatever its headers say. */
  public String readHead() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append(next(socket.getInputStream()));
    }
    return head.toString();
  }

  /** Reads a message: first line, headers and as much body as they say, without chunk sizes. */
  public String read() throws IOException {
    InputStream in = socket.getInputStream();
    String head = readHead();
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      return head + text(in, Integer.parseInt(length.group(1)));
    }
    return CHUNKED.matcher(head).find() ? head + chunks(in) : head;
  }

  /** Tells if bytes have arrived that were not read. */
  public boolean hasBytes() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** Reads all that comes until the server ends the connection, or "reset" if it resets it. */
  public String readToEnd() throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return "reset";
    }
  }

  /** Tells if the server has ended the connection; waits for either that or another byte. */
  public boolean isAtEnd() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(line(in), 16);
      body.append(text(in, size));
      assertThat(line(in)).as("the end of a chunk").isEmpty();
    } while (size > 0);
    return body.toString();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append(next(in));
    }
    return line.substring(0, line.length() - 2);
  }

  private static char next(InputStream in) throws IOException {
    int next = in.read();
    assertThat(next).as("the connection is open").isNotNegative();
    return (char) next;
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), ISO_8859_1);
  }
}
