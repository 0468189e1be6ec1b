package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.MovingClock;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.FederatedCredential;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A federated token as credential, from its file to the data, over real HTTP. */
final class FederatedTokenFileTest {
    private static final String ISSUER = "https://issuer.example/";
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final String SUBJECT = "system:serviceaccount:tools:scimdoctor";

    private static KeyPair issuer;

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private Simulator simulator;

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        issuer = generator.generateKeyPair();
    }

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), clock, 42));
        FederatedCredential.Names names = new FederatedCredential.Names(ISSUER, SUBJECT, AUDIENCE);
        simulator.assertions().trust(new FederatedCredential(names, (RSAPublicKey) issuer.getPublic(), clock));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String token(String subject, Duration life) {
        return JWT.create()
                .withIssuer(ISSUER)
                .withSubject(subject)
                .withAudience(AUDIENCE)
                .withExpiresAt(clock.instant().plus(life))
                .sign(Algorithm.RSA256(null, (RSAPrivateKey) issuer.getPrivate()));
    }

    private CommandRun.Setup setup(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), content);
        return CommandRun.with()
                .clock(clock)
                .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                .variable("AZURE_AUTHORITY_HOST", simulator.authority())
                .variable("AZURE_TENANT_ID", SampleTenant.TENANT_ID)
                .variable("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID)
                .variable("AZURE_FEDERATED_TOKEN_FILE", file.toString());
    }

    @Test
    void it_leads_from_the_token_endpoint_to_the_data() throws IOException {
        CommandRun run =
                setup("\uFEFF" + token(SUBJECT, Duration.ofHours(1)) + "\n").run("check", "-o", "json");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(Json.read(run.out()).path("checks").path(0).path("detail").asText())
                .isEqualTo("client credentials with the federated token from AZURE_FEDERATED_TOKEN_FILE");
    }

    @Test
    void a_subject_that_does_not_match_is_diagnosed_with_its_name() throws IOException {
        String other = "system:serviceaccount:tools:ScimDoctor";

        CommandRun run = setup(token(other, Duration.ofHours(1))).run("token", "get");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).contains("[AADSTS700213]");
    }

    @Test
    void what_is_wrong_with_the_file_is_said_before_anything_is_sent() throws IOException {
        CommandRun empty = setup("\n").run("token", "get");
        CommandRun expired = setup(token(SUBJECT, Duration.ofHours(-1))).run("check", "-o", "short");
        CommandRun missing = setup("").run("check", "--federated-token-file", "nosuch");

        assertThat(empty.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(empty.err())
                .contains("which AZURE_FEDERATED_TOKEN_FILE names, is empty; let the identity provider write a token");
        assertThat(expired.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(expired.out()).startsWith("unknown credential-unusable: ");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("there is no file 'nosuch'");
    }

    @Test
    void a_watch_reads_it_again_for_each_access_token() throws IOException {
        String[] words = {"watch", "GET", "/users?count=1", "--duration", "3h", "--interval", "10m", "-o", "text"};

        CommandRun ending = setup(token(SUBJECT, Duration.ofMinutes(30))).run(words);
        words[words.length - 1] = "json";
        CommandRun document = setup(token(SUBJECT, Duration.ofMinutes(30))).run(words);
        CommandRun lasting = setup(token(SUBJECT, Duration.ofHours(9))).run(words);

        assertThat(lasting.code()).as(lasting.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(ending.err()).contains("no verdict because of credential-unusable");
        assertThat(document.schemaErrors()).isEmpty();
    }
}
