package io.scimdoctor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that judge requests before they are sent. */
final class LintTest {
    private static final String ID = "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";
    private static final String URL = "https://graph.microsoft.com/rp/scim/users/" + ID;
    private static final String SECRET = "Canary-Zx81-Secret";
    private static final String USER = """
            {
              "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
              "userName": "ana@contoso.example",
              "displayName": "Ana",
              "active": "true",
              "password": "Canary-Zx81-Secret",
              "name": {"givenName": "Ana", "familyName": "Lima"}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void a_correction_that_cannot_be_made_is_not_passed_over() {
        CommandRun run = CommandRun.of("lint", "filter", "displayName sw \"a\"", "--fix");

        assertThat(run.out()).doesNotContain("Corrected");
        assertThat(run.err()).contains("nothing was corrected, because no finding says which value is meant");
    }

    @Test
    void a_filter_is_shown_with_a_caret_the_reason_and_what_to_write() throws IOException {
        CommandRun run = CommandRun.of(
                "lint", "filter", "startswith(userName,'ana') && active eq \"true\" and titel eq \"x\"", "--fix");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        Golden.assertMatches("lint-filter", run.out());
    }

    private static CommandRun corrected(String header) {
        return CommandRun.of(
                "lint",
                "request",
                "--fix",
                "curl",
                "-X",
                "DELETE",
                "-H",
                "Accept: application/json",
                "-H",
                header,
                URL);
    }

    @Test
    void a_pasted_curl_command_is_judged_as_it_is() throws IOException {
        CommandRun run = corrected("Authorization: Bearer " + SECRET);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.all()).doesNotContain(SECRET);
        Golden.assertMatches("lint-request", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Functions-Key", "Ocp-Apim-Subscription-Key", "X-Vault-Token", "Cookie"})
    void a_corrected_request_gives_no_header_back_whose_name_tells_a_secret(String header) throws IOException {
        CommandRun run = corrected(header + ": " + SECRET);

        assertThat(run.out()).contains("Corrected", header + ": [masked]");
        assertThat(run.all()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /users?access_token=Canary-Zx81-Secret\n\n{\"active\":\"yes\"}",
                "POST https://admin:Canary-Zx81-Secret@graph.microsoft.com/rp/scim/users\n\n{\"active\":\"yes\"}",
                "POST /users\nX-Pin: 1\n\n{\"Password \":\"Canary-Zx81-Secret\",\"active\":\"yes\"}",
                "POST /users\nX-Pin: 1\n\n{\"passwordProfile\":{\"pw\":\"Canary-Zx81-Secret\"}}",
                "POST /users\nX-Sig: Canary-Zx81-Secret\n\n{\"userName\":\"ana\"}",
                "POST /users\nX-Pin: 1\n\n{\"pwd\":[\"Canary-Zx81-Secret\"],\"displayName\":\"Ana\"}",
                "POST /users\nX-Pin: 1\n\n{\"pin\":\"Canary-Zx81\\u002dSecret\"}",
                "PATCH /users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11\n\n{\"Operations\":[{\"op\":\"replace\","
                        + "\"path\":\"passwordProfile\",\"value\":{\"x\":\"Canary-Zx81-Secret\"}}]}"
            })
    void a_corrected_request_gives_nothing_back_that_stands_under_a_strange_name(String text) {
        for (String format : new String[] {"text", "json"}) {
            CommandRun run = CommandRun.with().in(text).run("lint", "request", "--fix", "-o", format);

            assertThat(run.out()).contains("orrected").contains("[masked]");
            assertThat(run.all()).doesNotContain(SECRET);
        }
    }

    @Test
    void a_corrected_request_keeps_the_layout_and_the_values_of_known_names() {
        String text = "POST /users\n\n{\n  \"displayName\": \"Ana\",\n  \"titel\": \"Head\",\n  \"pin\": \"4711\"\n}";

        assertThat(CommandRun.with().in(text).run("lint", "request", "--fix").out())
                .contains("  \"displayName\": \"Ana\",\n  \"titel\": \"Head\",\n  \"pin\": \"[masked]\"")
                .containsOnlyOnce("Put the secret back where it says [masked].");
    }

    @Test
    void on_the_own_screen_a_correction_gives_all_back_but_secrets() {
        String body =
                "{\"operations\":[{\"op\":\"replace\",\"path\":\"userNam\",\"value\":\"Park Street. 170\"},{\"op\":\"replace\",\"path\":\"passwrd\",\"value\":\"%s\"}]}";

        String harmless = CommandRun.with()
                .in(body.replace("passwrd", "titel").formatted("Head"))
                .run("lint", "patch", "--fix", "--resource=users")
                .out();
        CommandRun secret =
                CommandRun.with().in(body.formatted(SECRET)).run("lint", "patch", "--fix", "--resource=users");

        assertThat(harmless)
                .contains("\"value\":\"Park Street. 170\"", "\"value\":\"Head\"")
                .doesNotContain("[masked]", "Put the secret");
        assertThat(secret.out().replaceAll("\\s+", " "))
                .contains("\"value\":\"Park Street. 170\"", "\"value\":\"[masked]\"", "Put the secret back");
        assertThat(secret.all()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl https://example.com/scim/v2/Users",
                "curl http://localhost:6000/scim/admin/log-config",
                "curl -X DELETE https://api.contoso.example/scim/Groups/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11"
            })
    void a_request_to_another_service_is_skipped_and_never_green(String command) {
        CommandRun words = CommandRun.of(("lint request " + command).split(" "));
        CommandRun text = CommandRun.of("lint", "request", command);
        CommandRun input = CommandRun.with().in(command).run("lint", "request");

        for (CommandRun run : new CommandRun[] {words, text, input}) {
            assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
            assertThat(run.out()).contains("1 call to other services skipped");
        }
    }

    @Test
    void what_was_not_checked_is_never_green() throws IOException {
        Path script = folder.resolve("a.ps1");
        Files.writeString(script, "irm -Method Delete -Uri '" + URL + "' -Headers $h\n");

        CommandRun run = CommandRun.of("lint", "request", script.toString());

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.out().replaceAll("\\s+", " ")).contains("not checked: the header fields", "value not known: $h");
        assertThat(CommandRun.with().in("good morning").run("lint", "request").out())
                .contains("nothing in it is a request");
    }

    @Test
    void a_body_is_shown_by_line_and_column() throws IOException {
        CommandRun run = CommandRun.with().in(USER).run("lint", "user");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.all()).doesNotContain(SECRET).contains("line 5, column 13");
        Golden.assertMatches("lint-user", run.out());
    }

    @Test
    void what_the_rules_pass_ends_with_0() {
        assertThat(CommandRun.of("lint", "filter", "userName eq \"a\"").code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(CommandRun.of("lint", "filter", "--resource", "groups", "displayName eq \"a\"")
                        .code())
                .isEqualTo(ExitCode.HEALTHY);
        assertThat(CommandRun.of("lint", "query", "attributes=userName&count=10")
                        .code())
                .isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void a_warning_fails_only_when_asked_to() {
        assertThat(CommandRun.of("lint", "query", "count=500").code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(CommandRun.of("lint", "query", "count=500", "--fail-on", "warn")
                        .code())
                .isEqualTo(ExitCode.PROBLEM);
        assertThat(CommandRun.of("lint", "query", "count=0", "--ignore", "count-zero")
                        .code())
                .isEqualTo(ExitCode.HEALTHY);
        assertThat(CommandRun.of("lint", "query", "count=0", "--ignore", "nothing")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void the_text_of_a_document_is_read_as_it_is_printed() {
        String text = """
                GET https://graph.microsoft.com/rp/scim/users?filter=userName co "ana"
                Authorization: Bearer {token}

