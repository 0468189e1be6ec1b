package io.scimdoctor.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `env`: each setting with its source, and no secret. */
final class EnvTest {
    private static final String SECRET = "s3cret-of-this-test";

    @TempDir
    private Path home;

    private CommandRun.Setup setup() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/scimdoctor"));
        Files.writeString(folder.resolve("config.toml"), """
                default-profile = "prod"

                [profile.prod]
                cloud = "usgov"
                client-id = "11111111-1111-4111-8111-111111111111"
                client-secret-variable = "PROD_SECRET"
                token-variable = "PROD_TOKEN"
                """);
        return CommandRun.with()
                .variable("HOME", home.toString())
                .variable("PROD_SECRET", SECRET)
                .variable("AZURE_TENANT_ID", "22222222-2222-4222-8222-222222222222")
                .variable("HTTPS_PROXY", "http://adele:" + SECRET + "@proxy.contoso.example:8080")
                .variable("SSL_CERT_FILE", "/etc/ssl/contoso.pem");
    }

    private static String line(JsonNode document, String name) {
        for (JsonNode setting : document.path("settings")) {
            if (setting.path("name").asText().equals(name)) {
                return setting.path("set").asBoolean() + " "
                        + setting.path("value").asText() + " from "
                        + setting.path("source").asText();
            }
        }
        return "none";
    }

    @Test
    void each_setting_has_its_value_and_its_source() throws IOException {
        CommandRun run = setup().run("env", "--connect-timeout", "3s", "-o", "json");
        JsonNode document = Json.read(run.out());

        List<String> lines = new ArrayList<>();
        for (String name : List.of("cloud", "tenant", "client-secret", "token", "base-url", "connect-timeout")) {
            lines.add(line(document, name));
        }

        assertThat(run.schemaErrors()).isEmpty();
        assertThat(lines)
                .containsExactly(
                        "true usgov from profile prod",
                        "true 22222222-2222-4222-8222-222222222222 from AZURE_TENANT_ID",
                        "true null from PROD_SECRET, which profile prod names",
                        "false null from PROD_TOKEN, which profile prod names",
                        "true https://graph.microsoft.us/rp/scim from default",
                        "true 3s from --connect-timeout");
        assertThat(document.path("proxy").path("used").asText()).isEqualTo("http://proxy.contoso.example:8080");
        assertThat(document.path("proxy").path("source").asText()).isEqualTo("HTTPS_PROXY");
        assertThat(document.path("trust").path("more").asText()).isEqualTo("/etc/ssl/[masked] (SSL_CERT_FILE)");
    }

    @Test
    void a_secret_is_only_said_to_be_set() throws IOException {
        CommandRun text = setup().run("env");
        CommandRun json = setup().run("env", "-o", "json");

        assertThat(text.out()).containsPattern("client-secret +set +\\(PROD_SECRET, which profile prod");
        assertThat(text.all() + json.all()).doesNotContain(SECRET, "adele");
    }

    @Test
    void an_exempt_host_has_no_proxy_and_it_says_why() throws IOException {
        JsonNode proxy = Json.read(setup().variable("NO_PROXY", "graph.microsoft.us")
                        .run("env", "-o", "json")
                        .out())
                .path("proxy");

        assertThat(proxy.path("used").isNull()).isTrue();
        assertThat(proxy.path("source").asText()).isEqualTo("HTTPS_PROXY, which graph.microsoft.us is exempt from");
    }

    @Test
    void it_reads_well_at_80_columns() throws IOException {
        CommandRun run = setup().run("env");

        String settled = run.out()
                .replaceAll(
                        "(?m)^(  (?:version|vendor|home|operating system|store|charset of the system) +).*", "$1THIS");

        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.assertMatches("env", settled.replace(home.toString(), "HOME"));
    }

    @Test
    void what_somebody_typed_is_shown_to_him_and_masked_in_what_is_handed_on() {
        String[] words = {"env", "--base-url", "https://graph.microsoft.com/graphproxy/u09"};

        assertThat(CommandRun.of(words).out()).contains("https://graph.microsoft.com/graphproxy/u09");
        assertThat(CommandRun.of("env", words[1], words[2], "-o", "json").out()).doesNotContain("graphproxy");
    }

    @Test
    void a_folder_and_an_id_that_are_called_after_somebody_are_not_handed_on() throws IOException {
        CommandRun.Setup setup = CommandRun.with()
                .variable("HOME", "/home/mark.field")
                .variable("AZURE_CLIENT_ID", "grant.page")
                .variable("AZURE_TENANT_ID", "will-grant")
                .variable("NO_PROXY", "mark.example,localhost")
                .variable("SSL_CERT_FILE", "/Users/will.page/ca.pem");
        String[] words = {"env", "--token-file", "/data/Grant Page/token", "--client-secret-file", "C:\\Users\\mark\\x"
        };

        String seen = setup.run(words).out();
        String log = setup.variable("CI", "true").run(words).out();
        String json = setup.run("env", words[1], words[2], words[3], words[4], "-o", "json")
                .out();

        assertThat(seen.replaceAll("\\s+", " "))
                .contains("grant.page", "/data/Grant Page/token", "C:\\Users\\mark\\x", "/Users/will.page/ca.pem");
        assertThat((json + log).toLowerCase(Locale.ROOT))
                .contains("[masked]", "localhost")
                .doesNotContain("mark.", "grant", "will", "page", "\\mark", "field");
    }
}
