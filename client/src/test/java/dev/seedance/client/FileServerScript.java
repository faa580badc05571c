package dev.seedance.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of the scripts in file-servers.md. */
public final class FileServerScript {

  private static final int SIZE = 4200;
  private static final byte[] FILE = file(7);
  private static final byte[] OTHER = file(8);
  private static final Pattern BYTES = Pattern.compile("(other:)?(\\d+)-(\\d+)");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+):(.*)");

  private static final Map<String, byte[]> CONTENT =
      Map.of(
          "none", new byte[0],
          "html", latin("\r\n <!DOCTYPE html><title>Please log in</title>"),
          "marked-html", latin("\u00EF\u00BB\u00BF<html>"),
          "json", latin("{\"error\":{\"code\":\"AccessDenied\"}}"),
          "xml", latin("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"),
          "gzip", latin("\u001f\u008b\u0008\u0000\u0000"),
          "byteranges", latin("--b\r\nContent-Range: bytes 1500-1501/4200\r\n\r\nxx\r\n--b--\r\n"));

  private FileServerScript() {}

  /** Reads the responses of a script. */
  public static List<Reply> of(String script) {
    return Arrays.stream(script.split(", ", -1)).map(FileServerScript::reply).toList();
  }

  /** Returns the file that a result such as {@code saved other} means. */
  public static byte[] saved(String result) {
    return switch (result) {
      case "saved" -> FILE;
      case "saved other" -> OTHER;
      default -> Arrays.copyOf(FILE, Integer.parseInt(result.replace("saved first ", "")));
    };
  }

  private static Reply reply(String words) {
    List<String> all = List.of(words.split(" ", -1));
    Reply reply = Reply.bytes(Integer.parseInt(all.get(0)), content(all.get(1)));
    for (String word : all.subList(2, all.size())) {
      reply = with(reply, word);
    }
    return reply;
  }

  private static Reply with(Reply reply, String word) {
    Matcher header = HEADER.matcher(word);
    if (word.startsWith("range=")) {
      return reply.with("Content-Range", value(word));
    } else if (word.startsWith("tag=")) {
      return reply.with("ETag", value(word));
    } else if (word.startsWith("promise=")) {
      return reply.promise(Integer.parseInt(value(word)));
    } else if (header.matches()) {
      return reply.with(header.group(1), header.group(2).replace('_', ' '));
    }
    return switch (word) {
      case "no-length" -> reply.withoutLength();
      case "chunked" -> reply.chunked();
      case "cut" -> reply.thenClose();
      case "reset" -> reply.thenReset();
      case "stall" -> reply.thenStall();
      case "endless-chunks" -> reply.thenStall().chunked().forEver();
      default -> throw new IllegalArgumentException("no word of a script: " + word);
    };
  }

  private static byte[] content(String word) {
    Matcher bytes = BYTES.matcher(word);
    if (bytes.matches()) {
      return Arrays.copyOfRange(
          bytes.group(1) == null ? FILE : OTHER,
          Integer.parseInt(bytes.group(2)),
          Integer.parseInt(bytes.group(3)) + 1);
    }
    byte[] content = CONTENT.get(word);
    if (content == null) {
      throw new IllegalArgumentException("no content of a script: " + word);
    }
    return content;
  }

  private static String value(String word) {
    return word.substring(word.indexOf('=') + 1).replace('_', ' ');
  }

  /** Returns bytes that begin as those of an MP4. */
  private static byte[] file(long seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    byte[] head = latin("\u0000\u0000\u0000\u0018ftypisom");
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
