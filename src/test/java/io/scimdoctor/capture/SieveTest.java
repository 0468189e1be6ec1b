package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.Generated;
import io.scimdoctor.Growth;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sieve finds what its pattern finds. */
// Each sieve is asked by one thread, and looks through much.
@Execution(ExecutionMode.CONCURRENT)
final class SieveTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SAMPLES = Path.of("src/test/resources/io/scimdoctor");

    /** Hundreds of answers that have most of what is around them in common. */
    private static final Path VARIANTS = SAMPLES.resolve("corpus/variants.ndjson");

    private static final Set<String> LINES = new LinkedHashSet<>();

    @BeforeAll
    static void readSamples() throws IOException {
        for (Path file : files(SAMPLES, "")) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n")) {
                if (file.equals(VARIANTS)) {
                    addTexts(Json.read(line));
                } else {
                    LINES.add(line);
                }
            }
        }
    }

    /** What is common is one line then. */
    private static void addTexts(JsonNode within) {
        LINES.addAll(List.of(within.asText().split("\n")));
        within.forEach(SieveTest::addTexts);
    }

    /** A sieve of the program, and the pattern within. */
    record Kept(String name, Sieve sieve, LatePattern pattern) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kept> sieves() throws IOException, ReflectiveOperationException {
        List<Kept> kept = new ArrayList<>();
        Field pattern = Sieve.class.getDeclaredField("pattern");
        pattern.setAccessible(true);
        for (Path file : files(CLASSES.resolve("io/scimdoctor/capture"), ".class")) {
            String name = CLASSES.relativize(file).toString().replace(".class", "");
            Class<?> type = Class.forName(name.replace('/', '.'), false, SieveTest.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Sieve.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Sieve sieve = (Sieve) field.get(null);
                    kept.add(new Kept(
                            type.getSimpleName() + "." + field.getName(), sieve, (LatePattern) pattern.get(sieve)));
                }
            }
        }
        return kept;
    }

    @ParameterizedTest
    @MethodSource("sieves")
    void finds_in_every_sample_what_its_pattern_finds(Kept kept) {
        for (String line : LINES) {
            List<String> found = found(kept.sieve(), line);
            // A sentence for each of so many comparisons would take longer than they do.
            if (!found.equals(found(kept.pattern(), line))) {
                assertThat(found).as(line).isEqualTo(found(kept.pattern(), line));
            }
        }
    }

    @Test
    void tries_a_pattern_wherever_it_may_begin() {
        for (String regex : new String[] {
            "\\bab",
            "(?m)^b$",
            "(?<![\\w'])a(?![b.])",
            "(?<![a-z])ab",
            "(?<=\\.)ab|^b",
            "(?<= )ab",
            "(?<=['])b",
            "(?<!b(?:a|b)[.)])ab",
            "(?<=(?:a|b\\)):)a",
            "a$",
            "[A-Z:](?:ab|bb)\\b",
            "é",
            "(?i)Aa{2,3}+"
        }) {
            Sieve sieve = new Sieve(regex);
            LatePattern pattern = LatePattern.of(regex);
            Generated.values(500)
                    .forAll(Generated.damaged(chance -> "ab .A'b", "abA:.' 0é_\n", 6))
                    .checkAssert(
                            text -> assertThat(found(sieve, text)).as(regex).isEqualTo(found(pattern, text)));
        }
    }

    @Test
    void takes_twice_as_long_for_a_text_that_is_twice_as_long() throws IOException {
        Sieve sieve = new Sieve("\\b(?:GET|PUT) (https?://\\S{1,400}+) x");

        double growth =
                Growth.of(1_000_000, 50_000_000, 3, size -> found(sieve, "GET https://a.b/ GEx ".repeat(size / 21)));

        assertThat(growth).isLessThan(3);
    }

    private static List<String> found(Sieve sieve, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher match = sieve.in(text, 0); match != null; match = sieve.in(text, match.end())) {
            found.add(match.start() + match.group());
        }
        return found;
    }

    private static List<String> found(LatePattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            found.add(match.start() + match.group());
        }
        return found;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(end))
                    .toList();
        }
    }
}
