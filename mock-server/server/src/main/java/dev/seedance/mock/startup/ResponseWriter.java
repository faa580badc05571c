package dev.seedance.mock.startup;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seedance.mock.account.BillingResponse;
import dev.seedance.mock.generation.TaskResponse;
import dev.seedance.mock.http.ErrorBody;
import dev.seedance.validator.Violation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes tasks and errors as Jackson's object mapper would, without one. A test holds both to the
 * same bytes.
 */
final class ResponseWriter {

  /** Writes any value. */
  interface Rest {
    void write(Object value, JsonGenerator json) throws IOException;
  }

  private final Rest rest;

  ResponseWriter(Rest rest) {
    this.rest = rest;
  }

  boolean writes(Object value) {
    return value instanceof TaskResponse || value instanceof ErrorBody;
  }

  void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof TaskResponse task) {
      write(task, json);
    } else if (value instanceof ErrorBody body) {
      write(body.error(), json);
    }
  }

  private void write(TaskResponse task, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", task.id());
    writeIfPresent("client_business_id", task.clientBusinessId(), json);
    json.writeStringField("object", task.object());
    json.writeStringField("model", task.model());
    json.writeStringField("status", task.status());
    json.writeNumberField("progress", task.progress());
    json.writeNumberField("created_at", task.createdAt());
    if (task.completedAt() != null) {
      json.writeNumberField("completed_at", task.completedAt());
    }
    if (task.expiresAt() != null) {
      json.writeNumberField("expires_at", task.expiresAt());
    }
    if (task.result() != null) {
      json.writeFieldName("result");
      write(task.result(), json);
    }
    if (task.billing() != null) {
      json.writeFieldName("billing");
      write(task.billing(), json);
    }
    if (task.error() != null) {
      json.writeFieldName("error");
      rest.write(task.error(), json);
    }
    json.writeEndObject();
  }

  private static void write(BillingResponse billing, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", billing.status());
    writeIfPresent("credits", billing.credits(), json);
    writeIfPresent("cost_usd", billing.costUsd(), json);
    json.writeEndObject();
  }

  private static void write(TaskResponse.Result result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", result.type());
    json.writeArrayFieldStart("data");
    for (TaskResponse.Video video : result.data()) {
      json.writeStartObject();
      json.writeStringField("url", video.url());
      json.writeStringField("format", video.format());
      writeIfPresent("last_frame_url", video.lastFrameUrl(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ErrorBody.Detail error, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
    json.writeStringField("code", error.code());
    json.writeStringField("message", error.message());
    json.writeStringField("type", error.type());
    writeIfPresent("param", error.param(), json);
    if (!error.violations().isEmpty()) {
      json.writeArrayFieldStart("violations");
      for (Violation violation : error.violations()) {
        write(violation, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(Violation violation, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", violation.rule());
    json.writeStringField("severity", violation.severity().json());
    json.writeStringField("pointer", violation.pointer());
    json.writeStringField("message", violation.message());
    json.writeFieldName("value");
    writeValue(violation.value(), json);
    json.writeArrayFieldStart("allowed");
    for (Object allowed : violation.allowed()) {
      writeValue(allowed, json);
    }
    json.writeEndArray();
    writeIfPresent("accepted_since", violation.acceptedSince(), json);
    json.writeEndObject();
  }

  private void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else {
      rest.write(value, json);
    }
  }

  private static void writeIfPresent(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
