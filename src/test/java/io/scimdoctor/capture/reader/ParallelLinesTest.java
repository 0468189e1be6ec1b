package io.scimdoctor.capture.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.Shown;
import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.input.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelLinesTest {
    private static final int LIMIT = 3_000_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void the_order_and_the_places_are_those_of_the_input_for_any_number_of_threads(int threads) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60_000; i++) {
            text.append(i % 1_000 == 0 ? "garbage" : "{\"status\":404,\"body\":\"" + "x".repeat(i % 200) + "\"}");
            text.append(i % 3 == 0 ? "\r\n" : "\n");
        }
        text.append("{\"status\":204}\n{\"status\":204}\n{\"status\":204}");

        List<String> seen = read(text.toString(), threads);

        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 60_000; i++) {
            expected.add(i % 1_000 == 0 ? i + " garbage" : i + " 404");
        }
        expected.addAll(List.of("60001 204", "ok", "60003 204"));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void a_line_longer_than_a_block_is_read_and_one_beyond_the_limit_is_reported() throws IOException {
        String text = "{\"status\":404,\"body\":\"" + "x".repeat(2_500_000) + "\"}\n{\"status\":404,\"body\":\""
                + "x".repeat(5_000_000) + "\"}\n{\"status\":404}\n";

        assertThat(read(text, 2)).containsExactly("1 404", "2 garbage", "3 404");
    }

    @Test
    void each_block_knows_the_only_server_that_the_calls_at_the_start_name() throws IOException {
        String text = "{\"method\":\"GET\",\"url\":\"https://scim.vendor.example/scim/v2\"}\n"
                + "{\"method\":\"GET\",\"path\":\"/users/1\",\"status\":404}\n".repeat(30_000);
        Noting noting = new Noting();

        CaptureReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "-", Hints.NONE, noting);

        assertThat(noting.seen).hasSize(30_001);
        assertThat(noting.urls).containsExactly("https://scim.vendor.example/users/1");
        assertThat(Reading.of(text).lines()).hasSize(30_000).allMatch(line -> line.contains("//scim.vendor.example/"));
    }

    private static List<String> read(String text, int threads) throws IOException {
        Noting noting = new Noting();
        ByteSource source = ByteSource.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        new ParallelLines(source, CaptureReader.intake("-", Hints.NONE, noting), LIMIT).read(noting, 0, threads);
        return noting.seen;
    }

    /** Notes what comes, with its line. */
    private static final class Noting implements SummingSink {
        private final List<String> seen = new ArrayList<>();
        private final Set<String> urls = new HashSet<>();
        private @Nullable Captured last;

        @Override
        public void exchange(Captured captured) {
            int status = Objects.requireNonNull(captured.exchange().answer()).status();
            last = status == 204 ? captured : null;
            urls.add(String.valueOf(captured.exchange().request().url()));
            seen.add(captured.source().index() + " " + status);
        }

        @Override
        public SummingSink summing(boolean ahead) {
            return this;
        }

        @Override
        public void unreadable(Unreadable unreadable) {
            seen.add(unreadable.source().index() + " garbage");
        }

        @Override
        public @Nullable Shown shown() {
            Captured success = last;
            last = null;
            return success == null ? null : new Shown(success, null, "unknown", false);
        }

        @Override
        public boolean wantsRequestId(@Nullable String finding) {
            return true;
        }

        @Override
        public boolean again(Shown earlier, @Nullable Instant at, @Nullable String requestId) {
            seen.add("ok");
            return true;
        }

        @Override
        public SummingSink part() {
            return new Noting();
        }

        @Override
        public void add(SummingSink part, long before) {
            urls.addAll(((Noting) part).urls);
            for (String one : ((Noting) part).seen) {
                int space = one.indexOf(' ');
                seen.add(space < 0 ? one : Long.parseLong(one.substring(0, space)) + before + one.substring(space));
            }
        }
    }
}
