package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Generated;
import io.scimdoctor.capture.reader.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class HostileCaptureTest {
    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t\n", "\uFEFF"})
    void an_empty_input_is_said_to_be_empty(String text) {
        Reading reading = Reading.of(text);

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).isEqualTo("the input is empty"));
    }

    @Test
    void words_behind_many_blank_lines_are_no_empty_input() {
        Reading reading = Reading.of("   \n".repeat(50_000) + "see room 403 there");

        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("mentions 403"));
    }

    @Test
    void binary_garbage_is_one_unreadable() {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);

        Reading reading = Reading.of(bytes, Hints.NONE);

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("binary"));
    }

    @Test
    void accents_do_not_make_a_text_binary() {
        assertThat(Reading.of(
                                "HTTP/1.1 503 Indisponible\n\nR\u00E9essayez plus tard."
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                Hints.NONE)
                        .captured())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_understood_with_and_without_its_mark(String charset) {
        byte[] plain = CaptureSamples.CURL_I.getBytes(Charset.forName(charset));
        byte[] marked = ("\uFEFF" + CaptureSamples.CURL_I + "\uD83D\uDE00").getBytes(Charset.forName(charset));

        assertThat(Reading.of(plain, Hints.NONE).answer().status()).isEqualTo(400);
        assertThat(Reading.of(marked, Hints.NONE).answer().body()).endsWith("}\uD83D\uDE00");
    }

    @Test
    void a_long_utf_16_text_keeps_each_character() {
        String text = "{\"status\":400,\"body\":\"" + "x\uD83D\uDE00".repeat(9000) + "\"}";

        assertThat(Reading.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), Hints.NONE)
                        .answer()
                        .body())
                .isEqualTo("x\uD83D\uDE00".repeat(9000));
    }

    @Test
    void gzip_is_opened_by_its_content_even_twice() {
        assertThat(Reading.of(gzip(gzip(utf8(CaptureSamples.HAR))), Hints.NONE).captured())
                .hasSize(2);
    }

    @Test
    void damaged_gzip_yields_what_could_be_unpacked_and_says_so() {
        byte[] packed = gzip(utf8("{\"status\":400}\n".repeat(20_000)
                + new Random(3).ints(9000).boxed().toList()));

        Reading reading = Reading.of(Arrays.copyOf(packed, packed.length - 400), Hints.NONE);

        assertThat(reading.captured()).hasSize(20_000);
        assertThat(reading.unreadable())
                .last()
                .satisfies(u -> assertThat(u.reason()).contains("gzip"));
        assertThat(Reading.of(Arrays.copyOf(packed, 7), Hints.NONE).unreadable())
                .hasSize(1);
    }

    @Test
    void deep_nesting_is_no_danger() {
        String deep = "{\"a\":".repeat(50_000);

        Reading reading = Reading.of(deep);
        assertThat(reading.captured().size() + reading.unreadable().size()).isPositive();
        assertThat(Reading.of("[" + "[".repeat(100_000)).unreadable()).isNotEmpty();
        assertThat(Reading.of("{\"status\":400}\n{\"status\":401,\"body\":" + "[".repeat(1000) + "]".repeat(1000)
                                + "}\n")
                        .unreadableAt())
                .containsExactly(2L);
    }

    @Test
    void a_text_beyond_the_limit_is_read_up_to_it_and_the_rest_is_reported() {
        Reading reading = Reading.of(utf8("HTTP/1.1 500 x\n\n" + "y".repeat(200_000)), Hints.NONE, 1000);

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("longer than 1000"));
    }

    @Test
    void no_truncation_and_no_flipped_byte_makes_it_throw_or_lose_something_without_a_word() {
        String[] samples = CaptureSamples.all().values().toArray(String[]::new);
        Gen<String> damaged = chance -> {
            byte[] whole = utf8(Generated.pick(chance, samples));
            byte[] bytes = Arrays.copyOf(whole, 1 + Generated.below(chance, whole.length));
            for (int flips = Generated.below(chance, 4); flips > 0; flips--) {
                bytes[Generated.below(chance, bytes.length)] ^= (byte) (1 << Generated.below(chance, 8));
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        };

        Generated.values(800).forAll(damaged).checkAssert(text -> {
            Reading reading = Reading.of(text.getBytes(StandardCharsets.ISO_8859_1), Hints.NONE);

            assertThat(reading.captured().size() + reading.unreadable().size()).isPositive();
        });
    }
}
