package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged image, started as a user starts it; the tests mostly wait for what they started. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
final class LauncherIT {
    static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();

    private static final int JAVA = Runtime.version().feature();
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String DENIED =
            "HTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Authorization_RequestDenied\"}}";

    /** {"alg":"none"} and {"exp":1,"aud":"https://graph.microsoft.com"}. */
    private static final String EXPIRED =
            "eyJhbGciOiJub25lIn0.eyJleHAiOjEsImF1ZCI6Imh0dHBzOi8vZ3JhcGgubWljcm9zb2Z0LmNvbSJ9.x";

    @TempDir
    private Path folder;

    record Ended(int code, String out, String err) {}

    /** JUnit would warn of links that lead out of the folder. */
    @AfterEach
    void remove_links() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_pipe_is_a_file_like_any_other() throws Exception {
        Path pipe = folder.resolve("pipe");
        String script = "mkfifo \"$1\"; printf abc >\"$1\" & exec \"$0\" token inspect \"$1\" -o short";

        Ended ended = start(Map.of(), "", "/bin/sh", "-c", script, LAUNCHER.toString(), pipe.toString());

        assertThat(ended.out()).startsWith("fail token-unparseable");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void it_starts_through_a_chain_of_links() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        Ended ended = start(Map.of(), "", second.toString(), "--version");

        assertThat(ended.out()).isEqualTo("scimdoctor " + Version.text() + "\n");
        assertThat(ended.code()).isZero();
        assertThat(first).exists();
    }

