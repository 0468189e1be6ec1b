package io.scimdoctor.cli;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
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
    /** {"alg":"none"} and {"aud":"https://graph.microsoft.com","exp":1,"roles":["User.Read.All"]}. */
    private static final String TOKEN = "eyJhbGciOiJub25lIn0."
            + "eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20iLCJleHAiOjEsInJvbGVzIjpbIlVzZXIuUmVhZC5BbGwiXX0.x";

    private static final String ANSWER = """
            HTTP/1.1 401 Unauthorized
            Content-Type: application/json
            request-id: 7d0c2f3a-5b1e-4c6d-8f90-a1b2c3d4e5f6

            {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed."}}
            """;

    private static final String DENIED =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges.\"}}";

    private static final String LINE =
            "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users"
                    + "?filter=displayName%20eq%20%22a%22\"},\"status\":400,\"headers\":{\"Date\":\"Sat, 02 May 2026 00:00:04 GMT\"},"
                    + "\"body\":\"{\\\"detail\\\":\\\"Filter is not supported.\\\",\\\"status\\\":\\\"400\\\"}\"}\n";

    /** So many answers are summed up instead of listed. */
    private static final int MANY = 150;

    private Training() {}

    public static void main(String[] args) throws IOException {
        // Beside the others, because somebody may wait for the archive.
        ForkJoinTask<String> calls = ForkJoinPool.commonPool().submit(Training::overTls);
        run("", "check", "--simulate=token-expired", "--no-record", "-o", "json");
        run("", "probe", "GET", "/users?count=1", "--simulate", "--no-record");
        withFiles();
        run("", "--help");
        run("", "explain", "--help");
        run(TOKEN, "token", "inspect", "-");
        run(TOKEN, "token", "inspect", "-", "-o", "json");
        run("no token", "token", "inspect", "-");
        run("", "explain", "throttled");
        run("", "explain", "403", "-o", "json");
        run(ANSWER, "classify", "-");
        run(DENIED, "classify", "--status", "403", "-");
        run(LINE, "classify", "-");
        run(LINE, "classify", "-", "-o", "json");
        run(LINE.repeat(MANY), "classify", "-");
        run("", "lint", "filter", "userName eq \"a\"");
        run("", "permissions", "GET", "/users");
        run("", "chekc");
        calls.join();
        // As it is, with this process's own variables and streams, which are closed at the end: it ends the process.
        System.setIn(new ByteArrayInputStream(TOKEN.getBytes(StandardCharsets.UTF_8)));
        Main.main(new String[] {"token", "inspect", "-", "--fail-on", "never"});
    }

    private static void withFiles() throws IOException {
        Path file = Files.createTempFile("scimdoctor", ".toml");
        Files.writeString(file, ANSWER);
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
        Environment bare = new Environment(
                variables,
                Writer.nullWriter(),
                Writer.nullWriter(),
                process.terminals(),
                process.clock(),
                () -> new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                process.interrupts(),
                new Outgoing());
        Main.run(args, bare);
    }
}
