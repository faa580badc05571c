package dev.seedance.mock.upload;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/** The response to an upload. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record UploadResponse(String id, String url, String mimeType, long size) {}
