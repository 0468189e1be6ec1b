package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import io.scimdoctor.cli.captured.LabelledAnswers;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The formats of monitoring systems and build servers, through the whole commands. */
final class MachineFormatsTest {
    private static final String PLUGIN_LINE =
            "SCIM (OK|WARNING|CRITICAL|UNKNOWN) - [^|\\n]+( \\|( '[^'=|]+'=[0-9.]+s?;;;0)+)?\\n";
    private static final String DENIED = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"No.\"}}";

    @TempDir
    private Path folder;

    private static CommandRun check(String scenario, String... more) {
        String[] words = Stream.concat(Stream.of("check", "--simulate=" + scenario), Stream.of(more))
                .toArray(String[]::new);
        return CommandRun.with().realClock().run(words);
    }

    private static CommandRun corpus(String format) throws IOException {
        return CommandRun.with()
                .in(LabelledAnswers.of("responses.ndjson").text() + "no exchange\n")
                .run("classify", "-", "-o", format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "token-expired", "throttled", "roles-too-few", "intermittent-504"})
    void junit_of_a_check_fits_the_schema(String scenario) throws IOException, SAXException {
        CommandRun run = check(scenario, "-o", "junit");

        validate(run.out());
        assertThat(run.out()).contains("name=\"token.lifetime\"").contains("SIMULATED");
        assertThat(run.out().contains("<failure")).isEqualTo(run.code() == ExitCode.PROBLEM);
    }

    @Test
    void junit_of_many_answers_has_a_case_for_each_kind() throws IOException, SAXException {
        CommandRun run = corpus("junit");

        validate(run.out());
        assertThat(run.out()).contains("name=\"throttled\"", "name=\"unreadable\"", "name=\"success\"");
    }