    @Test
    void an_archive_of_classes_that_is_broken_or_of_another_build_changes_nothing() throws Exception {
        Path image = folder.resolve("the image");
        Path launcher = image.resolve("bin/scimdoctor");
        String[] explain = {launcher.toString(), "explain", "throttled", "-o", "json"};
        copy(Path.of("target", "scimdoctor").toAbsolutePath(), image);
        Ended without = start(Map.of("SCIMDOCTOR_ARCHIVE", "off"), "", explain);

        Ended made = start(Map.of("SCIMDOCTOR_ARCHIVE", "make"), "", launcher.toString());
        Path archive = image.resolve("lib/archives/java-" + JAVA + "/classes.jsa");
        Ended with = start(Map.of(), "", explain);
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
        Ended broken = start(Map.of(), "", explain);
        Files.writeString(image.resolve("lib/build"), "another build\n");
        Ended other = start(Map.of("HOME", folder.toString(), "XDG_CACHE_HOME", "/dev/null"), "", explain);

        assertThat(made).isEqualTo(new Ended(0, "", ""));
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

        start(
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

    @Test
    void the_first_start_makes_an_archive_for_the_next_beside_that_of_another_java() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("scimdoctor"), PRIVATE);
        Path another = Files.createDirectory(cache.resolve("java-99"), PRIVATE);
        Path image = folder.resolve("image");
        copy(Path.of("target", "scimdoctor").toAbsolutePath(), image);
        deleteAll(image.resolve("lib/archives"));
        Map<String, String> variables = Map.of("XDG_CACHE_HOME", folder.toString());

        try (WatchService made = cache.getFileSystem().newWatchService()) {
            cache.register(made, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            Ended first = start(variables, "", image.resolve("bin/scimdoctor").toString(), "--version");
            assertThat(first.code()).isZero();
            await(made, "java-" + JAVA + ".lock", StandardWatchEventKinds.ENTRY_DELETE);
        }
        Path archive = cache.resolve("java-" + JAVA + "/classes.jsa");
        String script = "exec /bin/sh -x \"$0\" --version";
        Ended next = start(
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
        Path java = fakeJava("17.0.1", "echo \"$@\"");
        Path image = folder.resolve("image");
        copy(Path.of("target", "scimdoctor").toAbsolutePath(), image);
        deleteAll(image.resolve("lib/archives"));
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

        Ended ended = start(
                Map.of("JAVA_HOME", java.getParent().getParent().toString(), "XDG_CACHE_HOME", folder.toString()),
                "",
                image.resolve("bin/scimdoctor").toString(),
                "version");

        assertThat(ended.out().contains("-XX:SharedArchiveFile=")).isEqualTo(opened.equals("as it was made"));
        assertThat(ended.out()).endsWith("io.scimdoctor.cli.Main version\n");
    }

    @Test
    void a_place_that_java_would_split_is_named() throws Exception {
        Path image = folder.resolve("a:b");
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("scimdoctor");
        Files.copy(LAUNCHER, launcher, StandardCopyOption.COPY_ATTRIBUTES);

        Ended ended = start(Map.of(), "", launcher.toString(), "check");

        assertThat(ended.err()).contains("a:b has a colon in its name");
        assertThat(ended.code()).isEqualTo(3);
    }

    private static void deleteAll(Path top) throws IOException {
        try (Stream<Path> files = Files.exists(top) ? Files.walk(top) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void without_java_it_says_so_and_ends_with_3() throws Exception {
        Ended ended =
                start(Map.of("JAVA_HOME", "", "PATH", toolsWithoutJava()), "", "/bin/sh", LAUNCHER.toString(), "check");

        assertThat(ended.err())
                .isEqualTo("scimdoctor: there is no Java here; install Java 17 or later, or set JAVA_HOME.\n");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void without_java_a_monitoring_system_reads_unknown() throws Exception {
        Ended ended = start(
                Map.of("JAVA_HOME", "", "PATH", toolsWithoutJava()),
                "",
                "/bin/sh",
                LAUNCHER.toString(),
                "check",
                "-o",
                "nagios");

        assertThat(ended.out()).startsWith("SCIM UNKNOWN - there is no Java here");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void an_old_java_is_named_and_not_started() throws Exception {
        fakeJava("11.0.2", "echo started");

        Ended ended = start(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "", LAUNCHER.toString(), "check");

        assertThat(ended.err()).contains("Java 11.0.2").contains("install Java 17 or later");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output-file /dev/full", "-o text -o json=/dev/full"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
    void a_full_disk_is_named_in_one_sentence(String outputs) throws Exception {
        String[] explain = (LAUNCHER + " explain throttled " + outputs).split(" ");

        Ended ended = start(Map.of(), "", explain);

        assertThat(ended.err())
                .isEqualTo("scimdoctor: the result cannot be written; check the folder and the space on the disk.\n");
        assertThat(ended.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "9m", "13m"})
    void an_exhausted_heap_is_named_in_one_sentence(String heap) throws Exception {
        String user = "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"displayName\":\"x\"},";
        String answer = "{\"totalResults\":9,\"Resources\":[" + user.repeat(60_000) + "{}]}";
        Map<String, String> small = Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
        String launcher = LAUNCHER.toString();

        Ended classified = start(small, answer, launcher, "classify", "--status", "400", "-o", "json", "-");
        Ended checked = start(small, "", launcher, "check", "--simulate=throttled", "-o", "json");

        for (Ended ended : List.of(classified, checked)) {
            boolean exhausted = ended.err().contains("scimdoctor: the memory that Java may use is exhausted; ");
            assertThat(ended.code()).isEqualTo(exhausted ? 70 : 1);
            assertThat(exhausted || ended.out().endsWith("}\n")).isTrue();
        }
        assertThat(classified.code()).isEqualTo(70);
    }

    /** A script in the place of a Java. */
    private Path fakeJava(String version, String script) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("readlink", "sed", "head")) {
            Path tool = Path.of("/usr/bin", name);
            if (Files.exists(tool) && !Files.exists(tools.resolve(name))) {
                Files.createSymbolicLink(tools.resolve(name), tool);
            }
        }
        return tools.toString();
    }

    static Ended start(Map<String, String> variables, String in, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(variables);
        builder.environment().remove("SCIMDOCTOR_TOKEN");
        builder.environment().putIfAbsent("XDG_CONFIG_HOME", "/nowhere");
        Path err = Files.createTempFile("launcher", ".err");
        builder.redirectError(err.toFile());
        Process process = builder.start();
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(in.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading its input.
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(err));
    }
}
