package dev.seedance.contract.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.docs.Programs;
import dev.seedance.contract.published.SentBodies.Body;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The zod schemas that a public generator makes of the contract, and a program that asks them. */
final class ZodSchemas {

  private static final String CHECK =
      """
      import { readFileSync } from "node:fs";
      import * as schemas from "./schemas/zod.gen.js";

      for (const { schema, text } of JSON.parse(readFileSync("bodies.json", "utf8"))) {
        const read = schemas[`z${schema}`].safeParse(JSON.parse(text));
        if (!read.success) console.log(schema, text, JSON.stringify(read.error.issues));
      }
      """;

  private final Path folder;

  private ZodSchemas(Path folder) {
    this.folder = folder;
  }

  /** Generates them; leaves the test out if the packages of npm are not installed. */
  static ZodSchemas generate(Path folder) throws Exception {
    Programs.require(
        Files.exists(Programs.NODE_MODULES.resolve(".bin/openapi-ts")), "openapi-ts from npm");
    Files.createSymbolicLink(folder.resolve("node_modules"), Programs.NODE_MODULES);
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
    Files.writeString(folder.resolve("check.ts"), CHECK);
    try (var document = ApiSpec.openApiJson().openStream()) {
      Files.copy(document, folder.resolve("openapi.json"));
    }
    var schemas = new ZodSchemas(folder);
    schemas.run("openapi-ts", "-i", "openapi.json", "-o", "schemas", "-p", "zod");
    return schemas;
  }

  /** Returns a line for each body that its schema refuses. */
  List<String> refused(List<Body> bodies) throws Exception {
    new ObjectMapper().writeValue(folder.resolve("bodies.json").toFile(), bodies);
    return run("tsx", "check.ts").lines().toList();
  }

  private String run(String program, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add("node_modules/.bin/" + program);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", command, printed).isZero();
    return printed;
  }
}