    @Test
    void junit_does_not_fail_on_what_is_ignored() {
        CommandRun run = check("token-expired", "-o", "junit", "--ignore", "token-expired");

        assertThat(run.out()).contains("failures=\"0\"").doesNotContain("<failure");
        assertThat(run.code()).isEqualTo(ExitCode.HEALTHY);
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, OK, 0",
        "clock-behind, WARNING, 1",
        "token-expired, CRITICAL, 2",
    })
    void nagios_is_one_line_and_its_code(String scenario, String status, int code) {
        CommandRun run = check(scenario, "-o", "nagios");

        assertThat(run.out()).matches(PLUGIN_LINE).startsWith("SCIM " + status + " - SIMULATED");
        assertThat(run.code().number()).isEqualTo(code);
    }

    @Test
    void nagios_names_the_role_that_is_missing() {
        assertThat(check("permission-missing", "-o", "nagios").out())
                .contains(" - SIMULATED, Missing permission: ", " [permission-missing], who fixes it: ");
    }

    @Test
    void nagios_obeys_fail_on_and_ignore() {
        CommandRun strict = check("clock-behind", "-o", "nagios", "--fail-on", "warn");
        CommandRun ignored = check("clock-behind", "-o", "nagios", "--ignore", "clock-behind");

        assertThat(strict.code()).isEqualTo(ExitCode.PLUGIN_CRITICAL);
        assertThat(ignored.code()).isEqualTo(ExitCode.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --frob -o nagios",
                "check -onagios --cloud mars",
                "--output=nagios frob",
                "check --simulate --max-calls 1 -o nagios",
                "check --simulate --dry-run -o nagios",
                "classify nosuch -o=nagios"
            })
    void nagios_says_unknown_whatever_goes_wrong(String line) {
        CommandRun run = CommandRun.with().realClock().run(line.split(" "));

        assertThat(run.out()).matches(PLUGIN_LINE).startsWith("SCIM UNKNOWN - ");
        assertThat(run.code().number()).isEqualTo(3);
    }

    @Test
    void nagios_says_unknown_after_a_crash_too() {
        CommandRun run = CommandRun.with()
                .clock(() -> {
                    throw new IllegalStateException("a secret");
                })
                .run("check", "--simulate", "-o", "nagios");

        assertThat(run.out()).matches(PLUGIN_LINE).startsWith("SCIM UNKNOWN - this is a bug in scimdoctor");
        assertThat(run.all()).doesNotContain("a secret");
        assertThat(run.code().number()).isEqualTo(3);
    }

    @Test
    void nagios_counts_captured_answers() {
        CommandRun run = CommandRun.with().in(DENIED).run("classify", "--status", "403", "-o", "nagios");

        assertThat(run.out())
                .matches(PLUGIN_LINE)
                .contains("[permission-missing]")
                .contains("'failures'=1;;;0");
        assertThat(run.code()).isEqualTo(ExitCode.PLUGIN_CRITICAL);
    }

    @Test
    void a_nagios_line_in_a_file_leaves_the_code_as_it_is() throws IOException {
        Path file = folder.resolve("line");

        CommandRun run = check("token-expired", "-o", "short", "-o", "nagios=" + file);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(Files.readString(file)).matches(PLUGIN_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "token-expired", "intermittent-504"})
    void prometheus_of_a_check_passes_promtool(String scenario) throws Exception {
        CommandRun run = check(scenario, "-o", "prometheus");

        assertThat(run.out()).contains("scimdoctor_last_run_timestamp_seconds{").contains("simulated=\"true\"");
        assertThat(promtool(run.out())).isEmpty();
    }

    @Test
    void prometheus_of_many_answers_passes_promtool() throws Exception {
        CommandRun run = corpus("prometheus");

        assertThat(run.out()).contains("scimdoctor_last_run_timestamp_seconds " + CommandRun.NOW.getEpochSecond());
        assertThat(promtool(run.out())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "token-expired"})
    void every_metric_has_its_help_and_type_once(String scenario) {
        List<String> lines = check(scenario, "-o", "prometheus").out().lines().toList();

        List<String> names = lines.stream()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("#"))
                .allMatch(line -> names.contains(line.substring(0, line.indexOf('{'))));
    }

    @Test
    void a_prometheus_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("scim.prom"), "old\n");

        CommandRun run = check("healthy", "-o", "prometheus", "--output-file", file.toString());

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file))
                .startsWith("# HELP scimdoctor_last_run")
                .contains("scimdoctor_healthy{");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_prometheus_file_stays_when_the_run_cannot_begin() throws IOException {
        Path file = Files.writeString(folder.resolve("scim.prom"), "old\n");

        CommandRun run = CommandRun.of("classify", "nosuch", "-o", "prometheus=" + file);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(file)).isEqualTo("old\n");
    }

    @Test
    void markdown_of_captured_answers_stays_as_it_is() throws IOException {
        CommandRun run = CommandRun.with()
                .in(DENIED)
                .run("classify", "--status", "403", "--method", "DELETE", "--url", "/groups/x", "-o", "markdown");

        Golden.assertMatches("classify-markdown", run.out());
    }

    @Test
    void markdown_of_a_check_has_verdict_findings_checks_and_calls() {
        CommandRun run = check("token-expired", "-o", "markdown");

        assertThat(run.out())
                .startsWith("## FAIL: ")
                .contains("SIMULATED", "### ", "| `token.lifetime` | FAIL |", "| GET /serviceproviderconfig | 401 |");
    }

    @Test
    void a_workflow_of_github_gets_annotations_beside_the_result() throws IOException {
        CommandRun run = CommandRun.with()
                .in(DENIED)
                .variable("GITHUB_ACTIONS", "true")
                .run("classify", "--status", "403", "-o", "json");
        CommandRun quiet = CommandRun.with()
                .in(DENIED)
                .variable("GITHUB_ACTIONS", "true")
                .run("classify", "--status", "403", "-q");
        CommandRun elsewhere = CommandRun.with().in(DENIED).run("classify", "--status", "403");

        assertThat(run.err()).startsWith("::error title=scimdoctor%3A permission-missing::The application lacks");
        assertThat(Json.read(run.out()).path("kind").asText()).isEqualTo("DiagnosisReport");
        assertThat(quiet.err()).isEmpty();
        assertThat(elsewhere.err()).isEmpty();
    }

    @Test
    void a_workflow_of_github_is_told_of_a_run_without_a_result() {
        CommandRun run = CommandRun.with().variable("GITHUB_ACTIONS", "true").run("classify", "nosuch");

        assertThat(run.err()).contains("\n::error title=scimdoctor::there is no file 'nosuch'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "markdown", "prometheus"})
    void the_strict_policy_masks_the_tenant_in_every_format(String format) throws IOException {
        Path file = folder.resolve("result");

        CommandRun plain = check("token-expired", "-o", format);
        check("token-expired", "-o", format + "=" + file, "--redact", "strict");

        String tenant = "5c1d0c70-1111-4222-8333-444455556666";
        assertThat(plain.out().contains(tenant)).isEqualTo(!format.equals("junit"));
        assertThat(Files.readString(file)).isNotEmpty().doesNotContain(tenant);
    }

    @Test
    void probe_speaks_to_monitoring_too() {
        CommandRun run = CommandRun.with()
                .realClock()
                .run("probe", "GET", "/users", "--simulate=throttled", "--no-record", "-o", "nagios");

        assertThat(run.out()).matches(PLUGIN_LINE).startsWith("SCIM CRITICAL - SIMULATED");
        assertThat(run.code()).isEqualTo(ExitCode.PLUGIN_CRITICAL);
    }

    @Test
    void junit_of_lint_has_a_case_for_each_text_and_fits_the_schema() throws IOException, SAXException {
        CommandRun run =
                CommandRun.with().in("userName co \"a\"\nuserName eq \"a\"\n").run("lint", "filter", "-o", "junit");
        CommandRun warned = CommandRun.of("lint", "query", "count=500", "-o", "junit");
        CommandRun nothing = CommandRun.with().in("").run("lint", "filter", "-o", "junit");

        validate(run.out());
        validate(warned.out());
        validate(nothing.out());
        assertThat(run.out()).contains("tests=\"2\" failures=\"1\"").contains("type=\"filter-operator\"");
        assertThat(warned.out()).contains("failures=\"0\"").contains("[count-");
        assertThat(nothing.out()).contains("skipped=\"1\"").contains("the input is empty");
    }

    @Test
    void lint_writes_several_formats_in_one_run_and_the_strict_policy_holds_in_each() throws IOException {
        String id = "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";
        Path file = folder.resolve("result.json");

        CommandRun run = CommandRun.with()
                .variable("XDG_STATE_HOME", folder.resolve("state").toString())
                .run(
                        "lint",
                        "query",
                        "filter=id co \"" + id + "\"&count=-1",
                        "--fix",
                        "--redact",
                        "strict",
                        "-o",
                        "text",
                        "-o",
                        "json=" + file);

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).contains("Corrected, ").doesNotContain(id);
        assertThat(Json.read(Files.readString(file)).path("kind").asText()).isEqualTo("LintReport");
        assertThat(Files.readString(file)).doesNotContain(id);
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema schema = factory.newSchema(MachineFormatsTest.class.getResource("/io/scimdoctor/junit.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    /** What promtool has against the metrics. */
    private String promtool(String metrics) throws IOException, InterruptedException {
        Needs.tool("promtool");
        Path file = Files.writeString(folder.resolve("metrics"), metrics, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "failed: " + said;
    }
}
