package io.scimdoctor.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that makes calls takes its settings from the profile too. */
final class ConfiguredTest {
    private static final String FILE = """
            default-profile = "prod"

            [profile.prod]
            base-url = "https://graph.microsoft.us/rp/scim"
            cloud = "usgov"
            tenant = "22222222-2222-4222-8222-222222222222"
            client-id = "11111111-1111-4111-8111-111111111111"
            client-secret-variable = "PROD_SECRET"

            [profile.test]
            base-url = "https://graph.microsoft.com/rp/scim"
            """;

    @TempDir
    private Path home;

    private CommandRun.Setup setup(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/scimdoctor"));
        Files.writeString(folder.resolve("config.toml"), text);
        return CommandRun.with().variable("HOME", home.toString());
    }

    private static String firstUrl(CommandRun run) throws IOException {
        return Json.read(run.out()).path("requests").path(0).path("url").asText(run.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "probe GET /users"})
    void the_default_profile_of_the_users_file_is_used(String command) throws IOException {
        CommandRun run =
                setup(FILE).variable("PROD_SECRET", "s3cret-of-prod").run((command + " --dry-run -o json").split(" "));

        assertThat(firstUrl(run))
                .isEqualTo("https://login.microsoftonline.us/22222222-2222-4222-8222-222222222222/oauth2/v2.0/token");
    }

    @Test
    void an_option_chooses_the_profile_and_another_beats_it() throws IOException {
        CommandRun chosen = setup(FILE).run("check", "-p", "test", "--dry-run", "-o", "json");
        CommandRun beaten = setup(FILE)
                .run("check", "-p", "test", "--base-url", "http://127.0.0.1:1/rp/scim", "--dry-run", "-o", "json");
        CommandRun byVariable =
                setup(FILE).variable("SCIMDOCTOR_PROFILE", "test").run("check", "--dry-run", "-o", "json");

        assertThat(firstUrl(chosen)).startsWith("https://graph.microsoft.com/rp/scim/");
        assertThat(firstUrl(beaten)).startsWith("http://127.0.0.1:1/rp/scim/");
        assertThat(firstUrl(byVariable)).startsWith("https://graph.microsoft.com/rp/scim/");
    }

    @Test
    void a_profile_beats_the_variables_of_azure_but_not_our_own() throws IOException {
        CommandRun azure = setup(FILE)
                .variable("PROD_SECRET", "s3cret-of-prod")
                .variable("AZURE_TENANT_ID", "33333333-3333-4333-8333-333333333333")
                .run("check", "--dry-run", "-o", "json");
        CommandRun own = setup(FILE)
                .variable("PROD_SECRET", "s3cret-of-prod")
                .variable("SCIMDOCTOR_TENANT_ID", "33333333-3333-4333-8333-333333333333")
                .run("check", "--dry-run", "-o", "json");

        assertThat(firstUrl(azure)).contains("/22222222-2222-4222-8222-222222222222/");
        assertThat(firstUrl(own)).contains("/33333333-3333-4333-8333-333333333333/");
    }

    @Test
    void a_variable_that_is_not_set_is_named_and_no_other_secret_is_taken() throws IOException {
        CommandRun run = setup(FILE)
                .variable("AZURE_CLIENT_SECRET", "another-secret")
                .run("check", "-o", "text", "--max-calls", "0", "--base-url", "http://127.0.0.1:1/rp/scim");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("configuration-incomplete")
                .contains("PROD_SECRET, which profile prod names");
    }

    @Test
    void a_file_that_a_profile_names_lies_beside_the_configuration() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/scimdoctor"));
        Files.writeString(folder.resolve("secret"), "s3cret-of-prod\n");
        String text = FILE.replace("client-secret-variable = \"PROD_SECRET\"", "client-secret-file = \"secret\"");

        CommandRun run = setup(text).run("check", "--dry-run", "-o", "json");

        assertThat(firstUrl(run))
                .isEqualTo("https://login.microsoftonline.us/22222222-2222-4222-8222-222222222222/oauth2/v2.0/token");
    }

    @Test
    void a_fault_is_one_sentence_with_file_line_and_column() throws IOException {
        CommandRun run = setup(FILE.replace("tenant", "tenat")).run("check", "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "scimdoctor: ~/.config/scimdoctor/config.toml, line 6, column 1: there is no setting 'tenat';"
                                + " did you mean 'tenant'?\n");
        assertThat(run.schemaErrors()).isEmpty();
    }

    @Test
    void a_profile_or_a_file_that_does_not_exist_is_a_usage_error() throws IOException {
        CommandRun profile = setup(FILE).run("check", "--profile", "prof", "--dry-run");
        CommandRun none = CommandRun.of("check", "--profile", "prod", "--dry-run");
        CommandRun file = setup(FILE).run("check", "--config", "nosuch.toml", "--dry-run");

        assertThat(profile.code()).isEqualTo(ExitCode.USAGE);
        assertThat(profile.err()).contains("no profile 'prof'; did you mean 'prod'?");
        assertThat(none.err()).contains("no profile 'prod'; scimdoctor profile set NAME makes one");
        assertThat(file.code()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("there is no file nosuch.toml, which --config names");
    }

    @Test
    void a_simulated_check_needs_no_configuration() throws IOException {
        CommandRun run = setup("this is no TOML").run("check", "--simulate", "-o", "short", "--no-record");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void a_profile_that_brings_a_proxy_and_an_authority_is_named_loudly() throws IOException {
        String file = "[profile.p]\nproxy = \"http://proxy.contoso.example:8080\"\n";
        CommandRun both = setup(file + "cacert = \"ca.pem\"\n").run("check", "-p", "p", "--dry-run");

        CommandRun one = setup(file).run("check", "-p", "p", "--dry-run");

        assertThat(both.err()).contains("WARNING", "proxy and cacert together");
        assertThat(one.err()).doesNotContain("WARNING");
    }
}
