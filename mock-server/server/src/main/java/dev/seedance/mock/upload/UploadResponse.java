package dev.seedance.mock.upload;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/** An uploaded file, as it goes over the wire. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record UploadResponse(String id, String url, String mimeType, long size) {}
