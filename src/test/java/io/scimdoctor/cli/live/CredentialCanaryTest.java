package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.token.KeyFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Private key, password, assertion and federated token against a token endpoint that repeats all of them: none may come out
 * of a command or stay in its files.
 */
final class CredentialCanaryTest {
    private static final String FEDERATED = encoded("{\"alg\":\"RS256\",\"kid\":\"zqx-kid-0001\"}") + "."
            + encoded("{\"iss\":\"https://Zorblax.example\",\"sub\":\"Zorblax-subject\",\"exp\":4102444800}")
            + ".c2lnqfa0c2lnqfb0c2lnqfc0c2lnqfd0";

    @TempDir
    private static Path files;

    private static List<String> keyLines;

    @TempDir
    private Path state;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private HttpServer server;

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeAll
    static void makeFiles() throws GeneralSecurityException, IOException {
        KeyFiles keys = new KeyFiles(files);
        keys.pkcs12("app");
        keys.pem("app.pem", keys.keyBlock("app"), keys.certificateBlock("app"));
        keys.pem("broken.pem", keys.keyBlock("app"));
        Files.writeString(files.resolve("token"), FEDERATED);
        keyLines =
                keys.keyBlock("app").lines().filter(line -> line.length() == 64).toList();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::repeat);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Puts everything secret into everything it answers. */
    private void repeat(HttpExchange call) throws IOException {
        String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int at = form.indexOf("client_assertion=");
        String assertion =
                at < 0 ? "" : URLDecoder.decode(form.substring(at + 17).split("&")[0], StandardCharsets.UTF_8);
        if (!assertion.isEmpty()) {
            sent.add(assertion);
        }
        String all = assertion + " " + assertion.substring(assertion.lastIndexOf('.') + 1) + " " + KeyFiles.PASSWORD
                + " " + keyLines.get(2);
        byte[] body = ("{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700027: The certificate is not"
                        + " registered. " + all + " \",\"error_codes\":[700027],\"" + keyLines.get(3) + "\":\"" + all
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.getResponseHeaders().set("x-ms-request-id", KeyFiles.PASSWORD);
        call.getResponseHeaders().set("Set-Cookie", assertion);
        call.sendResponseHeaders(401, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private CommandRun.Setup setup() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.with()
                .realClock()
                .variable("GITHUB_ACTIONS", "true")
                .variable("XDG_STATE_HOME", state.toString())
                .variable("SCIMDOCTOR_BASE_URL", base + "/rp/scim")
                .variable("AZURE_AUTHORITY_HOST", base)
                .variable("AZURE_TENANT_ID", "5c1d0c70-1111-4222-8333-444455556666")
                .variable("AZURE_CLIENT_ID", "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff");
    }

    private CommandRun run(String credential, String... words) {
        String path = files.resolve(credential).toString();
        return switch (credential) {
            case "token" -> setup().variable("AZURE_FEDERATED_TOKEN_FILE", path).run(words);
            case "app.p12" ->
                setup().variable("AZURE_CLIENT_CERTIFICATE_PATH", path)
                        .variable("AZURE_CLIENT_CERTIFICATE_PASSWORD", KeyFiles.PASSWORD)
                        .run(words);
            default -> setup().variable("AZURE_CLIENT_CERTIFICATE_PATH", path).run(words);
        };
    }

    /** What is handed on; the own screen shows what the server says, and knows no password that it was not given. */
    private void assertFitToHandOn(String text) {
        assertClean(text);
        assertThat(text).doesNotContainIgnoringCase(KeyFiles.PASSWORD).doesNotContainIgnoringCase("Zorblax");
    }

    private void assertClean(String text) {
        String all = text.toLowerCase(Locale.ROOT);
        String joined = all.replaceAll("\\s+", "");
        List<String> planted = new ArrayList<>(keyLines);
        for (String assertion : sent) {
            planted.add(assertion);
            planted.add(assertion.substring(assertion.lastIndexOf('.') + 1));
        }
        assertThat(planted)
                .filteredOn(secret -> all.contains(secret.toLowerCase(Locale.ROOT))
                        || joined.contains(secret.toLowerCase(Locale.ROOT)))
                .as(text)
                .isEmpty();
    }

    private void assertClean(CommandRun run) {
        assertClean(run.all());
        if (run.out().startsWith("{") || run.out().startsWith("<") || run.out().startsWith("#")) {
            assertFitToHandOn(run.out());
        }
        assertThat(run.code().number()).as(run.all()).isNotEqualTo(70);
    }

    private void assertStateClean() throws IOException {
        try (Stream<Path> walk = Files.walk(state)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                assertFitToHandOn(file + " " + Files.readString(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.pem", "app.p12", "token"})
    void neither_a_command_nor_its_record_shows_any(String credential) throws IOException {
        for (String words : List.of(
                "check -v --debug",
                "check -o json",
                "check -o html",
                "check -o junit",
                "check -o markdown",
                "check -o nagios",
                "check -o prometheus",
                "check --dry-run -v",
                "check --dry-run -o json",
                "probe GET /users -v --debug",
                "probe GET /users -o json",
                "token get -v --debug",
                "token get -o json",
                "token get --retries 1 --redact strict",
                "watch --max-calls 1 -v --debug",
                "watch --max-calls 1 -o ndjson",
                "env -v",
                "env -o json")) {
            assertClean(run(credential, words.split(" ")));
        }

        assertThat(sent).hasSizeGreaterThan(8);
        assertThat(sent.stream().distinct()).hasSize(credential.equals("token") ? 1 : sent.size());
        assertStateClean();
        for (String words : List.of(
                "runs show last -v --debug",
                "runs show last -o json",
                "runs export last",
                "ticket new -o markdown",
                "ticket new -o json",
                "ticket new -o html",
                "ticket preview")) {
            assertClean(run(credential, words.split(" ")));
        }
    }

    @Test
    void a_file_that_cannot_be_used_shows_nothing_of_itself() throws IOException {
        Path secret = Files.writeString(files.resolve("noise"), "P4ss-" + KeyFiles.PASSWORD + " " + keyLines.get(4));

        for (String words : List.of("check", "check -o json", "token get", "token get -o json --debug", "watch -v")) {
            assertClean(run("broken.pem", words.split(" ")));
            assertClean(setup().variable("AZURE_CLIENT_CERTIFICATE_PATH", secret.toString())
                    .variable("AZURE_CLIENT_CERTIFICATE_PASSWORD", KeyFiles.PASSWORD)
                    .run(words.split(" ")));
            assertClean(setup().variable("AZURE_FEDERATED_TOKEN_FILE", secret.toString())
                    .run(words.split(" ")));
        }
        assertThat(sent).isEmpty();
        assertStateClean();
    }

    @Test
    void a_ticket_makes_the_call_again_with_a_variable_for_the_assertion() {
        run("app.pem", "check");

        assertThat(run("app.pem", "ticket", "new", "-o", "markdown").out())
                .contains("client_assertion='\"$CLIENT_ASSERTION\"'", "client-assertion-type");
    }
}
