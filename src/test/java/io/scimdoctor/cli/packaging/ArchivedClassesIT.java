package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an archive of classes holds, and that one which is broken or of another build changes nothing. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
final class ArchivedClassesIT {
    private static final int JAVA = Runtime.version().feature();

    private static final String DENIED =
            "HTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Authorization_RequestDenied\"}}";

    /** {"alg":"none"} and {"exp":1,"aud":"https://graph.microsoft.com"}. */
    private static final String EXPIRED =
            "eyJhbGciOiJub25lIn0.eyJleHAiOjEsImF1ZCI6Imh0dHBzOi8vZ3JhcGgubWljcm9zb2Z0LmNvbSJ9.x";

    @TempDir
    private Path folder;

    @AfterEach
    void remove_links() throws IOException {
        LauncherIT.removeLinks(folder);
    }

    @Test
    void an_archive_of_classes_that_is_broken_or_of_another_build_changes_nothing() throws Exception {
        Path image = folder.resolve("the image");
        Path launcher = image.resolve("bin/scimdoctor");
        String[] explain = {launcher.toString(), "explain", "throttled", "-o", "json"};
        ArchiveIT.copy(ArchiveIT.IMAGE, image, file -> !file.startsWith("lib/archives"));
        LauncherIT.Ended without = LauncherIT.start(Map.of("SCIMDOCTOR_ARCHIVE", "off"), "", explain);

        LauncherIT.Ended made = LauncherIT.start(Map.of("SCIMDOCTOR_ARCHIVE", "make"), "", launcher.toString());
        Path archive = image.resolve("lib/archives/java-" + JAVA + "/classes.jsa");
        LauncherIT.Ended with = LauncherIT.start(Map.of(), "", explain);
        assertAllClassesAreArchived(image, "explain", "throttled");
        assertAllClassesAreArchived(
                image,
                "classify",
                Files.writeString(folder.resolve("a"), DENIED).toString());
        assertAllClassesAreArchived(
                image,
                "token",
                "inspect",
                Files.writeString(folder.resolve("t"), EXPIRED).toString());
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        LauncherIT.Ended broken = LauncherIT.start(Map.of(), "", explain);
        Files.writeString(image.resolve("lib/build"), "another build\n");
        LauncherIT.Ended other =
                LauncherIT.start(Map.of("HOME", folder.toString(), "XDG_CACHE_HOME", "/dev/null"), "", explain);

        assertThat(made).isEqualTo(new LauncherIT.Ended(0, "", ""));
        assertThat(List.of(with, broken, other)).containsOnly(without);
        assertThat(archive.resolveSibling("stamp")).content().contains(image.toString());
        assertThat(image.resolve("lib/archives/java-" + JAVA + ".lock")).doesNotExist();
    }

    /** But for one that the JVM makes for itself: each class that a lambda or a stream spins costs a millisecond. */
    private void assertAllClassesAreArchived(Path image, String... command) throws Exception {
        Path log = folder.resolve("classes.log");
        Path launcher = image.resolve("bin/scimdoctor");
        String script = Files.readString(launcher);
        Path logging = Files.copy(launcher, image.resolve("bin/logging"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(logging, script.replace("-Xlog:all=error:stderr", "'-Xlog:class+load:file=" + log + "'"));

        LauncherIT.start(
                Map.of(),
                "",
                Stream.concat(Stream.of(logging.toString()), Stream.of(command)).toArray(String[]::new));

        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains(" io.scimdoctor.cli.Main source: shared objects file"));
        assertThat(loaded)
                .filteredOn(line -> line.contains(" source: ") && !line.contains("shared objects file"))
                .as(String.join(" ", command))
                .allMatch(line -> line.contains("LambdaForm$MH"))
                .hasSizeLessThanOrEqualTo(1);
        Files.delete(logging);
    }
}
