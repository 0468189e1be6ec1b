package io.scimdoctor;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a test needs of the machine beside Java. Where it is missing, the test is skipped; with {@code CI=true} it fails. */
public final class Needs {
    private Needs() {}

    /** A program on the path, or among those of the administrator, which are not always on it. */
    public static void tool(String name) {
        for (String folder : (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return;
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            fail(name + " is not installed");
        }
        abort(name + " is not installed");
    }

    /** A circumstance that no installation changes, such as who runs the tests: without it the test is skipped everywhere. */
    public static void circumstance(boolean given, String otherwise) {
        if (!given) {
            abort(otherwise);
        }
    }
}
