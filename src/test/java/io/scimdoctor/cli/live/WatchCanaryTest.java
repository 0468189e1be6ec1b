package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.MovingClock;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets planted in the request of a watch, its token and the answers; none may come out of it or stay in its files. */
final class WatchCanaryTest {
    private static final String NAME = "Zorblaxqwa";
    private static final String MAIL = "z.qwb@fabrikam.example";
    private static final String PASSWORD = "P4ss-qwc!";
    private static final String SECRET = "abC8Q~qwdskLmNoPqRsTuVwXyZaBcDeFgHi1";
    private static final String SIGNATURE = "c2lnqwe0c2lnqwe0c2lnqwe0";
    private static final String TOKEN = encoded("{\"alg\":\"RS256\",\"kid\":\"" + PASSWORD + "\"}")
            + "."
            + encoded("{\"aud\":\"https://graph.microsoft.com\",\"exp\":4102444800,\"idtyp\":\"app\",\"upn\":\"" + MAIL
                    + "\",\"roles\":[\"" + NAME + "\"]}")
            + "." + SIGNATURE;
    private static final List<String> SECRETS = List.of(PASSWORD, SECRET, SIGNATURE, TOKEN);

    /** What the user typed himself; it stays on his screen. */
    private static final List<String> OWN = List.of(NAME, MAIL);

    @TempDir
    private Path folder;

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A service that puts secrets into everything it answers. */
    private static HttpServer server() throws IOException {
        byte[] body = ("{\"error\":{\"code\":\"" + NAME + "\",\"message\":\"" + MAIL + " password: " + PASSWORD + " "
                        + SECRET + " " + TOKEN + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        String diagnostic = "{\"ServerInfo\":{\"DataCenter\":\"" + NAME + "\",\"Ring\":\"" + PASSWORD + "\"}}";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getResponseHeaders().set("Set-Cookie", "s=" + SECRET);
            call.getResponseHeaders().set("x-ms-ags-diagnostic", diagnostic);
            call.sendResponseHeaders(504, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
        return server;
    }

    private CommandRun watch(String... more) throws IOException {
        HttpServer server = server();
        try {
            List<String> words = new ArrayList<>(List.of(
                    "watch",
                    "--force",
                    "GET",
                    "/users/" + NAME + "?filter=userName eq \"" + MAIL + "\"&" + NAME + "=" + SECRET,
                    "--base-url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/" + NAME,
                    "--max-calls",
                    "12"));
            words.addAll(List.of(more));
            return CommandRun.with()
                    .clock(new MovingClock())
                    .variable("SCIMDOCTOR_TOKEN", TOKEN)
                    .variable("XDG_STATE_HOME", folder.toString())
                    .run(words.toArray(new String[0]));
        } finally {
            server.stop(0);
        }
    }

    private static void assertClean(String text) {
        assertNone(OWN, text);
        assertNone(SECRETS, text);
    }

    private static void assertNone(List<String> planted, String text) {
        String all = text.toLowerCase(Locale.ROOT);
        String joined = all.replaceAll("\\s+", "");
        assertThat(planted)
                .filteredOn(secret -> joined.contains(secret.toLowerCase(Locale.ROOT)))
                .as(text)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o text",
                "-o short",
                "-o json",
                "-o ndjson",
                "-o html",
                "-o markdown",
                "-v",
                "--debug",
                "--redact strict"
            })
    void neither_output_nor_state_nor_record_shows_any(String options) throws IOException {
        CommandRun run = watch(options.split(" "));

        assertThat(run.code().number()).as(run.all()).isEqualTo(1);
        assertNone(SECRETS, run.all());
        if (!options.matches("-o text|-v|--debug")) {
            assertNone(OWN, run.all());
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            assertClean(file + " " + Files.readString(file));
        }
        // Lock, snapshot and samples of the watch; the run, and the numbers of its pseudonyms.
        assertThat(files).hasSize(5);
    }

    @Test
    void a_resumed_watch_shows_none_either() throws IOException {
        watch();

        // The port is another one, so it is refused, and the message names both.
        CommandRun run = watch("--resume", "last");

        assertThat(run.code().number()).isEqualTo(2);
        assertClean(run.all());
    }
}
