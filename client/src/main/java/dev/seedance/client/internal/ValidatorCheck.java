package dev.seedance.client.internal;

import dev.seedance.client.RequestCheck;
import dev.seedance.client.model.Violation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Uses the toolkit's validator where it is on the class path. */
public final class ValidatorCheck implements RequestCheck {

  private static final System.Logger LOG = System.getLogger("dev.seedance.client");
  private static final RequestCheck FOUND = find();

  private final Object validator;
  private final Method validate;

  private ValidatorCheck(Object validator) throws ReflectiveOperationException {
    this.validator = validator;
    this.validate = validator.getClass().getMethod("validate", byte[].class);
  }

  /** The validator, or no check where it is not there. */
  public static RequestCheck orNone() {
    return FOUND;
  }

  @Override
  public List<Violation> check(byte[] json) {
    try {
      Object report = validate.invoke(validator, json);
      var violations = new ArrayList<Violation>();
      for (Object violation : (List<?>) report.getClass().getMethod("violations").invoke(report)) {
        violations.add(Json.MAPPER.convertValue(violation, Violation.class));
      }
      return violations;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the validator on the class path does not fit", e);
    }
  }

  private static RequestCheck find() {
    try {
      Class<?> door = Class.forName("dev.seedance.validator.RequestValidator");
      return new ValidatorCheck(door.getMethod("create").invoke(null));
    } catch (ClassNotFoundException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "seedance-validator is not on the class path: requests are checked by the server only");
      return RequestCheck.none();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the validator on the class path does not fit", e);
    }
  }
}
