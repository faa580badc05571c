package dev.seedance.mock.http;

/** Every refusal that the server knows: HTTP status, code and type of the error body. */
public enum ErrorCode {
  INVALID_REQUEST(400, "invalid_request", "invalid_request_error"),
  WEBHOOK_NOT_CONFIGURED(400, "webhook_not_configured", "invalid_request_error"),
  UNAUTHORIZED(401, "unauthorized", "authentication_error"),
  INSUFFICIENT_QUOTA(402, "insufficient_quota", "payment_required"),
  ORIGIN_NOT_ALLOWED(403, "origin_not_allowed", "invalid_request_error"),
  TASK_NOT_FOUND(404, "task_not_found", "not_found_error"),
  MODEL_NOT_FOUND(404, "model_not_found", "not_found_error"),
  NOT_FOUND(404, "not_found", "not_found_error"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "invalid_request_error"),
  TASK_FINAL(409, "task_final", "invalid_request_error"),
  RESULT_EXPIRED(410, "result_expired", "not_found_error"),
  REQUEST_TOO_LARGE(413, "request_too_large", "invalid_request_error"),
  RATE_LIMIT_EXCEEDED(429, "rate_limit_exceeded", "rate_limit_error"),
  INTERNAL_ERROR(500, "internal_error", "api_error"),
  RATE_LIMIT_UNAVAILABLE(503, "rate_limit_unavailable", "api_error");

  private final int status;
  private final String code;
  private final String type;

  ErrorCode(int status, String code, String type) {
    this.status = status;
    this.code = code;
    this.type = type;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the code for programs, such as {@code task_not_found}. */
  public String code() {
    return code;
  }

  /** Returns the family of the code, such as {@code not_found_error}. */
  public String type() {
    return type;
  }
}
