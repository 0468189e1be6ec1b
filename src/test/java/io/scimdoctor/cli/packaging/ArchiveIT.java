package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes that makes a start short: when it is made, and whose is loaded. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
final class ArchiveIT {
    static final Path IMAGE = Path.of("target", "scimdoctor").toAbsolutePath();
    private static final int JAVA = Runtime.version().feature();
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    @TempDir
    private Path folder;

    @AfterEach
    void remove_links() throws IOException {
        LauncherIT.removeLinks(folder);
    }

    @Test
    void the_first_start_makes_an_archive_for_the_next_beside_that_of_another_java() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("scimdoctor"), PRIVATE);
        Path another = Files.createDirectory(cache.resolve("java-99"), PRIVATE);
        Path image = folder.resolve("image");
        copy(IMAGE, image, file -> !file.startsWith("lib/archives"));
        Map<String, String> variables = Map.of("XDG_CACHE_HOME", folder.toString());

        try (WatchService made = cache.getFileSystem().newWatchService()) {
            cache.register(made, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            LauncherIT.Ended first = LauncherIT.start(
                    variables, "", image.resolve("bin/scimdoctor").toString(), "--version");
            assertThat(first.code()).isZero();
            await(made, "java-" + JAVA + ".lock", StandardWatchEventKinds.ENTRY_DELETE);
        }
        Path archive = cache.resolve("java-" + JAVA + "/classes.jsa");
        String script = "exec /bin/sh -x \"$0\" --version";
        LauncherIT.Ended next = LauncherIT.start(
                variables,
                "",
                "/bin/sh",
                "-c",
                script,
                image.resolve("bin/scimdoctor").toString());

        assertThat(next.err()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(next.out()).isEqualTo("scimdoctor " + Version.text() + "\n");
        assertThat(another).isDirectory();
    }

    private static void await(WatchService service, String name, WatchEvent.Kind<Path> kind) throws Exception {
        while (true) {
            WatchKey key = service.poll(120, TimeUnit.SECONDS);
            assertThat(key).as(name).isNotNull();
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.kind() == kind && String.valueOf(event.context()).equals(name)) {
                    return;
                }
            }
            key.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"as it was made", "file", "folder", "cache", "link", "stamp"})
    void an_archive_that_somebody_else_can_write_is_not_loaded(String opened) throws Exception {
        Path java = LauncherIT.fakeJava(folder, "17.0.1", "echo \"$@\"");
        Path image = folder.resolve("image");
        // No class is ever asked for.
        copy(IMAGE, image, file -> !file.startsWith("lib/archives") && !file.startsWith("lib/data") && !isJar(file));
        Path cache = Files.createDirectory(folder.resolve("scimdoctor"), PRIVATE);
        Path slot = Files.createDirectory(cache.resolve("java-17"), PRIVATE);
        // Of a maker that is at work: none is begun.
        Files.createDirectory(cache.resolve("java-17.lock"));
        Path archive = Files.writeString(slot.resolve("classes.jsa"), "");
        String build = Files.readString(image.resolve("lib/build"));
        Files.writeString(slot.resolve("stamp"), java.toRealPath() + " 17.0.1 " + image.toRealPath() + " " + build);
        Path open = switch (opened) {
            case "file" -> archive;
            case "stamp" -> slot.resolve("stamp");
            case "folder" -> slot;
            case "cache" -> cache;
            default -> folder.resolve("nothing");
        };
        if (Files.exists(open)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));
        }
        if (opened.equals("link")) {
            Files.move(archive, folder.resolve("theirs"));
            Files.createSymbolicLink(archive, folder.resolve("theirs"));
        }

        LauncherIT.Ended ended = LauncherIT.start(
                Map.of("JAVA_HOME", java.getParent().getParent().toString(), "XDG_CACHE_HOME", folder.toString()),
                "",
                image.resolve("bin/scimdoctor").toString(),
                "version");

        assertThat(ended.out().contains("-XX:SharedArchiveFile=")).isEqualTo(opened.equals("as it was made"));
        assertThat(ended.out()).endsWith("io.scimdoctor.cli.Main version\n");
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    /** @param wanted is asked of each name below the folder */
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path name : files.map(from::relativize).filter(wanted).toList()) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
