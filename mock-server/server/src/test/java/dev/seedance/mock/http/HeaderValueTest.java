package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderValueTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "form-data; name=file                                  | file",
        "form-data; NAME = \"file\"                            | file",
        "form-data;name=file;filename=x.png                    | file",
        "form-data; name=\"file\"; filename=\"pet name=Rex.png\" | file",
        "form-data; filename=\"pet name=Rex.png\"; name=\"file\" | file",
        "form-data; filename=\"a; name=other.png\"; name=file  | file",
        "form-data; filename=\"say \\\"name=x\\\".png\"; name=file | file",
        "form-data; filename*=UTF-8''n%20name=x; name=file     | file",
        "form-data; filename=name=x; name=file                 | file",
        "form-data; ; name=file                                | file",
        "form-data; name=\"a \\\"b\\\" c\"                     | a \"b\" c",
        "form-data; name=\"\"                                  | ``",
        "form-data; name=one; name=two                         | one"
      })
  void a_name_is_found_beside_any_other_parameter(String header, String name) {
    assertThat(HeaderValue.parse(header).parameters()).containsEntry("name", name);
  }

  @ParameterizedTest
  @CsvSource({"form-data", "form-data; filename=\"name=x\"", "form-data; \"name=x", "name=file"})
  void what_only_looks_like_a_name_is_none(String header) {
    assertThat(HeaderValue.parse(header).parameters()).doesNotContainKey("name");
  }

  @Property(tries = 500)
  void a_quoted_text_stays_what_it_is(@ForAll String text) {
    String quoted = text.replaceAll("[\r\n\u0085\u2028\u2029]", " ");
    String header =
        "form-data; filename=\""
            + quoted.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"; name=file";
    assertThat(HeaderValue.parse(header).parameters())
        .containsEntry("filename", quoted)
        .containsEntry("name", "file");
  }
}
