package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.token.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate as credential, from the option or variable to the data, over real HTTP. */
final class CertificateTest {
    private static final String HEALTHY = "pass healthy: The token is in order for Microsoft Graph\n";

    @TempDir
    private static Path folder;

    private static KeyFiles files;
    private static Path pem;
    private static Path pfx;
    private static Path old;

    private Simulator simulator;

    @BeforeAll
    static void makeFiles() throws GeneralSecurityException, IOException {
        files = new KeyFiles(folder);
        pfx = files.pkcs12("app");
        pem = files.pem("app.pem", files.keyBlock("app"), files.certificateBlock("app"));
        files.pkcs12("old", "-startdate", "2026/01/01", "-validity", "9");
        old = files.pem("old.pem", files.keyBlock("old"), files.certificateBlock("old"));
    }

    @BeforeEach
    void start() throws GeneralSecurityException, IOException {
        simulator = Simulator.start(
                SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), InstantSource.system(), 42));
        simulator.assertions().register(files.certificate("app"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private CommandRun.Setup setup() {
        return CommandRun.with()
                .realClock()
                .variable("SCIMDOCTOR_BASE_URL", simulator.baseUrl())
                .variable("AZURE_AUTHORITY_HOST", simulator.authority() + "/")
                .variable("AZURE_TENANT_ID", SampleTenant.TENANT_ID)
                .variable("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID);
    }

    @Test
    void it_leads_from_the_token_endpoint_to_the_data() throws IOException {
        CommandRun run = setup().variable("AZURE_CLIENT_CERTIFICATE_PATH", pem.toString())
                .run("check", "-o", "json");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(Json.read(run.out()).path("requests").findValuesAsText("id"))
                .containsExactly("token", "control", "provider-config", "users", "groups");
        assertThat(Json.read(run.out()).path("checks").path(0).path("detail").asText())
                .startsWith(
                        "client credentials with the certificate from AZURE_CLIENT_CERTIFICATE_PATH, valid until 20");
    }

    @Test
    void a_pkcs12_file_is_opened_with_the_password_of_a_variable_or_a_file() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), KeyFiles.PASSWORD + "\n");
        String[] words = {"token", "get", "-o", "short", "--client-certificate", pfx.toString()};
        String[] more = {
            "token",
            "get",
            "-o",
            "short",
            "--client-certificate",
            pfx.toString(),
            "--client-certificate-password-file",
            "-"
        };

        CommandRun variable = setup().variable("AZURE_CLIENT_CERTIFICATE_PASSWORD", KeyFiles.PASSWORD)
                .run(words);
        CommandRun file = setup().variable("SCIMDOCTOR_CLIENT_CERTIFICATE_PASSWORD_FILE", password.toString())
                .variable("AZURE_CLIENT_CERTIFICATE_PASSWORD", "another")
                .run(words);
        CommandRun input = setup().in(KeyFiles.PASSWORD + "\n").run(more);

        assertThat(variable.out()).as(variable.err()).isEqualTo(HEALTHY);
        assertThat(file.out()).as(file.err()).isEqualTo(HEALTHY);
        assertThat(input.out()).as(input.err()).isEqualTo(HEALTHY);
    }

    @Test
    void a_profile_names_the_file_and_never_the_password() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.toml"),
                "[profile.p]\nclient-certificate = \"app.p12\"\nclient-certificate-password-variable = \"P_PASSWORD\"\n");

        CommandRun run = setup().variable("SCIMDOCTOR_CONFIG", config.toString())
                .variable("P_PASSWORD", KeyFiles.PASSWORD)
                .variable("AZURE_CLIENT_SECRET", "canary-secret-1")
                .run("token", "get", "-p", "p", "-o", "short");
        CommandRun unset =
                setup().variable("SCIMDOCTOR_CONFIG", config.toString()).run("token", "get", "-p", "p");
        Files.writeString(config, "[profile.p]\nclient-certificate-password = \"x\"\n");
        CommandRun secret =
                setup().variable("SCIMDOCTOR_CONFIG", config.toString()).run("token", "get", "-p", "p");

        assertThat(run.out()).as(run.err()).isEqualTo(HEALTHY);
        assertThat(unset.err()).contains("still needed: P_PASSWORD, which profile p names");
        assertThat(secret.code()).isEqualTo(ExitCode.USAGE);
        assertThat(secret.err()).contains("a secret must not stand in this file");
    }

    @Test
    void a_certificate_that_is_not_registered_is_diagnosed_with_its_thumbprint()
            throws GeneralSecurityException, IOException {
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest(files.certificate("app").getEncoded());
        try (Simulator other = Simulator.start(
                SimulatorSettings.of(Scenarios.find("healthy").orElseThrow(), InstantSource.system(), 42))) {
            CommandRun run = setup().variable("AZURE_AUTHORITY_HOST", other.authority())
                    .run("check", "--client-certificate", pem.toString());

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(run.out()).startsWith("FAIL  The signature of the client assertion cannot be verified");
            assertThat(run.out()).contains(HexFormat.of().withUpperCase().formatHex(hash));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "probe GET /users", "watch --max-calls 4", "token get"})
    void one_that_cannot_be_used_is_no_verdict_and_nothing_is_sent_with_it(String command) {
        CommandRun run = setup().variable("AZURE_CLIENT_CERTIFICATE_PATH", old.toString())
                .run((command + " -o text").split(" "));

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.all().replaceAll("\\s+", " "))
                .contains("', which AZURE_CLIENT_CERTIFICATE_PATH names, holds a certificate that expired at 2026-01-")
                .contains("register a new one for the application")
                .doesNotContain("oauth2");
    }

    @Test
    void token_get_says_in_one_sentence_why_it_cannot_be_used() {
        CommandRun text = setup().run("token", "get", "--client-certificate", pfx.toString());
        CommandRun json = setup().run("token", "get", "--client-certificate", pfx.toString(), "-o", "json");
        CommandRun missing = setup().run("token", "get", "--client-certificate", "nosuch.pem");
        CommandRun input = setup().run("token", "get", "--client-certificate", "-");

        assertThat(text.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(text.err().lines()).hasSize(1);
        assertThat(text.err())
                .endsWith("', which --client-certificate names, is encrypted, and no password is"
                        + " given; set AZURE_CLIENT_CERTIFICATE_PASSWORD or --client-certificate-password-file.\n");
        assertThat(json.schemaErrors()).isEmpty();
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("there is no file 'nosuch.pem'");
        assertThat(input.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void at_the_same_rank_a_secret_comes_first_and_the_environment_says_so() throws IOException {
        CommandRun.Setup both = setup().variable("AZURE_CLIENT_SECRET", SampleTenant.CLIENT_SECRET)
                .variable("AZURE_CLIENT_CERTIFICATE_PATH", "nosuch.pem")
                .variable("AZURE_FEDERATED_TOKEN_FILE", "nosuch");

        CommandRun used = both.run("token", "get", "-o", "short");
        CommandRun shown = both.run("env", "-o", "json");
        CommandRun option = both.run("env", "--client-certificate", "x.pem", "-o", "json");
        CommandRun none = CommandRun.of("env", "-o", "json");

        assertThat(used.out()).as(used.err()).isEqualTo(HEALTHY);
        assertThat(shown.schemaErrors()).isEmpty();
        assertThat(Json.read(shown.out()).path("credential").toString())
                .isEqualTo(
                        "{\"used\":\"secret from AZURE_CLIENT_SECRET\",\"because\":\"at the same rank comes an access"
                                + " token, then a secret, a certificate, a federated token\",\"passedOver\":\"certificate from"
                                + " AZURE_CLIENT_CERTIFICATE_PATH, federated token from AZURE_FEDERATED_TOKEN_FILE\"}");
        assertThat(Json.read(option.out()).path("credential").path("because").asText())
                .isEqualTo("--client-certificate outweighs AZURE_CLIENT_SECRET");
        assertThat(Json.read(none.out()).path("credential").path("used").isNull())
                .isTrue();
    }

    @Test
    void two_credentials_by_option_are_a_usage_error() {
        CommandRun run = setup().run(
                        "check",
                        "--client-certificate",
                        pem.toString(),
                        "--federated-token-file",
                        "token",
                        "--dry-run");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("--client-certificate and --federated-token-file name a credential each, and one is used");
    }
}
