package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a heartbeat monitor hears of a run, and that nobody else hears of the monitor. */
final class PingTest {
    private static final String KEY = "5c1d0c70-7777-4222-8333-0000000000aa";
    private static final String PATH = "/" + KEY + "/qwzorbla-nightly";

    @TempDir
    private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer monitor;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        monitor.createContext("/", call -> {
            boolean credential = call.getRequestHeaders().containsKey("Authorization");
            heard.add(call.getRequestMethod() + " " + call.getRequestURI() + (credential ? " with a credential" : ""));
            call.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/elsewhere");
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        monitor.start();
    }

    @AfterEach
    void stop() {
        monitor.stop(0);
    }

    private int port() {
        return monitor.getAddress().getPort();
    }

    private String url() {
        return "http://127.0.0.1:" + port() + PATH;
    }

    private CommandRun.Setup setup(Simulator simulator) {
        return CommandRun.with()
                .realClock()
                .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                .variable("SCIMDOCTOR_TOKEN", simulator.token())
                .variable("SCIMDOCTOR_PING_URL", url())
                .variable("XDG_STATE_HOME", folder.toString());
    }

    private CommandRun run(String scenario, String... words) {
        return runWith(url(), scenario, words);
    }

    private CommandRun runWith(String url, String scenario, String... words) {
        try (Simulator simulator = Simulator.start(
                SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), InstantSource.system(), 7))) {
            return setup(simulator).variable("SCIMDOCTOR_PING_URL", url).run(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, check, 0",
        "service-timeout, check, 1",
        "service-timeout, check --fail-on never, 0",
        "service-timeout, check -o nagios, 1",
        "healthy, check --max-calls 0, 3"
    })
    void a_check_tells_its_beginning_and_its_exit_code(String scenario, String line, String code) {
        CommandRun run = run(scenario, line.split(" "));

        assertThat(heard).as(run.all()).containsExactly("GET " + PATH + "/start", "GET " + PATH + "/" + code);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_signal_stands_behind_the_path_and_before_the_query() {
        CommandRun run = runWith(url() + "/?create=1#top", "healthy", "check");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(heard).containsExactly("GET " + PATH + "/start?create=1", "GET " + PATH + "/0?create=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 302})
    void a_ping_that_is_not_taken_is_one_line_and_changes_nothing(int answer) {
        status = answer;

        CommandRun run = run("healthy", "check", "-o", "short");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.err())
                .isEqualTo("scimdoctor: the ping to the URL of SCIMDOCTOR_PING_URL failed (HTTP " + answer
                        + "); the exit code stays as it is.\n");
        assertThat(heard).hasSize(2).noneMatch(line -> line.contains("elsewhere"));
    }

    @Test
    void a_monitor_that_is_not_there_changes_nothing_either() {
        monitor.stop(0);

        CommandRun run = run("service-timeout", "check", "-o", "short", "-q");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.err()).contains("failed (connection-refused)").hasLineCount(1);
    }

    @Test
    void a_ping_goes_through_the_proxy() {
        CommandRun run = runWith(
                "http://monitor.example" + PATH,
                "healthy",
                "check",
                "--proxy",
                "http://127.0.0.1:" + port(),
                "--no-proxy",
                "127.0.0.1");

        assertThat(run.err()).isEmpty();
        assertThat(heard)
                .containsExactly(
                        "GET http://monitor.example" + PATH + "/start", "GET http://monitor.example" + PATH + "/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --dry-run",
                "check --simulate",
                "check -o json=/nowhere/at/all",
                "watch --dry-run",
                "watch --simulate --max-calls 4 --interval 1s",
                "probe GET /users"
            })
    void nothing_is_sent_of_a_run_that_says_nothing_about_the_service(String line) {
        run("healthy", line.split(" "));

        assertThat(heard).isEmpty();
    }

    @Test
    void a_watch_pings_once_a_round() {
        CommandRun failing = run("service-timeout", "watch", "--max-calls", "8", "--interval", "1s", "-q");
        CommandRun healthy = run("healthy", "watch", "--max-calls", "4", "-q");

        assertThat(failing.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(healthy.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(heard).containsExactly("GET " + PATH + "/1", "GET " + PATH + "/1", "GET " + PATH + "/0");
    }

    @Test
    void a_watch_says_once_that_pings_fail() {
        status = 404;

        CommandRun run = run("healthy", "watch", "--max-calls", "12", "--interval", "1s", "-q");

        assertThat(run.err()).contains("failed (HTTP 404)").hasLineCount(1);
        assertThat(heard).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "html", "junit", "markdown", "nagios", "prometheus"})
    void the_url_stands_nowhere_in_the_result_of_a_check(String format) throws IOException {
        status = 404;

        assertClean(run("service-timeout", "check", "-v", "--debug", "-o", format));

        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "ndjson", "markdown", "html"})
    void nor_in_that_of_a_watch(String format) throws IOException {
        status = 404;

        assertClean(run("service-timeout", "watch", "--max-calls", "4", "--debug", "-o", format));

        assertThat(heard).hasSize(1);
    }

    @Test
    void nor_in_what_is_said_of_a_run_or_exported() throws IOException {
        assertClean(run("service-timeout", "check"));

        assertClean(run("healthy", "runs", "show", "last"));
        assertClean(run("healthy", "runs", "export", "last"));
        assertClean(run("healthy", "ticket", "new", "--from", "last"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check --ping-ulr URL", "check --ping-url=URL", "check URL", "classify --ping-url URL"})
    void nor_in_what_is_said_of_a_wrong_command_line(String line) throws IOException {
        String words = line.replace("URL", url()).replace("PATH", PATH);

        for (String format : List.of("text", "json")) {
            List<String> all = new ArrayList<>(List.of(words.split(" ")));
            all.addAll(List.of("-o", format));
            CommandRun run = CommandRun.of(all.toArray(new String[0]));

            assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.USAGE);
            assertClean(run);
        }
        assertThat(heard).isEmpty();
    }

    private void assertClean(CommandRun run) throws IOException {
        List<String> texts = new ArrayList<>(List.of(run.out(), run.err()));
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> texts.add(file + read(file)));
        }
        for (String text : texts) {
            assertThat(text).doesNotContain(KEY).doesNotContain("qwzorbla");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
