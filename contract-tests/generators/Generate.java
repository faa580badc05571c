import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * Runs every client and server generator of the OpenAPI Generator on the class path, each with its
 * defaults, in this one JVM. Writes {@code generated.txt}: a line for each with its name and {@code
 * yes}, or the fault.
 *
 * <p>Usage: {@code java -cp openapi-generator-cli.jar Generate.java SPEC FOLDER}
 */
class Generate {

  private static final List<CodegenType> KINDS = List.of(CodegenType.CLIENT, CodegenType.SERVER);

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    var outcomes = new TreeMap<String, String>();
    for (CodegenConfig generator : ServiceLoader.load(CodegenConfig.class)) {
      if (KINDS.contains(generator.getTag())) {
        outcomes.put(generator.getName(), outcome(generator.getName(), arguments[0], folder));
      }
    }
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("generated.txt"),
        outcomes.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
  }

  private static String outcome(String generator, String spec, Path folder) {
    try {
      var configurator =
          new CodegenConfigurator()
              .setGeneratorName(generator)
              .setInputSpec(spec)
              // Or models need a library that most of these generators do not put into their builds.
              .addAdditionalProperty("openApiNullable", "false")
              .setOutputDir(folder.resolve(generator).toString());
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
      return "yes";
    } catch (Exception | LinkageError | StackOverflowError e) {
      return e.toString().lines().findFirst().orElse("");
    }
  }
}
