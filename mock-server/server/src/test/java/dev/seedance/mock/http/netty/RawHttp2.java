package dev.seedance.mock.http.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection of HTTP/2 whose frames are written and read as they are. */
final class RawHttp2 implements AutoCloseable {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PATIENCE_MILLIS = 20_000;

  /** A frame that the server has sent. */
  record Frame(int type, int stream, ByteBuffer payload) {}

  private final SSLSocket socket;
  private final DataInputStream in;

  private RawHttp2(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /**
   * Connects to a server.
   *
   * @param settings of the client, by their numbers
   */
  static RawHttp2 to(TestServer server, Map<Integer, Integer> settings) throws IOException {
    var factory = TlsClient.context(server.get("/_mock/ca.pem").text()).getSocketFactory();
    var address = server.tlsUrl();
    var socket = (SSLSocket) factory.createSocket(address.getHost(), address.getPort());
    var parameters = new SSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
    assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
    var connection = new RawHttp2(socket);
    socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    var payload = ByteBuffer.allocate(6 * settings.size());
    settings.forEach((id, value) -> payload.putShort(id.shortValue()).putInt(value));
    connection.write(SETTINGS, 0, 0, payload.array());
    return connection;
  }

  /** Sends the head of a request, each header as a literal. */
  void request(int stream, boolean whole, String... headers) throws IOException {
    var block = new ByteArrayOutputStream();
    for (String header : headers) {
      int colon = header.indexOf(": ");
      block.write(0);
      block.writeBytes(text(header.substring(0, colon)));
      block.writeBytes(text(header.substring(colon + 2)));
    }
    write(HEADERS, END_HEADERS | (whole ? END_STREAM : 0), stream, block.toByteArray());
  }

  private static byte[] text(String text) {
    return ByteBuffer.allocate(1 + text.length())
        .put((byte) text.length())
        .put(text.getBytes(US_ASCII))
        .array();
  }

  /** Gives up a stream. */
  void reset(int stream) throws IOException {
    write(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
  }

  private void write(int type, int flags, int stream, byte[] payload) throws IOException {
    socket
        .getOutputStream()
        .write(
            ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
  }

  /** Reads frames until one of a type comes. */
  Frame await(int type) throws IOException {
    Frame frame = read();
    while (frame.type() != type) {
      frame = read();
    }
    return frame;
  }

  private Frame read() throws IOException {
    int start = in.readInt();
    in.readByte();
    int stream = in.readInt();
    return new Frame(start & 0xff, stream, ByteBuffer.wrap(in.readNBytes(start >>> 8)));
  }

  /** Reads on until the server has closed the connection. */
  void awaitEnd() throws IOException {
    try {
      while (true) {
        read();
      }
    } catch (EOFException e) {
      // as expected
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
