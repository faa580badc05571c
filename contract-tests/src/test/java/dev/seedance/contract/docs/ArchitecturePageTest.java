package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seedance.contract.docs.MockFloors.Import;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/architecture.md} draws the mock's packages as they import each other.
 *
 * <p>Every package stands on a floor, every import leads down, and those between two packages of
 * one floor are drawn as arrows.
 */
class ArchitecturePageTest {

  private static final JavaClasses MOCK =
      new ClassFileImporter()
          .importPath(
              Page.ROOT.resolve("mock-server/server/target/classes/dev")); // drivers lie beside

  @Test
  void the_floors_of_the_mock_are_drawn_as_they_are() {
    String drawn = diagram();
    String real = MockFloors.parse(drawn).redrawn(MOCK).text();
    assertThat(drawn)
        .as("the floors in docs/architecture.md; from the classes they are%n%s", real)
        .isEqualTo(real);
  }

  @Test
  void no_import_leads_up() {
    MockFloors floors = MockFloors.parse(diagram()).redrawn(MOCK);
    List<List<String>> down = List.copyOf(floors.floors().values());
    assertThat(floors.level())
        .allSatisfy(
            arrow ->
                assertThat(down)
                    .as("%s, on one floor", arrow)
                    .anySatisfy(floor -> assertThat(floor).contains(arrow.from(), arrow.to())));
  }

  @Test
  void a_diagram_is_read_as_it_is_written() {
    String diagram =
        """
        graph TD
          subgraph roof
            cli
            startup
          end
          subgraph ground["the ground"]
            time
            http.netty
          end
          roof ~~~ ground
          startup --> cli
        """;
    MockFloors floors = MockFloors.parse(diagram);
    assertThat(floors.floors().values())
        .containsExactly(List.of("cli", "startup"), List.of("time", "http.netty"));
    assertThat(floors.level()).containsExactly(new Import("startup", "cli"));
    assertThat(floors.text()).isEqualTo(diagram);
  }

  private static String diagram() {
    return Page.of("docs/architecture.md").listings().stream()
        .map(Listing::text)
        .filter(text -> text.contains("subgraph "))
        .findFirst()
        .orElseThrow();
  }
}
