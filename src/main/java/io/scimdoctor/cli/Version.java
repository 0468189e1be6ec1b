package io.scimdoctor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that the build wrote into the jar. */
final class Version {
    private Version() {}

    static String text() {
        try (InputStream input = Version.class.getResourceAsStream("version.txt")) {
            return input == null ? "unknown" : new String(input.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
