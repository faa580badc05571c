package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seedance.mock.http.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/**
 * The document of a snapshot, written piece by piece while it is read. Only one piece is in memory,
 * such as one uploaded file.
 */
final class SnapshotStream extends InputStream {

  /** Writes the next piece. */
  @FunctionalInterface
  private interface Piece {
    void write(JsonGenerator out) throws IOException;
  }

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final JsonGenerator out;
  private InputStream ready = InputStream.nullInputStream();

  /** Creates a document of states by the names of their parts, in this order. */
  SnapshotStream(int version, Map<String, Object> states) throws IOException {
    out = StrictJson.MAPPER.createGenerator(written);
    pieces.add(
        begin -> {
          begin.writeStartObject();
          begin.writeNumberField("version", version);
          begin.writeObjectFieldStart("parts");
        });
    states.forEach(this::add);
    pieces.add(
        end -> {
          end.writeEndObject();
          end.writeEndObject();
        });
  }

  private void add(String name, Object state) {
    if (!(state instanceof Object[] list)) {
      pieces.add(next -> next.writePOJOField(name, state));
      return;
    }
    pieces.add(next -> next.writeArrayFieldStart(name));
    Arrays.stream(list).<Piece>map(element -> next -> next.writePOJO(element)).forEach(pieces::add);
    pieces.add(JsonGenerator::writeEndArray);
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? ready.read() : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    return hasMore() ? ready.read(bytes, from, length) : -1;
  }

  /** Writes the next piece if none is left to read; tells if there is more. */
  private boolean hasMore() throws IOException {
    while (ready.available() == 0 && !pieces.isEmpty()) {
      pieces.remove().write(out);
      out.flush();
      ready = new ByteArrayInputStream(written.toByteArray());
      written.reset();
    }
    return ready.available() > 0;
  }
}