                ```http
                PATCH https://graph.microsoft.com/rp/scim/groups/%s
                Authorization: Bearer {token}
                Content-Type: application/scim+json
                ```
                ```json
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "operations":[{"op":"add","path":"members","value":[]}]}
                ```
                """.formatted(ID);

        CommandRun run = CommandRun.with().in(text).run("lint", "request", "-o", "short");

        assertThat(run.out())
                .contains("[filter-operator]")
                .contains("input:5:2:")
                .contains("[member-missing]")
                .contains("2 texts");
    }

    @Test
    void a_folder_and_a_har_are_read_through() throws IOException {
        Files.writeString(folder.resolve("a.http"), "GET /users?count=0\nAccept: application/json\n");
        Files.writeString(
                folder.resolve("b.har"),
                "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + URL
                        + "/manager\",\"headers\":[]},\"response\":{\"status\":404,\"headers\":[],\"content\":{}}},"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/v1.0/me\","
                        + "\"headers\":[]},\"response\":{\"status\":200,\"headers\":[],\"content\":{}}}]}}");

        CommandRun run = CommandRun.of("lint", "request", folder.toString(), "-o", "short");

        assertThat(run.out())
                .contains("[count-zero]")
                .contains("[path-too-deep]")
                .doesNotContain("[path-base]")
                .contains("2 texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short", "json", "junit", "sarif", "github"})
    void no_format_shows_a_secret_or_a_person(String format) throws IOException {
        Path file = folder.resolve("user.json");
        Files.writeString(file, USER.replace("\n", " ") + USER);

        CommandRun run = CommandRun.of("lint", "user", file.toString(), "-o", format);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.all())
                .doesNotContain(SECRET)
                .doesNotContain("ana@contoso")
                .contains("value-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'phoneNumbers[type eq ~work~].value','value':'+49 83517 1234567'}",
                "{'op':'replace','path':'userNam','value':'Park Street. 83517'}",
                "{'op':'replace','path':'userNam','value':'a long street of many words, then one more, and more: Park Street. 83517'}",
                "{'op':'replace','path':'titel[value eq ~Park Street. 83517~]','value':['Park Street. 83517', 1234567]}",
                "{'op':'replace','path':'titel[value eq Park Street. 83517]','value':{'x':'Park 1234567'}}",
                "{'op':'replace','path':'Park 1234567','value':'a'}",
                "{'op':'replace','value':{'Park 1234567':'1234567','userNam':1234567,'active':'83517 Park'}}"
            })
    void what_is_handed_on_shows_no_part_of_a_value(String operation) {
        String text = "{\"operations\":[" + operation.replace("'", "\"").replace("~", "\\\"") + "]}";
        for (String body : new String[] {text, text.replace(",", ",\n"), text.replace(":", " : ")}) {
            for (String format : new String[] {"json", "html", "markdown", "sarif", "junit", "github"}) {
                CommandRun run = CommandRun.with()
                        .in(body)
                        .run("lint", "patch", "--fix", "--resource=users", "--redact=strict", "-o", format);

                assertThat(run.all()).doesNotContain("Park", "Street", "83517", "1234567");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName == \"Park Street. 83517\"",
                "displayName == Park Street. 83517",
                "startswith(displayName,'Park Street. 83517')",
                "displayName eq \u201CPark Street. 83517\u201D and titel eq \"Park 83517\"",
                "/users?filter=displayName%20==%20%22Park%20Street.%20170%22",
                "/users?filter=displayName+eq+Park+Street.+83517&count=5000",
                "/users?q=Park%20Street.%20170&filter=a",
                "/users/Park%20Street.%20170?filter=a"
            })
    void a_filter_or_a_url_that_is_handed_on_shows_no_part_of_a_value(String text) {
        String subject = text.startsWith("/") ? "query" : "filter";
        for (String format : new String[] {"json", "html", "markdown", "sarif", "junit", "github"}) {
            CommandRun run = CommandRun.of("lint", subject, "--fix", text, "-o", format);

            assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
            assertThat(run.all()).doesNotContain("Park", "Street", "83517");
        }
    }

    @Test
    void the_document_fits_the_schema() {
        CommandRun run = CommandRun.with().in(USER).run("lint", "user", "--fix", "-o", "json");
        CommandRun broken = CommandRun.with().in("").run("lint", "filter", "-o", "json");

        assertThat(run.schemaErrors()).isEmpty();
        assertThat(broken.schemaErrors()).isEmpty();
        assertThat(broken.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.out()).doesNotContain(SECRET);
    }

    @Test
    void bodies_that_a_log_does_not_hold_are_said_and_never_green() {
        String write =
                "{\"status\":201,\"request\":{\"method\":\"POST\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"}}\n";
        String read = write.replace("POST", "GET");

        CommandRun run = CommandRun.with().in(read + write + write).run("lint", "request");

        assertThat(run.out() + run.err()).contains("not checked: what 2 calls sent");
        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(CommandRun.with().in(read).run("lint", "request").code()).isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void what_cannot_be_understood_is_said() {
        assertThat(CommandRun.of("lint", "filter", "no-such-file").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.with().in("good morning").run("lint", "request").code())
                .isEqualTo(ExitCode.NO_VERDICT);
        assertThat(CommandRun.of("lint").out()).contains("lint filter");
    }

    @Test
    void a_patch_tells_by_its_operations_what_it_changes() {
        String member =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"remove\","
                        + "\"path\":\"members[value eq \\\"" + ID
                        + "\\\"]\"},{\"op\":\"replace\",\"path\":\"displayName\","
                        + "\"value\":\"x\"}]}";

        CommandRun run = CommandRun.with().in(member).run("lint", "patch", "-o", "short");

        assertThat(run.out()).contains("[group-remove-alone]").doesNotContain("[attribute-unknown]");
    }
}
