package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The toolkit lives with the versions that the framework's own parent manages. */
class LibrariesTest {

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.databind.ObjectMapper, jackson-2",
    "tools.jackson.databind.ObjectMapper, jackson-3",
    "org.hibernate.validator.HibernateValidator, hibernate-validator"
  })
  void a_shared_library_has_the_frameworks_version(Class<?> member, String library) {
    String managed = System.getProperty("managed." + library);

    assertThat(member.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-" + managed + ".jar");
  }

  @Test
  void no_class_of_the_mock_server_is_on_the_class_path() {
    assertThatThrownBy(() -> Class.forName("dev.seedance.mock.EmbeddedMock"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
