package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No planted secret comes out of a command. */
final class CanaryTest extends PlantedSecrets {
    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "ndjson", "html", "junit", "markdown", "nagios", "prometheus"})
    void classify_shows_none(String format) throws IOException {
        Path tokenFile = Files.writeString(folder.resolve("token"), token);
        String har = "garbage " + kinds() + "\n";

        CommandRun run = CommandRun.with()
                .variable("GITHUB_ACTIONS", "true")
                .in(exchange + "\n" + har)
                .run("classify", "-", "-v", "--debug", "-o", format, "--token-file", tokenFile.toString());

        assertFit(format, run);
        boolean sums =
                List.of("html", "junit", "markdown", "nagios", "prometheus").contains(format);
        assertThat(run.out())
                .contains(sums ? "permission-missing" : format.equals("short") ? "403" : "graph.microsoft.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "html", "markdown"})
    void token_inspect_shows_none(String format) {
        assertFit(format, CommandRun.with().in(token).run("token", "inspect", "-o", format));
        assertFit(format, CommandRun.with().in(kinds()).run("token", "inspect", "-o", format));
        assertFit(
                format,
                CommandRun.with().in(token.substring(0, token.length() / 2)).run("token", "inspect", "-o", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json"})
    void permissions_shows_none(String format) throws IOException {
        String tokenFile = Files.writeString(folder.resolve("token"), token).toString();
        String asked = "PATCH /users/" + one(0) + " " + one(4);

        CommandRun judged = CommandRun.of("permissions", "--for", asked, "--token-file", tokenFile, "-o", format, "-v");
        CommandRun captured = CommandRun.with()
                .in(exchange)
                .run("permissions", "--for", "-", "--token-file", tokenFile, "-o", format);

        assertFit(format, judged);
        assertFit(format, captured);
        assertThat(judged.out()).contains("User.ReadUpdate.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "html", "junit", "markdown", "nagios", "prometheus"})
    void check_against_a_server_that_repeats_secrets_shows_none(String format) throws IOException {
        byte[] body = ("{\"error\":{\"code\":\"" + one(4) + "\",\"message\":\"" + kinds() + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getResponseHeaders().set("Server", planted.get(4));
            call.sendResponseHeaders(403, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + one(4) + "/" + one(0);
            for (String mode : List.of("--dry-run", "--verbose", "--debug")) {
                assertFit(
                        mode.equals("--dry-run") ? "dry-run" : format,
                        CommandRun.with()
                                .variable("SCIMDOCTOR_TOKEN", token)
                                .variable("AZURE_CLIENT_SECRET", one(0))
                                .variable("HTTPS_PROXY", "http://" + one(4) + ":" + one(2) + "@127.0.0.1:9")
                                .run(
                                        "check",
                                        "--base-url",
                                        base,
                                        "-o",
                                        format,
                                        mode,
                                        "--user-id",
                                        one(3),
                                        "--filter",
                                        "userName eq \"" + one(3) + "\" and " + one(4) + " pr"));
            }
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "short",
                "json",
                "html",
                "junit",
                "markdown",
                "dry-run",
                "compare",
                "strict",
                "refused",
                "refused-json"
            })
    void probe_and_its_record_show_none(String format) throws IOException {
        byte[] body = ("{\"error\":{\"code\":\"" + one(4) + "\",\"message\":\"" + kinds() + "\",\"" + one(4)
                        + "\":[{\"password\":\"" + one(2) + "\",\"userName\":\"" + one(3) + "\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
        Path data = data();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getResponseHeaders().set("Set-Cookie", "s=" + planted.get(3));
            call.getResponseHeaders().set("X-" + planted.get(4), planted.get(5));
            call.getResponseHeaders().set("Location", "/users/" + planted.get(4));
            call.sendResponseHeaders(400, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
        String path = "/users/" + one(4) + "?filter=userName eq \"" + one(3) + "\"&" + one(4) + "=" + one(0);
        List<String> words = new ArrayList<>(List.of(
                "probe",
                "GET",
                path,
                "-v",
                "--base-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--debug"));
        words.addAll(probeOptions(format, data.toString()));
        try {
            assertFit(
                    format,
                    CommandRun.with()
                            .variable("SCIMDOCTOR_TOKEN", token)
                            .variable("XDG_STATE_HOME", folder.resolve("state").toString())
                            .run(words.toArray(new String[0])));
        } finally {
            server.stop(0);
        }
        assertStateClean(format.equals("dry-run") || format.startsWith("refused") ? 0 : 2);
    }

    private Path data() throws IOException {
        return Files.writeString(
                folder.resolve("data.json"),
                "{\"userName\":\"" + one(3) + "\",\"password\":\"" + one(2) + "\",\"" + one(4) + "\":{\"" + one(0)
                        + "\":[\"" + one(1) + "\"]},\"emails\":[{\"value\":\"" + one(3)
                        + "\"}],\"nickName\":\"" + one(4) + "\",\"externalId\":\"" + one(5) + "\"}");
    }

    private List<String> probeOptions(String format, String data) {
        return switch (format) {
            case "dry-run" -> List.of("--dry-run", "--data", data);
            case "compare" -> List.of("--compare-accept", "--force");
            case "strict" -> List.of("--redact", "strict", "--data", data, "--force");
            case "refused", "refused-json" -> List.of("-o", format.equals("refused") ? "text" : "json", "--data", data);
            default -> List.of("--force", "-o", format, "--data", data, "--header", "X-Zq: " + one(4));
        };
    }

    /** Every file of the state folder, by its content and its name. */
    private void assertStateClean(int files) throws IOException {
        Path state = folder.resolve("state");
        List<Path> found = new ArrayList<>();
        if (Files.exists(state)) {
            try (var walk = Files.walk(state)) {
                found.addAll(walk.filter(Files::isRegularFile).toList());
            }
        }
        for (Path file : found) {
            assertClean(new CommandRun(ExitCode.HEALTHY, file + " " + Files.readString(file), ""));
        }
        assertThat(found).hasSize(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe",
                "probe GET",
                "probe --data",
                "probe GET /users --header",
                "probe GET /users --accept",
                "check",
                "watch",
                "watch GET",
                "watch --interval",
                "watch --listen",
                "watch --resume",
                "watch --budget-usd",
                "check --token",
                "check --cloud",
                "check --max-calls",
                "check --base-url",
                "check --proxy",
                "check --token-file",
                "check --cacert",
                "check -o",
                "check --ignore",
                "check --simulate",
                "classify",
                "classify --status",
                "classify --url",
                "token",
                "token inspect",
                "token get",
                "token get --token-file",
                "token get --simulate",
                "token get --tenant",
                "permissions",
                "permissions --for",
                "permissions --for GET",
                "permissions --token-file",
                "lint",
                "lint filter",
                "lint query",
                "lint request",
                "lint request curl",
                "lint user",
                "lint patch --resource",
                "lint filter --ignore",
                "explain",
                "explain --search",
                "simulate",
                "simulate --rate",
                "check --profile",
                "check --config",
                "env",
                "env --tenant",
                "env --base-url",
                "env --token-file",
                "env --client-secret-file",
                "env --client-certificate",
                "env --federated-token-file",
                "check --client-certificate",
                "token get --client-certificate-password-file",
                "simulate --client-certificate",
                "env --proxy",
                "env --no-proxy",
                "env --cacert",
                "env --client-id",
                "profile set",
                "profile set a --cloud",
                "profile set a --tenant",
                "profile set a --base-url",
                "profile set a --client-secret-file",
                "profile set a --client-secret-variable",
                "profile set a --client-certificate",
                "profile set a --client-certificate-password-variable",
                "profile set a --federated-token-file",
                "profile set a --unset",
                "profile list",
                "profile list --config",
                "profile show",
                "profile use",
                "profile delete",
                "profile delete a",
                "ticket",
                "ticket new",
                "ticket new --from",
                "ticket new --bundle",
                "ticket new --case-id",
                "ticket new --max-length",
                "ticket preview",
                "ticket verify",
                "help"
            })
    void a_secret_typed_in_the_wrong_place_is_not_repeated(String command) {
        for (int kind : List.of(0, 1, 2, 3, 6)) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.add(one(kind));

            assertSecretFree(CommandRun.of(words.toArray(new String[0])));
            words.add("-o");
            words.add("json");
            CommandRun document = CommandRun.of(words.toArray(new String[0]));
            assertFit(document.out().startsWith("{") ? "json" : "text", document);
        }
    }

    @Test
    void the_file_of_a_result_and_the_name_of_a_file_hold_none() throws IOException {
        Path named = Files.writeString(folder.resolve("capture-" + one(0) + ".json"), exchange);
        Path result = folder.resolve("result.json");

        CommandRun run = CommandRun.of("classify", named.toString(), "-o", "json", "--output-file", result.toString());

        assertClean(run);
        assertClean(new CommandRun(run.code(), Files.readString(result), ""));
        assertThat(Files.readString(result)).contains("DiagnosisReport");
    }
}
