package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check of an ordinary SCIM service of another product, below a base path of its own. */
final class OtherServiceTest {
    private static final String LIST =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0,\"Resources\":[]}";

    private HttpServer server;
    private boolean refusesTokens;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/scim/v2/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_ends_with_a_calm_warning_that_it_is_not_microsofts() throws IOException {
        CommandRun run = check("--full");

        JsonNode report = Json.read(run.out());
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(report.path("verdict").path("status").asText()).isEqualTo("warn");
        assertThat(report.path("findings").findValuesAsText("id")).containsExactly("responder-not-entra");
        assertThat(report.path("billing").path("billable").asInt()).isZero();
        assertThat(run.schemaErrors()).isEmpty();
    }

    @Test
    void whose_service_it_is_comes_before_a_refusal_without_a_reason() throws IOException {
        refusesTokens = true;

        CommandRun run = check();

        JsonNode report = Json.read(run.out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(report.path("verdict").path("status").asText()).isEqualTo("fail");
        assertThat(report.path("findings").findValuesAsText("id"))
                .containsExactly("responder-not-entra", "token-rejected");
    }

    @Test
    void a_missing_user_is_no_wrong_base_url() throws IOException {
        CommandRun run = check("--user-id", "99");

        assertThat(Json.read(run.out()).path("verdict").path("id").asText()).isEqualTo("object-not-found");
    }

    private CommandRun check(String... options) {
        String[] words = new String[options.length + 7];
        words[0] = "check";
        words[1] = "-o";
        words[2] = "json";
        words[3] = "--token-file";
        words[4] = "-";
        words[5] = "--base-url";
        words[6] = "http://127.0.0.1:" + server.getAddress().getPort() + "/scim/v2";
        System.arraycopy(options, 0, words, 7, options.length);
        return CommandRun.with().realClock().in(token()).run(words);
    }

    private static String token() {
        SimulatorSettings settings =
                SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), InstantSource.system(), 42);
        try (Simulator simulator = Simulator.start(settings)) {
            return simulator.token();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean refused = refusesTokens || !exchange.getRequestHeaders().containsKey("Authorization");
        boolean missing = exchange.getRequestURI().getPath().endsWith("/99");
        if (refused) {
            send(exchange, 401, error(401, "Not allowed."));
        } else if (missing) {
            send(exchange, 404, error(404, "Resource 99 not found"));
        } else {
            boolean config = exchange.getRequestURI().getPath().endsWith("/serviceproviderconfig");
            send(exchange, 200, config ? "{\"patch\":{\"supported\":true}}" : LIST);
        }
    }

    private static String error(int status, String detail) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"" + status
                + "\",\"detail\":\"" + detail + "\"}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/scim+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
