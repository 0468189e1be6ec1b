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
    void the_plan_shows_every_call_and_what_it_may_cost() throws IOException {
        CommandRun run = planned("--full", "--user-id", "x");

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
