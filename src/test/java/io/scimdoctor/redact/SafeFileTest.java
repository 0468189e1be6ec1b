package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is searched for secrets before it stands under its name. */
final class SafeFileTest {
    private static final String SECRET = "abC8Q~zqx/Long+Enough==";

    @TempDir
    private Path folder;

    private final KnownSecrets secrets = new KnownSecrets();

    @ParameterizedTest
    @ValueSource(strings = {"raw", "url", "base64", "shifted", "json", "token"})
    void a_secret_in_any_encoding_leaves_no_file(String form) {
        secrets.add(SECRET + "\"");
        Path target = folder.resolve("report.json");

        assertThatThrownBy(() -> SafeFile.write(
                        target, folder.resolve(".tmp"), encoded(form).getBytes(StandardCharsets.UTF_8), secrets, "x"))
                .isInstanceOf(SecretFound.class)
                .hasMessageNotContaining(SECRET);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_048_570, 3_000_000})
    void a_secret_anywhere_in_a_long_file_removes_it(int before) throws IOException {
        secrets.add(SECRET);
        Path file = Files.writeString(folder.resolve("long"), "x".repeat(before) + SECRET + "y".repeat(100));

        assertThatThrownBy(() -> SafeFile.check(file, secrets, "x")).isInstanceOf(SecretFound.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_without_secrets_stays() throws IOException {
        secrets.add(SECRET);
        Path file = Files.writeString(folder.resolve("long"), "x".repeat(3_000_000));

        assertThatCode(() -> SafeFile.check(file, secrets, "x")).doesNotThrowAnyException();
        assertThat(file).exists();
    }

    private static String encoded(String form) {
        String secret = SECRET + "\"";
        return switch (form) {
            case "url" -> java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8);
            case "base64" -> Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            case "shifted" ->
                Base64.getEncoder().encodeToString(("a" + secret + "bc").getBytes(StandardCharsets.UTF_8));
            case "json" -> secret.replace("\"", "\\\"");
            case "token" -> "eyJhbGciOiJub25lIn0.eyJ4IjoiJXMifQ.c2ln";
            default -> secret;
        };
    }
}
