package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.json.Json;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real check over real HTTP against every scenario of the simulator. */
final class ScenarioTest {
    @TempDir
    private Path folder;

    /** Those that keep the check waiting are begun first. */
    static List<Scenario> scenarios() {
        return Scenarios.all().stream()
                .sorted(Comparator.comparing(scenario -> scenario.behaviour().delivery() == Reply.Delivery.WHOLE))
                .toList();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("scenarios")
    void check_ends_on_one_screen_with_the_finding_that_the_scenario_is_named_after(Scenario scenario)
            throws IOException {
        Path json = folder.resolve(scenario.name() + ".json");
        String[] check = {"check", "--simulate=" + scenario.name(), "--request-timeout", "3s"};
        String[] outputs = {"-o", "json=" + json, "-o", "text"};

        CommandRun run = CommandRun.with()
                .realClock()
                .run(Stream.of(check, outputs).flatMap(Stream::of).toArray(String[]::new));

        String written = Files.readString(json);
        String leadsTo = scenario.leadsTo();
        boolean harmless = leadsTo == null || Catalog.load().require(leadsTo).severity() != Severity.FAIL;
        JsonNode report = Json.read(written);
        assertThat(report.path("verdict").path("id").asText(null)).as(written).isEqualTo(leadsTo);
        assertThat(run.code()).isEqualTo(harmless ? ExitCode.HEALTHY : ExitCode.PROBLEM);
        assertThat(CommandRun.schemaErrors(written)).isEmpty();
        assertThat(report.path("run").path("simulated").asBoolean()).isTrue();
        assertStandsOnOneScreenWhoseLastLineHelps(run, report, scenario);
    }

    private static void assertStandsOnOneScreenWhoseLastLineHelps(CommandRun run, JsonNode report, Scenario scenario) {
        Set<String> commands = new HashSet<>();
        for (JsonNode finding : report.path("findings")) {
            finding.path("commands")
                    .forEach(command -> commands.add(command.path("text").asText()));
        }
        List<String> lines = run.out().lines().toList();
        List<String> words =
                lines.stream().filter(line -> !commands.contains(line.strip())).toList();
        int rows = lines.stream()
                .mapToInt(line -> Math.max(1, (line.length() + 79) / 80))
                .sum();
        assertThat(words).as(run.out()).hasSizeLessThanOrEqualTo(24);
        assertThat(rows).as(run.out()).isLessThanOrEqualTo(32);
        assertThat(words).allMatch(line -> line.length() <= 80 || line.matches(".*[^ ]{60,}.*| +scimdoctor lint .*"));
        assertThat(lines.get(lines.size() - 1)).contains("scimdoctor check");
        assertThat(run.out()).doesNotContain("no status", "[masked]");
        if (scenario.leadsTo() != null) {
            assertThat(run.out()).contains("[" + scenario.leadsTo() + "]", "\nWho   ", "\nFix   1  ", "\nWhy   ");
        }
    }

    @Test
    void the_default_check_makes_four_calls() throws IOException {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate", "-o", "json");

        JsonNode report = Json.read(run.out());

        assertThat(report.path("billing").path("calls").asInt()).isEqualTo(4);
        assertThat(report.path("requests")).hasSize(4);
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
    }

    @Test
    void a_full_check_reads_six_times_and_finds_the_schemas_as_they_are_known() throws IOException {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate", "--full", "-o", "json");

        JsonNode report = Json.read(run.out());

        assertThat(report.path("billing").path("calls").asInt()).isEqualTo(6);
        assertThat(report.path("verdict").path("status").asText()).isEqualTo("pass");
        assertThat(report.path("findings")).isEmpty();
    }

    @Test
    void an_answer_that_was_not_followed_is_no_missing_answer() {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate=redirect-other-host");

        assertThat(run.out()).contains("HTTP 307, not followed");
    }

    @Test
    void every_format_says_that_it_is_simulated() {
        for (String format : new String[] {"text", "short", "html", "junit", "markdown", "nagios", "prometheus"}) {
            CommandRun run = CommandRun.with().realClock().run("check", "--simulate=throttled", "-o", format);

            assertThat(run.out()).as(format).containsIgnoringCase("SIMULATED");
        }
    }
}
