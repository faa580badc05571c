package dev.seedance.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One entry of a script. */
public final class Reply {

  private static final int UNTOLD = Integer.MIN_VALUE;

  private final int status;
  private final List<String> headers;
  private final byte[] body;
  private final int promised;
  private final Ending ending;
  private final Runnable meanwhile;

  private enum Ending {
    WAIT_FOR_THE_NEXT_CALL,
    STALL,
    CLOSE,
    RESET,
    ENDLESS
  }

  private Reply(
      int status,
      List<String> headers,
      byte[] body,
      int promised,
      Ending ending,
      Runnable meanwhile) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.promised = promised;
    this.ending = ending;
    this.meanwhile = meanwhile;
  }

  public static Reply json(int status, String body) {
    return bytes(status, body.getBytes(StandardCharsets.UTF_8))
        .with("Content-Type", "application/json");
  }

  public static Reply text(int status, String contentType, String body) {
    return bytes(status, body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", contentType);
  }

  public static Reply bytes(int status, byte[] body) {
    return new Reply(status, List.of(), body, body.length, Ending.WAIT_FOR_THE_NEXT_CALL, () -> {});
  }

  /** Returns a task in a status; extra members start with a comma. */
  public static Reply task(String status, int progress, String extra) {
    return json(
        200,
        """
        {"id":"tsk_vid_1","object":"generation.task","model":"seedance-2","status":"%s","progress":%d,\
        "created_at":1783953000%s}"""
            .formatted(status, progress, extra));
  }

  public static Reply stored() {
    return json(200, "{\"success\":true,\"data\":{\"id\":\"u\",\"url\":\"https://f.example/u\"}}");
  }

  public static Reply queued() {
    return task("queued", 0, "");
  }

  public static Reply inProgress(int progress) {
    return task("in_progress", progress, "");
  }

  public static Reply completed(String videoUrl) {
    return task(
        "completed",
        100,
        ",\"completed_at\":1783953128,\"expires_at\":1784039528,\"result\":{\"type\":\"video\",\"data\":"
            + "[{\"url\":\""
            + videoUrl
            + "\",\"format\":\"mp4\"}]}");
  }

  public static Reply failed() {
    return task(
        "failed",
        0,
        ",\"error\":{\"code\":\"generation_failed\",\"message\":\"The output was turned down.\"}");
  }

  public static Reply error(int status, String code, String message) {
    return json(
        status,
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"type\":\"api_error\"}}"
            .formatted(code, message));
  }

  /** Breaks the connection after this reply's content, though more was promised. */
  public Reply butPromise(int length) {
    return new Reply(status, headers, body, length, Ending.CLOSE, meanwhile);
  }

  /** Promises another number of bytes than it sends. */
  public Reply promise(int length) {
    return new Reply(status, headers, body, length, ending, meanwhile);
  }

  /** Sends nothing more, and leaves the connection open. */
  public Reply thenStall() {
    return new Reply(status, headers, body, promised, Ending.STALL, meanwhile);
  }

  /** Closes the connection without having announced it. */
  public Reply thenClose() {
    return new Reply(status, headers, body, promised, Ending.CLOSE, meanwhile);
  }

  /** Breaks the connection so that the client's system reports it. */
  public Reply thenReset() {
    return new Reply(status, headers, body, promised, Ending.RESET, meanwhile);
  }

  /** Sends the content again and again, until the client hangs up. */
  public Reply forEver() {
    return new Reply(status, headers, body, promised, Ending.ENDLESS, meanwhile);
  }

  /** Does not tell how long the content is. */
  public Reply withoutLength() {
    return new Reply(status, headers, body, UNTOLD, ending, meanwhile);
  }

  /** Sends the content in one chunk; the last chunk follows unless the connection is to break. */
  public Reply chunked() {
    byte[] size = (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    String end = ending == Ending.WAIT_FOR_THE_NEXT_CALL ? "\r\n0\r\n\r\n" : "\r\n";
    var content = new ByteArrayOutputStream();
    content.writeBytes(size);
    content.writeBytes(body);
    content.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
    return new Reply(status, headers, content.toByteArray(), UNTOLD, ending, meanwhile)
        .with("Transfer-Encoding", "chunked");
  }

  /** Adds a header, beside one of the same name. */
  public Reply with(String header, String value) {
    var more = new ArrayList<>(headers);
    more.add(header + ": " + value);
    return new Reply(status, more, body, promised, ending, meanwhile);
  }

  /** Does something between the call and its response. */
  public Reply meanwhile(Runnable action) {
    return new Reply(status, headers, body, promised, ending, action);
  }

  void send(Socket connection) throws IOException {
    meanwhile.run();
    var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    headers.forEach(header -> head.append(header + "\r\n"));
    if (promised != UNTOLD) {
      head.append("Content-Length: " + promised + "\r\n");
    }
    OutputStream out = connection.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    do {
      out.write(body);
      out.flush();
    } while (ending == Ending.ENDLESS);
    switch (ending) {
      case CLOSE -> {
        connection.shutdownOutput();
        connection.close();
      }
      case RESET -> {
        connection.setSoLinger(true, 0);
        connection.close();
      }
      case WAIT_FOR_THE_NEXT_CALL, STALL, ENDLESS -> {}
    }
  }
}
