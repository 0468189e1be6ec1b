package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twice as much text takes at most about twice the time, whatever it is made of and whoever reads it. */
class LinearTimeTest {
    private static final int SIZE = 7_000;
    private static final long MEASURABLE = 150_000_000L;

    private static final double MOST = 2.6;

    /** Each starts with what makes a reader look closer, and then goes on and on. */
    private static final List<String[]> TEXTS = List.of(
            new String[] {"Status", " ", "x"},
            new String[] {"returned", " ", "x"},
            new String[] {"Request id", " ", "x"},
            new String[] {"password", " ", ""},
            new String[] {"", "a", ""},
            new String[] {"", "a@", ""},
            new String[] {"", "a.", "@"},
            new String[] {"HTTP/1.1 400 Bad Request\n\n", "{[ab, ", ""},
            new String[] {"", "{\"a\":", ""},
            new String[] {"HTTP/1.1 400 Bad Request\n\n{\"error\":{\"message\":\"", "\\\"", ""},
            new String[] {"HTTP/1.1 400 Bad Request\n\n", "\"", ""},
            new String[] {"curl https://graph.microsoft.com/rp/scim/users -d '", "\"", ""},
            new String[] {"", "(", ""},
            new String[] {"", "1", ""},
            new String[] {"https://graph.microsoft.com/", "../", ""},
            new String[] {"", "1.1.1.1 ", ""},
            new String[] {"", "eyJ", ""},
            new String[] {"eyJaaaaaaaaaa", ".", "!"},
            new String[] {"eyJaa.", " ", "!"},
            new String[] {"HTTP/1.1 200 OK\n\n", "<style>", ""},
            new String[] {"HTTP/1.1 400 Bad Request\n\n", "<a ", ""},
            new String[] {"", "\n", "x"},
            new String[] {"", "\r", "x"},
            new String[] {"HTTP/1.1 400 Bad Request\n", "A: b\n", ""},
            new String[] {"GET https://graph.microsoft.com/rp/scim/users -> 400 ", "AADSTS1 ", ""},
            new String[] {"GET /rp/scim/users?filter=", "not(", ""},
            new String[] {"", "-----BEGIN A-----", ""},
            new String[] {"", "status code: 400 ", ""},
            new String[] {"> ", "> ", "x"});

    @TempDir
    Path folder;

    /** Whoever takes text that others wrote. */
    private enum Reader {
        CLASSIFY,
        LINT_REQUEST,
        LINT_FILTER,
        TOKEN,
        IMPORT,
        VERIFY,
        CONFIG
    }

    @ParameterizedTest
    @EnumSource
    void the_time_grows_with_the_size(Reader reader) throws IOException {
        List<String> slow = new ArrayList<>();
        for (String[] text : TEXTS) {
            double growth = Growth.of(SIZE, MEASURABLE, MOST, size -> read(reader, text, size));
            if (growth > MOST) {
                slow.add(String.join("…", text) + " grows by " + growth);
            }
        }

        assertThat(slow).isEmpty();
    }

    private void read(Reader reader, String[] text, int size) throws IOException {
        String whole = text[0] + text[1].repeat(size / text[1].length()) + text[2];
        Path file = folder.resolve("input");
        if (reader == Reader.VERIFY) {
            zip(file, whole);
        } else if (reader == Reader.CONFIG) {
            Files.writeString(file, "[profiles.x]\ntenant = \"" + whole.replaceAll("[\"\\\\\r\n]", "'") + "\"\n");
        }
        run(reader, whole, file.toString());
    }

    private void run(Reader reader, String text, String file) {
        CommandRun.Setup setup =
                CommandRun.with().variable("XDG_DATA_HOME", folder.toString()).in(text);
        switch (reader) {
            case CLASSIFY -> setup.run("classify", "--status", "400", "-");
            case LINT_REQUEST -> setup.run("lint", "request", "-");
            case LINT_FILTER -> setup.run("lint", "filter", text);
            case TOKEN -> setup.run("token", "inspect", "-");
            case IMPORT -> setup.run("runs", "import", "-");
            case VERIFY -> setup.run("ticket", "verify", file);
            case CONFIG -> setup.run("--config", file, "profile", "set", "x", "tenant", "contoso.example");
        }
    }

    private static void zip(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("ticket.md"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
