package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The sieves of the program, and what they look through. */
final class Sieves {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SAMPLES = Path.of("src/test/resources/io/scimdoctor");

    /** Where the second and the third part of the classes begin, in the alphabet: together they take too long for one test. */
    static final String SECOND = "io/scimdoctor/capture/text/D";

    static final String THIRD = "io/scimdoctor/capture/text/L";

    /** Hundreds of answers that have most of what is around them in common. */
    private static final Path CORPUS = SAMPLES.resolve("corpus");

    static Set<String> samples() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path file : files(SAMPLES, "")) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n")) {
                if (file.startsWith(CORPUS)) {
                    addTexts(Json.read(line), lines);
                } else {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** What is common is one line then. */
    private static void addTexts(JsonNode within, Set<String> lines) {
        lines.addAll(List.of(within.asText().split("\n")));
        within.forEach(inner -> addTexts(inner, lines));
    }

    private Sieves() {}

    /** A sieve of the program, and the pattern within. */
    record Kept(String name, Sieve sieve, LatePattern pattern) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Those of the classes whose names, with their rooms, are asked for. */
    static List<Kept> of(Predicate<String> asked) throws IOException, ReflectiveOperationException {
        List<Kept> kept = new ArrayList<>();
        Field pattern = Sieve.class.getDeclaredField("pattern");
        pattern.setAccessible(true);
        for (Path file : files(CLASSES.resolve("io/scimdoctor/capture"), ".class")) {
            String name = CLASSES.relativize(file).toString().replace(".class", "");
            if (!asked.test(name)) {
                continue;
            }
            Class<?> type = Class.forName(name.replace('/', '.'), false, Sieves.class.getClassLoader());
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

    /** Fails unless a sieve finds in every sample what its pattern finds. */
    static void assertFinds(Kept kept, Set<String> lines) {
        for (String line : lines) {
            List<String> found = found(kept.sieve(), line);
            // A sentence for each of so many comparisons would take longer than they do.
            if (!found.equals(found(kept.pattern(), line))) {
                assertThat(found).as(line).isEqualTo(found(kept.pattern(), line));
            }
        }
    }

    static List<String> found(Sieve sieve, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher match = sieve.in(text, 0); match != null; match = sieve.in(text, match.end())) {
            found.add(match.start() + match.group());
        }
        return found;
    }

    static List<String> found(LatePattern pattern, String text) {
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
