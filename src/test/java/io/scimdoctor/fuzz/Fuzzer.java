package io.scimdoctor.fuzz;

import java.io.IOException;
import java.util.Locale;

/** What Jazzer calls: the target that the property {@code fuzz.target} names. */
public final class Fuzzer {
    private static final FuzzTarget TARGET =
            FuzzTarget.valueOf(System.getProperty("fuzz.target", "answers").toUpperCase(Locale.ROOT));

    private Fuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.run(input);
    }
}
