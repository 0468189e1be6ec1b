package io.scimdoctor.capture;

import io.scimdoctor.capture.Sieves.Kept;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sieve of the second part of the classes, such as those that know words, finds what its pattern finds. */
// Each is asked by one thread, and looks through much.
@Execution(ExecutionMode.CONCURRENT)
final class TextSievesTest {
    private static final Set<String> LINES = new LinkedHashSet<>();

    @BeforeAll
    static void readSamples() throws IOException {
        LINES.addAll(Sieves.samples());
    }

    static List<Kept> sieves() throws IOException, ReflectiveOperationException {
        return Sieves.of(name -> name.compareTo(Sieves.SECOND) > 0 && name.compareTo(Sieves.THIRD) < 0);
    }

    @ParameterizedTest
    @MethodSource("sieves")
    void finds_in_every_sample_what_its_pattern_finds(Kept kept) {
        Sieves.assertFinds(kept, LINES);
    }
}
