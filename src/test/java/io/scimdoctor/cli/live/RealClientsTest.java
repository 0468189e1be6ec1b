package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Login libraries and a SCIM client that nobody here wrote, led to the simulator by nothing but what it prints. */
@Execution(ExecutionMode.CONCURRENT)
final class RealClientsTest {
    private final Simulator simulator =
            Simulator.start(SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), Clock.systemUTC(), 7)
                    .withTls(true));
    private SimulatorTrust trust;

    @BeforeEach
    void write() throws IOException {
        trust = new SimulatorTrust(Objects.requireNonNull(simulator.trust()), simulator.port());
    }

    @AfterEach
    void close() throws IOException {
        simulator.close();
        trust.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msal4j", "azure-identity"})
    void a_login_library_gets_a_token(String library) throws Exception {
        assertThat(run(library)).startsWith("token ey");
    }

    @Test
    void a_scim_client_walks_all_users_and_creates_changes_and_deletes_one() throws Exception {
        assertThat(run("scim")).contains("walked 250", "title Changed", "deleted");
    }

    private String run(String what) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RealClients.class.getName(),
                what);
        Map<String, String> environment = builder.environment();
        environment.putAll(SimulatorBanner.environment(simulator));
        environment.putAll(trust.environment());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
