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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unique secrets of every kind, planted wherever something comes from outside; none may come out again. */
final class CanaryTest {
    private static final List<String> KINDS = List.of(
            "abC8Q~%skLmNoPqRsTuVwXyZaBcDeFgHi1",
            "Zm9v%sYmFyYmF6cXV4/+Y2FuYXJ5==",
            "P4ss-%s!",
            "z.%s@fabrikam.example",
            "Zorblax%s",
            "zqx-%s-0001",
            "eyJhbGciOiJub25lIn0.eyJ4IjoiJXMifQ.c2ln%s");

    @TempDir
    private Path folder;

    private final List<String> planted = new ArrayList<>();

    private String kinds() {
        StringBuilder text = new StringBuilder();
        for (String kind : KINDS) {
            String secret = String.format(Locale.ROOT, kind, letters(planted.size()));
            planted.add(secret);
            text.append(secret).append(' ');
        }
        return text.toString().trim();
    }

    private String one(int kind) {
        String secret = String.format(Locale.ROOT, KINDS.get(kind), letters(planted.size()));
        planted.add(secret);
        return secret;
    }

    private static String letters(int number) {
        return "q" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private String token;
    private String exchange;

    @BeforeEach
    void plant() {
        token = encoded("{\"alg\":\"RS256\",\"kid\":\"" + one(2) + "\",\"nonce\":\"" + one(0) + "\",\"x\":\"" + one(4)
                        + "\"}")
                + "."
                + encoded("{\"aud\":\"https://graph.microsoft.com\",\"exp\":4102444800,\"idtyp\":\"app\",\"tid\":\""
                        + one(4)
                        + "\",\"roles\":[\"User.Read.All\",\"" + one(4) + "\",\"" + one(5) + "\"],\"upn\":\"" + one(3)
                        + "\",\"appid\":\"" + one(0) + "\",\"uti\":\"" + one(0) + "\",\"" + one(4) + "\":{\"n\":[\""
                        + one(1) + "\"]}}")
                + "." + one(6).replace(".", "");
        planted.add(token);
        String message = kinds();
        exchange = "{\"id\":\"x1\",\"request\":{\"method\":\"POST\",\"url\":\"" + url()
                + "\",\"headers\":{\"Authorization\":"
                + "\"Bearer " + token + "\",\"Cookie\":\"s=" + one(2) + "\",\"Accept\":\"" + one(4) + "\",\"X-" + one(4)
                + "\":\"" + one(0) + "\"},\"body\":\"{\\\"userName\\\":\\\"" + one(3) + "\\\",\\\"a\\\":[{\\\"" + one(4)
                + "\\\":\\\"" + one(2)
                + "\\\"}]}\"},\"status\":403,\"headers\":{\"Content-Type\":\"application/json; b="
                + one(4) + "\",\"Set-Cookie\":\"" + one(2) + "\",\"Server\":\"" + one(4) + "\",\"request-id\":\""
                + one(4)
                + "\",\"Location\":\"" + url() + "\",\"Retry-After\":\"" + one(4) + "\",\"x-ms-ags-diagnostic\":"
                + "\"{\\\"ServerInfo\\\":{\\\"DataCenter\\\":\\\"" + one(4) + "\\\"}}\"},\"body\":\"" + error(message)
                + "\"}";
    }

    private String url() {
        return "https://" + one(4) + ":" + one(2) + "@graph.microsoft.com/rp/scim/users/" + one(4) + "/" + one(0)
                + "?filter=userName%20eq%20%22" + one(3) + "%22&sig=" + one(1) + "&" + one(4) + "=" + one(4) + "&count="
                + one(4) + "#access_token=" + one(0);
    }

    private String error(String message) {
        return "{\\\"error\\\":{\\\"code\\\":\\\"" + one(4) + "\\\",\\\"message\\\":\\\"" + message + " password: "
                + one(4) + "\\\",\\\"innerError\\\":{\\\"date\\\":\\\"" + one(4) + "\\\",\\\"request-id\\\":\\\""
                + one(5) + "\\\"}}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "ndjson", "junit", "markdown", "nagios", "prometheus"})
    void classify_shows_none(String format) throws IOException {
        Path tokenFile = Files.writeString(folder.resolve("token"), token);
        String har = "garbage " + kinds() + "\n";

        CommandRun run = CommandRun.with()
                .variable("GITHUB_ACTIONS", "true")
                .in(exchange + "\n" + har)
                .run("classify", "-", "-v", "--debug", "-o", format, "--token-file", tokenFile.toString());

        assertClean(run);
        boolean sums = List.of("junit", "markdown", "nagios", "prometheus").contains(format);
        assertThat(run.out())
                .contains(sums ? "permission-missing" : format.equals("short") ? "403" : "graph.microsoft.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json"})
    void token_inspect_shows_none(String format) {
        assertClean(CommandRun.with().in(token).run("token", "inspect", "-o", format));
        assertClean(CommandRun.with().in(kinds()).run("token", "inspect", "-o", format));
        assertClean(CommandRun.with().in(token.substring(0, token.length() / 2)).run("token", "inspect", "-o", format));
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

        assertClean(judged);
        assertClean(captured);
        assertThat(judged.out()).contains("User.ReadUpdate.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "junit", "markdown", "nagios", "prometheus"})
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
                assertClean(CommandRun.with()
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
    @ValueSource(strings = {"text", "short", "json", "junit", "markdown", "dry-run", "compare", "strict"})
    void probe_and_its_record_show_none(String format) throws IOException {
        byte[] body = ("{\"error\":{\"code\":\"" + one(4) + "\",\"message\":\"" + kinds() + "\",\"" + one(4)
                        + "\":[{\"password\":\"" + one(2) + "\",\"userName\":\"" + one(3) + "\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
        Path data = Files.writeString(
                folder.resolve("data.json"),
                "{\"userName\":\"" + one(3) + "\",\"password\":\"" + one(2) + "\",\"" + one(4) + "\":{\"" + one(0)
                        + "\":[\"" + one(1) + "\"]},\"emails\":[{\"value\":\"" + one(3)
                        + "\"}],\"nickName\":\"" + one(4) + "\",\"externalId\":\"" + one(5) + "\"}");
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
            assertClean(CommandRun.with()
                    .variable("SCIMDOCTOR_TOKEN", token)
                    .variable("XDG_STATE_HOME", folder.resolve("state").toString())
                    .run(words.toArray(new String[0])));
        } finally {
            server.stop(0);
        }
        assertStateClean(format.equals("dry-run") ? 0 : 2);
    }

    private List<String> probeOptions(String format, String data) {
        return switch (format) {
            case "dry-run" -> List.of("--dry-run", "--data", data);
            case "compare" -> List.of("--compare-accept");
            case "strict" -> List.of("--redact", "strict", "--data", data);
            default -> List.of("-o", format, "--data", data, "--header", "X-Zq: " + one(4));
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
                "permissions",
                "permissions --for",
                "permissions --for GET",
                "permissions --token-file",
                "explain",
                "explain --search",
                "simulate",
                "simulate --rate",
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

            assertClean(CommandRun.of(words.toArray(new String[0])));
            words.add("-o");
            words.add("json");
            assertClean(CommandRun.of(words.toArray(new String[0])));
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

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html"})
    void a_ticket_shows_none(String format) throws IOException {
        Path named = Files.writeString(folder.resolve("capture-" + one(0) + "-" + one(4) + ".json"), kept());
        Path tokenFile = Files.writeString(folder.resolve("token"), token);
        Path result = folder.resolve("ticket");
        String[] words = {
            "ticket",
            "new",
            "--from",
            named.toString(),
            "-o",
            format,
            "--token-file",
            tokenFile.toString(),
            "--note",
            kinds()
        };

        assertClean(
                CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).run(words));
        CommandRun strict = CommandRun.with()
                .variable("XDG_STATE_HOME", folder.toString())
                .run(plus(words, "--redact", "strict", "--debug", "--output-file", result.toString()));
        assertClean(strict);
        assertClean(new CommandRun(strict.code(), Files.readString(result), ""));
        assertThat(Files.readString(result)).contains("permission-missing");
    }

    @Test
    void a_bundle_a_preview_and_a_case_id_show_none() throws IOException {
        Path capture = Files.writeString(folder.resolve("capture.json"), kept());
        Path bundle = folder.resolve("bundle.zip");
        String[] words = {
            "ticket", "new", "--from", capture.toString(), "--bundle", bundle.toString(), "--note", kinds()
        };

        CommandRun run =
                CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).run(words);

        assertClean(run);
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(bundle.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertClean(new CommandRun(run.code(), text, entry.getName()));
            }
        }
        CommandRun verified = CommandRun.of("ticket", "verify", bundle.toString());
        assertThat(verified.code().number()).as(verified.all()).isZero();
        for (String format : List.of("text", "json")) {
            assertClean(
                    CommandRun.of("ticket", "preview", "--from", capture.toString(), "-o", format, "--note", one(4)));
        }
        for (int kind : List.of(0, 1, 2, 3, 5, 6)) {
            assertClean(CommandRun.of("ticket", "new", "--from", capture.toString(), "--case-id", one(kind)));
        }
    }

    /** The exchange, but with an id and a server that may be shown: a ticket keeps both by their shape. */
    private String kept() {
        return exchange.replaceFirst(
                "\"Server\":\"[^\"]*\",\"request-id\":\"[^\"]*\"",
                "\"Server\":\"Microsoft-IIS/10.0\",\"request-id\":\"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b\"");
    }

    private static String[] plus(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private void assertClean(CommandRun run) {
        String all = run.all().toLowerCase(Locale.ROOT);
        String joined = all.replaceAll("\\s+", "");
        assertThat(planted)
                .filteredOn(secret -> all.contains(secret.toLowerCase(Locale.ROOT))
                        || joined.contains(secret.toLowerCase(Locale.ROOT)))
                .as(run.all())
                .isEmpty();
        assertThat(run.code().number()).as(run.all()).isNotEqualTo(70);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
