import dev.seedance.validator.*;
import dev.seedance.validator.constraint.*;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The code around the listings of docs/validator.md: a body, a validator and a type. */
class Frame {

  static byte[] body =
      "{\"model\": \"seedance-2-mini\", \"duration\": 5}".getBytes(StandardCharsets.UTF_8);

  @SupportedModel
  @SupportedDuration
  @ValidCallback
  record Order(String model, Integer duration, String callbackUrl) implements GenerationFields {}

  static class Context {
    RequestValidator validator = RequestValidator.create();
  }

  static class Run extends Context {
    void run() throws Exception {
      // statements
    }
  }

  static class Types {
    // types
  }

  public static void main(String[] arguments) throws Exception {
    new Run().run();
  }
}
