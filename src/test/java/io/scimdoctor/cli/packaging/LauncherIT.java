package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
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

    @TempDir
    private Path folder;

    record Ended(int code, String out, String err) {}

    @AfterEach
    void remove_links() throws IOException {
        removeLinks(folder);
    }

    /** JUnit would warn of those that lead out of the folder. */
    static void removeLinks(Path folder) throws IOException {
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
    void the_packed_data_hold_the_commands_of_a_finding() throws Exception {
        Ended ended = start(Map.of(), "", LAUNCHER.toString(), "explain", "AADSTS7000112", "-o", "json");

        assertThat(ended.out()).contains("az ad sp update --id APP_ID --set accountEnabled=true");
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
        fakeJava(folder, "11.0.2", "echo started");

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

    /** A script in the place of a Java. */
    static Path fakeJava(Path folder, String version, String script) throws IOException {
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
