package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that a person reads, compared exactly; {@code -Dgolden.update=true} writes it anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "scimdoctor", "golden");

    private Golden() {}

    public static void assertMatches(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).as(name).isEqualTo(Files.readString(file));
    }

    /** The text without what differs from run to run: ports and durations. */
    public static String settled(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("another \\d+ min, until \\S+", "another N min, until TIME");
    }
}
