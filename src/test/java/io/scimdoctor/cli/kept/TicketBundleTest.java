package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle and what becomes of it on its way. */
final class TicketBundleTest {
    @TempDir
    private Path folder;

    private Path bundle;

    private CommandRun.Setup setup() {
        return CommandRun.with().realClock().variable("XDG_STATE_HOME", folder.toString());
    }

    @BeforeEach
    void make() {
        setup().run("check", "--simulate=permission-missing", "-q");
        bundle = folder.resolve("bundle.zip");
        CommandRun run = setup().run(
                        "ticket",
                        "new",
                        "--bundle",
                        bundle.toString(),
                        "--note",
                        "The roles were granted before",
                        "--case-id",
                        "INC0012345");
        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
    }

    private CommandRun verify(String... options) {
        String[] words = new String[3 + options.length];
        System.arraycopy(new String[] {"ticket", "verify", bundle.toString()}, 0, words, 0, 3);
        System.arraycopy(options, 0, words, 3, options.length);
        return CommandRun.of(words);
    }

    @Test
    void a_fresh_bundle_is_fine() throws IOException {
        CommandRun run = verify();
        CommandRun json = verify("-o", "json");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(json.schemaErrors()).isEmpty();
        assertThat(entries().keySet())
                .contains(
                        "har/001.har",
                        "manifest.json",
                        "runs/001.json",
                        "ticket.html",
                        "ticket.json",
                        "ticket.md",
                        "ticket.txt");
        assertThat(new CommandRun(ExitCode.HEALTHY, entry(entries(), "manifest.json"), "").schemaErrors())
                .isEmpty();
        assertThat(new CommandRun(ExitCode.HEALTHY, entry(entries(), "ticket.json"), "").schemaErrors())
                .isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_same_evidence_gives_the_same_bytes() throws IOException {
        Path again = folder.resolve("again.zip");

        setup().run(
                        "ticket",
                        "new",
                        "--bundle",
                        again.toString(),
                        "--note",
                        "The roles were granted before",
                        "--case-id",
                        "INC0012345");

        assertThat(again).hasSameBinaryContentAs(bundle);
    }

    @Test
    void the_key_of_the_pseudonyms_stays_at_home() throws IOException {
        setup().in("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"409\","
                        + "\"detail\":\"jane.doe@fabrikam.example already exists\"}")
                .run("ticket", "new", "--from", "-", "--bundle", bundle.toString());
        Path key = folder.resolve("scimdoctor").resolve("pseudonyms.key");
        assertThat(key).exists();
        String secret = Files.readString(key).lines().findFirst().orElseThrow().substring("key ".length());

        assertThat(entry(entries(), "ticket.md")).contains("user-1@domain-1");
        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(entries().values()).noneMatch(text -> text.contains(secret));
        assertThat(entries()).doesNotContainKey("pseudonyms.key");
    }

    @Test
    void a_strict_bundle_is_fine_and_names_no_object() throws IOException {
        setup().run("ticket", "new", "--bundle", bundle.toString(), "--redact", "strict");

        assertThat(verify().code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(entries().values()).noneMatch(text -> text.contains("5c1d0c70-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.md", "ticket.txt", "ticket.json", "ticket.html", "runs/001.json"})
    void a_changed_entry_is_noticed(String name) throws IOException {
        Map<String, String> entries = entries();
        entries.put(name, entry(entries, name) + " ");
        write(entries);

        assertThat(verify().code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(verify().out()).contains(name + ": it is not what the manifest says");
    }

    @ParameterizedTest
    @CsvSource({
        "ticket.md, does not say what the records",
        "ticket.html, does not say what the records",
        "ticket.txt, does not say what the records"
    })
    void a_changed_entry_is_noticed_even_when_the_manifest_is_changed_too(String name, String problem)
            throws IOException {
        Map<String, String> entries = entries();
        entries.put(name, entry(entries, name).replace("SIMULATED", "Real"));
        sign(entries);
        write(entries);

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out().replaceAll("\\s+", " ")).contains(name + ": it " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "eyJhbGciOiJub25lIn0.eyJ4IjoiMSJ9.c2ln, shaped like a token",
        "Authorization: Bearer EwBwA8l6BAAUO9chh8cJscQLmU, Authorization header",
        "jane.doe@fabrikam.example, mail address"
    })
    void what_is_shaped_like_a_secret_or_a_person_is_noticed(String planted, String problem) throws IOException {
        Map<String, String> entries = entries();
        entries.put("ticket.md", entry(entries, "ticket.md") + planted);
        sign(entries);
        write(entries);

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out().replaceAll("\\s+", " ")).contains(problem);
        assertThat(run.all()).doesNotContain(planted);
    }

    @Test
    void what_the_redaction_would_mask_in_a_record_is_noticed() throws IOException {
        Map<String, String> entries = entries();
        entries.put(
                "runs/001.json",
                entry(entries, "runs/001.json").replace("Insufficient privileges", "Zorblax privileges"));
        sign(entries);
        write(entries);

        assertThat(verify().code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(verify().out()).contains("the redaction would mask more");
    }

    @Test
    void what_the_redaction_would_mask_in_an_archive_is_noticed() throws IOException {
        Map<String, String> entries = entries();
        entries.put(
                "har/001.har", entry(entries, "har/001.har").replace("Insufficient privileges", "Zorblax privileges"));
        sign(entries);
        write(entries);

        assertThat(verify().code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(verify().out()).contains("har/001.har: the redaction would mask more");
    }

    @Test
    void an_entry_more_or_less_is_noticed() throws IOException {
        Map<String, String> entries = entries();
        entries.put("notes.txt", "more");
        entries.remove("ticket.txt");
        write(entries);

        assertThat(verify().out())
                .contains("notes.txt: the manifest does not name it", "ticket.txt: the manifest names it, and it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/passwd", "a\\b", "runs/../../x", "C:x", "ticket.md/"})
    void a_name_that_is_a_way_out_is_noticed_and_never_used(String name) throws IOException {
        Map<String, String> entries = entries();
        entries.put(name, "x");
        write(entries);

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out()).contains("no entry of a bundle has such a name");
        assertThat(folder.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void what_is_no_bundle_gives_no_verdict() throws IOException {
        Files.writeString(bundle, "hello");
        assertThat(verify().code()).isEqualTo(ExitCode.NO_VERDICT);

        write(new LinkedHashMap<>(Map.of("a.txt", "a")));
        assertThat(verify().code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(CommandRun.of("ticket", "verify").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("ticket", "verify", "nowhere.zip").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_bomb_is_refused() throws IOException {
        try (OutputStream file = Files.newOutputStream(bundle);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run.err()).contains("unpacks to more");
    }

    @Test
    void too_many_entries_are_refused() throws IOException {
        Map<String, String> entries = entries();
        for (int i = 0; i < 250; i++) {
            entries.put("x" + i, "");
        }
        write(entries);

        assertThat(verify().code()).isEqualTo(ExitCode.NO_VERDICT);
    }

    @Test
    void a_cut_file_is_noticed() throws IOException {
        byte[] whole = Files.readAllBytes(bundle);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 5}) {
            Files.write(bundle, java.util.Arrays.copyOf(whole, length));

            assertThat(verify().code()).as("%d bytes", length).isEqualTo(ExitCode.NO_VERDICT);
        }
    }

    private static String entry(Map<String, String> entries, String name) {
        return String.valueOf(entries.get(name));
    }

    private Map<String, String> entries() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private void write(Map<String, String> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(bundle);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** What somebody does who changes an entry and knows about the manifest. */
    private static void sign(Map<String, String> entries) throws IOException {
        String manifest = entry(entries, "manifest.json");
        for (JsonNode entry : Json.read(manifest).path("entries")) {
            byte[] content = entry(entries, entry.path("name").asText()).getBytes(StandardCharsets.UTF_8);
            manifest = manifest.replace(entry.path("sha256").asText(), sha256(content))
                    .replaceFirst(
                            "(\"name\": \"" + entry.path("name").asText() + "\",\\s+\"size\": )[0-9]+",
                            "$1" + content.length);
        }
        entries.put("manifest.json", manifest);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
