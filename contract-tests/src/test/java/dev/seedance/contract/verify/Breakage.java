package dev.seedance.contract.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fault in an exchange: it may change the request, repeat it or drop it, and change the response.
 */
@FunctionalInterface
interface Breakage {

  ObjectMapper JSON = new ObjectMapper();

  /** No fault. */
  Breakage NONE = (request, server) -> server.apply(request);

  Message response(Message request, Function<Message, Message> server);

  /**
   * A request or a response.
   *
   * @param start method and path of a request, the status of a response
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Message(String start, Map<String, String> headers, byte[] body) {

    public Message {
      var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(headers);
      headers = copy;
    }

    int status() {
      return Integer.parseInt(start);
    }

    @Nullable String header(String name) {
      return headers.get(name);
    }

    JsonNode json() {
      try {
        JsonNode node = JSON.readTree(body);
        return node == null ? MissingNode.getInstance() : node;
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Message start(Object other) {
      return new Message(other.toString(), headers, body);
    }

    Message body(byte[] other) {
      return new Message(start, headers, other);
    }

    Message body(String other) {
      return body(other.getBytes(StandardCharsets.UTF_8));
    }

    Message body(JsonNode other) {
      return body(other.toString());
    }

    Message header(String name, @Nullable String value) {
      var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      changed.putAll(headers);
      changed.remove(name);
      if (value != null) {
        changed.put(name, value);
      }
      return new Message(start, changed, body);
    }

    /** Returns the message with its JSON object changed; unchanged if it is none. */
    Message change(Consumer<ObjectNode> change) {
      if (json() instanceof ObjectNode object) {
        change.accept(object);
        return body(object);
      }
      return this;
    }
  }

  /** Changes the responses to some requests. */
  static Breakage responses(Predicate<Message> which, UnaryOperator<Message> change) {
    return (request, server) -> {
      Message response = server.apply(request);
      return which.test(request) ? change.apply(response) : response;
    };
  }

  /** Changes some requests. */
  static Breakage requests(Predicate<Message> which, UnaryOperator<Message> change) {
    return (request, server) -> server.apply(which.test(request) ? change.apply(request) : request);
  }

  /** Changes the tasks in responses to submits and polls. */
  static Breakage tasks(Consumer<ObjectNode> change) {
    return tasks(task -> true, change);
  }

  /** Changes some of the tasks in responses to submits and polls. */
  static Breakage tasks(Predicate<JsonNode> which, Consumer<ObjectNode> change) {
    return responses(
        Breakage::isGeneration,
        response ->
            response.status() == 200
                ? response.change(
                    task -> {
                      if (which.test(task)) {
                        change.accept(task);
                      }
                    })
                : response);
  }

  /** Changes responses with a status. */
  static Breakage status(int status, UnaryOperator<Message> change) {
    return responses(
        request -> true,
        response -> response.status() == status ? change.apply(response) : response);
  }

  /** Sets members of the object at a path below a response's root. */
  static BiConsumer<ObjectNode, Object> put(String member) {
    return (object, value) -> object.putPOJO(member, value);
  }

  static boolean isGeneration(Message request) {
    return request.start().contains("/v1/videos/generations");
  }

  static boolean isSubmit(Message request) {
    return request.start().startsWith("POST /v1/videos/generations");
  }

  static boolean isPoll(Message request) {
    return request.start().startsWith("GET /v1/videos/generations/");
  }
}
