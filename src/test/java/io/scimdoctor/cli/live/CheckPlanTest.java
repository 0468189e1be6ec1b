package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The plan of a check, which calls nobody. */
final class CheckPlanTest {
    @Test
    void a_check_that_is_wanted_and_not_wanted_is_a_usage_error() {
        CommandRun run = CommandRun.of("check", "--simulate", "--only", "network.dns", "--skip", "network.dns");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--only and --skip both name 'network.dns'");
    }

    @Test
    void the_plan_shows_every_call_and_what_it_may_cost() throws IOException {
        CommandRun run = planned("--full", "--user-id", "11111111-1111-4111-8111-111111111111");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.all()).doesNotContain("canary-secret-2");
        Golden.assertMatches("check-plan", run.out());
    }

    @Test
    void by_default_three_of_four_calls_are_billable() throws IOException {
        JsonNode billing = Json.read(planned("-o", "json").out()).path("billing");

        assertThat(billing.path("calls").asInt()).isEqualTo(4);
        assertThat(billing.path("billable").asInt()).isEqualTo(3);
        assertThat(billing.path("estimatedUsd").asText()).isEqualTo("0.006");
    }

    @Test
    void the_token_call_does_not_count_against_the_budget() throws IOException {
        JsonNode report = Json.read(planned("--max-calls", "2", "-o", "json").out());

        assertThat(report.path("requests").findValuesAsText("id"))
                .containsExactly("token", "control", "provider-config");
        assertThat(report.path("billing").path("calls").asInt()).isEqualTo(2);
    }

    @Test
    void the_list_names_every_check_and_calls_nobody() {
        CommandRun run = CommandRun.of("check", "--list");

        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out())
                .contains("token.lifetime           The token is valid now\n")
                .contains("data.groups              Groups can be read\n")
                .doesNotContain("service.schemas");
        assertThat(run.out().lines()).hasSize(19);
        assertThat(CommandRun.of("check", "--list", "-o", "json").schemaErrors())
                .isEmpty();
    }

    @Test
    void what_is_left_out_is_shown_and_costs_no_call() throws IOException {
        JsonNode report = checked("--skip", "network.control");

        assertThat(report.path("requests").findValuesAsText("id"))
                .containsExactly("provider-config", "users", "groups");
        assertThat(report.path("verdict").path("status").asText()).isEqualTo("pass");
        assertThat(because(report, "network.control")).isEqualTo("skip --skip");
        assertThat(because(report, "network.tls")).isEqualTo("skip --skip");
        assertThat(because(report, "data.users")).isEqualTo("pass null");
    }

    @Test
    void a_chosen_check_brings_what_it_needs() throws IOException {
        JsonNode users = checked("--only", "data.users");
        JsonNode roles = checked("--only", "token.roles");

        assertThat(users.path("requests").findValuesAsText("id"))
                .containsExactly("control", "provider-config", "users");
        assertThat(because(users, "data.groups")).isEqualTo("skip --only");
        assertThat(because(users, "token.lifetime")).isEqualTo("pass null");
        assertThat(roles.path("requests")).isEmpty();
        assertThat(because(roles, "token.roles")).isEqualTo("pass null");
    }

    @Test
    void a_role_that_another_missing_one_includes_is_not_asked_for() {
        CommandRun run =
                CommandRun.with().realClock().run("check", "--simulate=permission-missing", "--only", "token.roles");

        assertThat(run.out())
                .contains("User.Read.All", "Group.Read.All", "df021288-bdef-4463-88db-98f22de89214")
                .doesNotContain("User.ReadBasic.All", "97235f07");
    }

    @Test
    void what_guards_the_token_cannot_be_left_out_and_a_call_be_made() throws IOException {
        JsonNode report = checked("--skip", "configuration.base-url");

        assertThat(report.path("requests")).isEmpty();
        assertThat(because(report, "data.users")).isEqualTo("skip --skip");
    }

    @Test
    void a_check_that_there_is_not_gets_a_suggestion() {
        CommandRun run = CommandRun.of("check", "--simulate", "--only", "data.user");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--only names no check of this run: 'data.user'; did you mean 'data.users'?");
    }

    @Test
    void an_id_that_is_no_guid_costs_no_call() {
        for (String option : new String[] {"--user-id", "--group-id"}) {
            CommandRun run = CommandRun.of("check", "--simulate", option, "notaguid");

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(option + " takes the id of the object, a GUID, not 'notaguid'; ");
        }
    }

    private static JsonNode checked(String option, String id) throws IOException {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate", option, id, "-o", "json");
        assertThat(run.schemaErrors()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
        return Json.read(run.out());
    }

    private static String because(JsonNode report, String id) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check.path("status").asText() + " "
                        + check.path("skippedBecause").asText();
            }
        }
        return "none";
    }

    private static CommandRun planned(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "check";
        words[1] = "--dry-run";
        System.arraycopy(options, 0, words, 2, options.length);
        return CommandRun.with()
                .variable("AZURE_TENANT_ID", "5c1d0c70-1111-4222-8333-444455556666")
                .variable("AZURE_CLIENT_ID", "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff")
                .variable("AZURE_CLIENT_SECRET", "canary-secret-2")
                .run(words);
    }
}
