package io.scimdoctor.cli.shell;

import io.scimdoctor.cli.ShellHost;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.redact.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;

/** The interactive session, typed into through a terminal that is none. */
public record TypedShell(Path folder, int width, int height) {
    public static final String CANARY = "c4n4ryS1gn4tur3ThatMustNotStay";
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";
    public static final String APPLICATION = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public static final String FORBIDDEN = """
            HTTP/1.1 403 Forbidden
            Content-Type: application/json

            {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}
            """;
    public static final String EXPIRED = """
            HTTP/1.1 401 Unauthorized
            Content-Type: application/json

            {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed."}}
            """;
    public static final String UNAUTHORIZED = """
            HTTP/1.1 401 Unauthorized
            Content-Type: application/json

            {"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure."}}
            """;

    /** What stands on the screen at the end. */
    public String typed(String keys) throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        try (DumbTerminal terminal = new DumbTerminal("test", "ansi", in, screen, StandardCharsets.UTF_8)) {
            Attributes attributes = terminal.getAttributes();
            attributes.setControlChar(ControlChar.VEOF, 4);
            terminal.setAttributes(attributes);
            terminal.setSize(new Size(width, height));
            new ShellSession(terminal, new ShellHost(environment())).run();
        }
        return AttributedString.stripAnsi(screen.toString(StandardCharsets.UTF_8))
                .replace("\r", "");
    }

    private Environment environment() {
        Environment.Source source = new Environment.Source() {
            @Override
            public InputStream in() {
                return InputStream.nullInputStream();
            }

            @Override
            public String newId() {
                return UUID.randomUUID().toString();
            }
        };
        return new Environment(
                Map.of("XDG_STATE_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(), "NO_COLOR", "1"),
                Writer.nullWriter(),
                Writer.nullWriter(),
                Environment.Terminals.NONE,
                InstantSource.system(),
                source,
                new Interrupts(),
                new Outgoing());
    }

    /** As a terminal hands a paste over. */
    public static String pasted(String text) {
        return "\u001b[200~" + text.replace('\n', '\r') + "\u001b[201~";
    }

    /** An expired token. */
    public static String token() {
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        String claims = encoded("""
                {"aud": "https://graph.microsoft.com", "exp": 1700000000, "appid": "%s", "tid": "%s",
                "oid": "99999999-2222-3333-4444-555555555555", "roles": ["User.Read.All"]}
                """.formatted(APPLICATION, TENANT));
        // As long as a signature of RS256 with a key of 2048 bits.
        return head + "." + claims + "." + (CANARY + "A".repeat(342)).substring(0, 342);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
