package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.token.KeyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the packaged program loads, by the JVM's own log; the tests mostly wait for what they started. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
final class LoadedClassesIT {
    @TempDir
    private Path folder;

    @Test
    void without_a_configuration_file_nothing_that_reads_one_is_loaded() throws Exception {
        assertThat(loaded(List.of("check", "--dry-run"), ""))
                .noneMatch(line -> line.contains("org.tomlj.")
                        || line.contains("org.antlr.")
                        || line.contains("io.scimdoctor.config.ConfigReader"));
    }

    @Test
    void what_signs_is_loaded_for_a_certificate_only() throws Exception {
        KeyFiles keys = new KeyFiles(folder);
        keys.pkcs12("app");
        Path pem = keys.pem("app.pem", keys.keyBlock("app"), keys.certificateBlock("app"));
        Path secret = Files.writeString(folder.resolve("secret"), "secret-of-this-test");
        List<String> get = List.of("token", "get", "--tenant", "t", "--client-id", "c", "--authority-host");
        List<String> words = new ArrayList<>(get);
        words.addAll(List.of("http://127.0.0.1:1", "--client-secret-file", secret.toString()));

        List<String> bySecret = loaded(words, "");
        words.set(words.size() - 2, "--client-certificate");
        words.set(words.size() - 1, pem.toString());
        List<String> byCertificate = loaded(words, "");

        assertThat(bySecret).noneMatch(line -> line.contains("com.auth0.") || line.contains("token.CertificateFile"));
        assertThat(byCertificate).anyMatch(line -> line.contains("com.auth0."));
    }

    /** The classes that a command loads, by the JVM's own log. */
    private List<String> loaded(List<String> command, String in) throws Exception {
        String[] words = new String[command.size() + 5];
        words[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        words[1] = "-Xlog:class+load:stdout";
        words[2] = "-cp";
        words[3] = LauncherIT.LAUNCHER
                .resolveSibling("../lib/scimdoctor.jar")
                .normalize()
                .toString();
        words[4] = "io.scimdoctor.cli.Main";
        for (int i = 0; i < command.size(); i++) {
            words[i + 5] = command.get(i);
        }
        List<String> lines = LauncherIT.start(Map.of(), in, words).out().lines().toList();
        assertThat(lines).anyMatch(line -> line.contains("io.scimdoctor.cli.Main"));
        return lines;
    }
}
