package io.scimdoctor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Pseudonyms.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One value has one pseudonym for all runs of a user, and no two values share one. */
final class PseudonymFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_value_keeps_its_pseudonym_and_case_does_not_matter() {
        Pseudonyms first = new PseudonymFile(folder);
        String jane = first.of(Kind.USER, "jane@contoso.example");
        String john = first.of(Kind.USER, "john@contoso.example");

        Pseudonyms later = new PseudonymFile(folder);

        assertThat(jane).isEqualTo("user-1");
        assertThat(john).isEqualTo("user-2");
        assertThat(later.of(Kind.USER, "JOHN@contoso.example")).isEqualTo(john);
        assertThat(later.of(Kind.USER, "jane@contoso.example")).isEqualTo(jane);
        assertThat(later.of(Kind.DOMAIN, "contoso.example")).isEqualTo("domain-1");
    }

    @Test
    void the_file_does_not_hold_the_value_and_only_its_owner_may_read_it() throws IOException {
        new PseudonymFile(folder).of(Kind.USER, "jane@contoso.example");

        assertThat(Files.readString(file())).doesNotContain("jane").startsWith("key ");
        if (!System.getProperty("os.name").startsWith("Windows")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void several_processes_agree() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(RecordingProcess.start(folder, "p" + i, "person"));
        }

        Set<String> pairs = new HashSet<>();
        for (Process process : processes) {
            List<String> lines = RecordingProcess.lines(process, Integer.MAX_VALUE);
            assertThat(lines).hasSize(RecordingProcess.RUNS);
            pairs.addAll(lines);
        }

        assertThat(pairs).hasSize(RecordingProcess.RUNS);
        assertThat(pairs.stream().map(pair -> pair.split(" ")[1])).doesNotHaveDuplicates();
    }

    @Test
    void several_threads_with_a_file_object_each_agree() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> found = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            found.add(threads.submit(() -> {
                Pseudonyms pseudonyms = new PseudonymFile(folder);
                StringBuilder all = new StringBuilder();
                for (int n = 0; n < 20; n++) {
                    all.append(' ').append(pseudonyms.of(Kind.NAME, "name" + n));
                }
                return all.toString();
            }));
        }

        Set<String> different = new HashSet<>();
        for (Future<String> one : found) {
            different.add(one.get());
        }
        threads.shutdown();
        assertThat(different).hasSize(1);
    }

    @Test
    void a_last_line_that_was_cut_off_is_forgotten() throws IOException {
        Pseudonyms first = new PseudonymFile(folder);
        first.of(Kind.USER, "a@contoso.example");
        first.of(Kind.USER, "b@contoso.example");
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 5));

        Pseudonyms later = new PseudonymFile(folder);

        assertThat(later.of(Kind.USER, "c@contoso.example")).isEqualTo("user-2");
        assertThat(later.of(Kind.USER, "a@contoso.example")).isEqualTo("user-1");
        assertThat(Files.readString(file())).endsWith("\n").hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "key zz\n",
                "key ab\n",
                "planet 00 7\n",
                "user 00 many\n",
                "user 00 -3\n",
                "user 00 2147483647\n",
                "\u0000\u0001\u00ff\n",
                "no end"
            })
    void a_damaged_file_is_used_as_far_as_it_goes(String damage) throws IOException {
        Files.writeString(file(), damage, StandardCharsets.ISO_8859_1);

        Pseudonyms first = new PseudonymFile(folder);
        String one = first.of(Kind.USER, "a@contoso.example");
        String two = first.of(Kind.USER, "b@contoso.example");

        assertThat(List.of(one, two)).containsExactly("user-1", "user-2");
        assertThat(new PseudonymFile(folder).of(Kind.USER, "b@contoso.example")).isEqualTo(two);
    }

    @Test
    void a_file_that_is_deleted_while_it_is_in_use_is_begun_anew() throws IOException {
        Pseudonyms first = new PseudonymFile(folder);
        first.of(Kind.USER, "a@contoso.example");
        Files.delete(file());

        String other = first.of(Kind.USER, "b@contoso.example");

        assertThat(other).isNotEqualTo("user-1");
        assertThat(new PseudonymFile(folder).of(Kind.USER, "b@contoso.example")).isEqualTo(other);
    }

    @Test
    void where_it_cannot_be_written_no_two_values_get_the_same() throws IOException {
        Path state = folder.resolve("state");
        Pseudonyms first = new PseudonymFile(state);
        String known = first.of(Kind.USER, "a@contoso.example");
        byte[] content = Files.readAllBytes(state.resolve("pseudonyms.key"));
        Files.delete(state.resolve("pseudonyms.key"));
        Files.delete(state);
        Files.write(state, content);

        String next = first.of(Kind.USER, "b@contoso.example");

        assertThat(next).isEqualTo("user-2").isNotEqualTo(known);
        assertThat(first.of(Kind.USER, "c@contoso.example")).isEqualTo("user-3");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_may_only_be_read_still_counts() throws IOException {
        new PseudonymFile(folder).of(Kind.USER, "a@contoso.example");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
        Needs.circumstance(!Files.isWritable(file()), "root may write anywhere");

        Pseudonyms later = new PseudonymFile(folder);

        assertThat(later.of(Kind.USER, "b@contoso.example")).isEqualTo("user-2");
        assertThat(later.of(Kind.USER, "a@contoso.example")).isEqualTo("user-1");
    }

    @Test
    void a_file_of_another_kind_that_is_appended_to_meanwhile_is_read_on() throws IOException {
        Pseudonyms first = new PseudonymFile(folder);
        first.of(Kind.NAME, "x");
        Files.writeString(file(), "user 0123 41\n", StandardOpenOption.APPEND);

        assertThat(first.of(Kind.USER, "a@contoso.example")).isEqualTo("user-42");
    }

    private Path file() {
        return folder.resolve("pseudonyms.key");
    }
}
