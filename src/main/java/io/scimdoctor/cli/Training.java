package io.scimdoctor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;

/**
 * Runs the usual commands once and throws away what they say, so that the JVM, which is told to, can write the classes they
 * load into an archive. It reaches nothing but the built-in simulator.
 */
final class Training {
    /** What is read, and the words of each run; the token holds no algorithm, one role and an end long ago. */
    private static final JsonNode DATA = Resource.json(Training.class, "training.json");

    private Training() {}

    public static void main(String[] args) throws IOException {
        // Beside the others, because somebody may wait for the archive.
        ForkJoinTask<String> calls = ForkJoinPool.commonPool().submit(Training::overTls);
        withFiles();
        for (JsonNode each : DATA.path("runs")) {
            String input = input(each.path("input").asText());
            run(
                    input.repeat(each.path("times").asInt(1)),
                    Json.strings(each.path("words")).toArray(new String[0]));
        }
        calls.join();
        // As it is, with this process's own variables and streams, which are closed at the end: it ends the process.
        System.setIn(new ByteArrayInputStream(input("token").getBytes(StandardCharsets.UTF_8)));
        Main.main(new String[] {"token", "inspect", "-", "--fail-on", "never"});
    }

    private static String input(String name) {
        return DATA.path("inputs").path(name).asText();
    }

    private static void withFiles() throws IOException {
        Path file = Files.createTempFile("scimdoctor", ".toml");
        Files.writeString(file, input("answer"));
        run("", "classify", file.toString());
        Files.writeString(file, "default-profile = \"a\"\n[profile.a]\ntenant = \"contoso.example\"\n");
        run("", "env", "--config", file.toString());
        Files.delete(file);
    }

    /** A check over TLS, as most checks are; returns the URL of its service. */
    private static String overTls() throws IOException {
        SimulatorSettings settings =
                SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), InstantSource.system(), 1);
        Path folder = Files.createTempDirectory("scimdoctor");
        Path authority = folder.resolve("ca.pem");
        try (Simulator simulator = Simulator.start(settings.withTls(true))) {
            Files.writeString(
                    authority, Objects.requireNonNull(simulator.trust()).pem());
            List<String> words = new ArrayList<>(List.of("check", "--token-file", "-"));
            words.addAll(List.of("--base-url", simulator.baseUrl(), "--cacert", authority.toString()));
            run(Map.of("XDG_STATE_HOME", folder.toString()), simulator.token(), words.toArray(new String[0]));
            return simulator.baseUrl();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void run(String input, String... args) {
        run(Map.of(), input, args);
    }

    private static void run(Map<String, String> variables, String input, String... args) {
        Environment process = Main.environment(new Interrupts());
        Environment.Source typed = () -> new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Environment bare = process.with(Writer.nullWriter(), Writer.nullWriter(), new Outgoing())
                .within(variables, process.terminals(), typed, process.interrupts());
        Main.run(args, bare);
    }
}
