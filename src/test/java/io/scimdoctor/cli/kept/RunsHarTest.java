package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.SimulatedRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.SampleRuns;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported runs are HAR 1.2 for the strictest reader, and lose nothing that the diagnosis needs. */
final class RunsHarTest {
    private static final URI HAR = URI.create("urn:har:1.2");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"responses.ndjson", "variants.ndjson"})
    void every_known_answer_becomes_a_valid_entry(String corpus) throws IOException {
        Path file = Path.of("src/test/resources/io/scimdoctor/corpus", corpus);
        CommandRun imported = run("runs", "import", file.toString(), "-o", "json");

        String har = run("runs", "export").out();

        assertThat(errors(har)).isEmpty();
        assertThat(entries(har)).hasSize(Json.read(imported.out()).path("kept").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "service-timeout", "intermittent-504"})
    void the_run_of_a_check_is_valid_too(String scenario) throws IOException {
        store(SimulatedRun.of(scenario));

        assertThat(errors(run("runs", "export").out())).isEmpty();
        assertThat(errors(run("runs", "export", "--redact", "strict").out())).isEmpty();
    }

    @Test
    void a_refusal_that_was_wanted_is_no_failure_for_who_reads_the_export() throws IOException {
        store(SimulatedRun.of("healthy"));

        CommandRun read = CommandRun.with().in(run("runs", "export").out()).run("classify", "-", "-o", "short");

        assertThat(read.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(read.out()).isNotEmpty().doesNotContain("401");
    }

    @Test
    void the_times_of_an_entry_add_up_and_the_ids_stand_beside_them() throws IOException {
        store(SampleRuns.failed());

        JsonNode entry = entries(run("runs", "export").out()).get(0);

        JsonNode timings = entry.path("timings");
        assertThat(timings.path("dns").asInt()).isEqualTo(3);
        assertThat(timings.path("connect").asInt()).isEqualTo(61);
        assertThat(timings.path("ssl").asInt()).isEqualTo(41);
        assertThat(timings.path("blocked").asInt()).isEqualTo(-1);
        assertThat(entry.path("time").asInt())
                .isEqualTo(1900)
                .isEqualTo(3
                        + 61
                        + timings.path("wait").asInt()
                        + timings.path("receive").asInt());
        assertThat(entry.path("serverIPAddress").asText()).isEqualTo("20.190.160.21");
        assertThat(entry.path("_finding").asText()).isEqualTo("permission-missing");
        assertThat(entry.path("_requestId").asText()).isEqualTo("33333333-0000-4000-8000-000000000403");
        assertThat(entry.path("_attempts")).hasSize(2);
    }

    @Test
    void an_exported_run_is_classified_like_the_run() throws IOException {
        store(SampleRuns.failed());

        CommandRun run = CommandRun.with().in(run("runs", "export").out()).run("classify", "-", "-o", "ndjson");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).contains("\"id\":\"permission-missing\"");
    }

    @Test
    void a_call_without_url_or_host_still_gets_a_url_that_readers_take() throws IOException {
        CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).in("""
                        {"status":401,"body":{"error":{"code":"InvalidAuthenticationToken"}}}
                        {"request":{"method":"GET","url":"/users?filter=userName eq \\"a b\\""},"status":400}
                        """).run("runs", "import", "-");

        String har = run("runs", "export").out();

        assertThat(errors(har)).isEmpty();
        assertThat(CommandRun.with().in(har).run("classify", "-", "-o", "json").out())
                .doesNotContain("unknown.invalid", "UNKNOWN");
        assertThat(entries(har))
                .extracting(entry -> entry.path("request").path("url").asText())
                .satisfiesExactly(
                        url -> assertThat(url).isEqualTo("https://unknown.invalid/"),
                        url -> assertThat(url).startsWith("https://unknown.invalid/users?filter=userName%20eq%20%22"));
    }

    private CommandRun run(String... words) {
        return CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).run(words);
    }

    private void store(Run run) throws IOException {
        new RunStore(folder.resolve("scimdoctor"), new Outgoing(), InstantSource.system())
                .store(run, new RunStore.Retention(9, Duration.ofDays(9)));
    }

    private static List<JsonNode> entries(String har) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        Json.read(har).path("log").path("entries").forEach(entries::add);
        return entries;
    }

    private static List<String> errors(String har) throws IOException {
        Validator validator = new ValidatorFactory()
                .withDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        try (InputStream schema = RunsHarTest.class.getResourceAsStream("/io/scimdoctor/har/har-1.2.json")) {
            validator.registerSchema(HAR, new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
        return validator.validate(HAR, har).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }
}
