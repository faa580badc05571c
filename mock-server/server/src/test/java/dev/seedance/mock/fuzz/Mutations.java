package dev.seedance.mock.fuzz;

import java.util.List;
import java.util.Random;

/** Breaks requests in a few places. */
final class Mutations {

  private static final List<String> TOKENS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\u0000",
          " ",
          "\t",
          ":",
          "\r\n\r\n",
          "\u00ff\u00fe",
          "Content-Length: 5\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: 70000000\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: gzip, chunked\r\n",
          "Host: shop.example\r\n",
          "Expect: 100-continue\r\n",
          "Connection: close\r\n",
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n",
          " folded: x\r\n",
          ": no name\r\n",
          "HTTP/2.0",
          "HTTP/0.9",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "%",
          "%zz",
          "{",
          "\"",
          "fffffffffffffffff\r\n");

  private final Random random;
  private final RequestGrammar grammar;

  Mutations(Random random, RequestGrammar grammar) {
    this.random = random;
    this.grammar = grammar;
  }

  /** Returns a broken request: nobody knows how many responses it has. */
  FuzzedRequest of(FuzzedRequest request) {
    var text = new StringBuilder(request.text());
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutate(text);
    }
    return new FuzzedRequest(text.toString(), false);
  }

  private void mutate(StringBuilder text) {
    int from = at(text);
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    switch (random.nextInt(7)) {
      case 0 -> text.insert(from, TOKENS.get(random.nextInt(TOKENS.size())));
      case 1 -> text.delete(from, to);
      case 2 -> text.insert(from, text.substring(from, to));
      case 3 -> text.replace(from, to, Character.toString(random.nextInt(256)));
      case 4 -> text.setLength(from);
      case 5 -> text.append(grammar.next().text());
      default -> insertHeader(text);
    }
  }

  /** Inserts a token where a header begins. */
  private void insertHeader(StringBuilder text) {
    int line = text.indexOf("\r\n");
    if (line >= 0) {
      text.insert(line + 2, TOKENS.get(random.nextInt(TOKENS.size())));
    }
  }

  /** Chooses a place, mostly in the head. */
  private int at(StringBuilder text) {
    int end = random.nextInt(4) == 0 ? text.length() : Math.min(text.length(), 200);
    return end == 0 ? 0 : random.nextInt(end);
  }
}
