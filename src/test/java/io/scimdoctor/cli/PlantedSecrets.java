package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Unique secrets of every kind, planted wherever something comes from outside. */
public abstract class PlantedSecrets {
    protected static final List<String> KINDS = List.of(
            "abC8Q~%skLmNoPqRsTuVwXyZaBcDeFgHi1",
            "Zm9v%sYmFyYmF6cXV4/+Y2FuYXJ5==",
            "P4ss-%s!",
            "z.%s@fabrikam.example",
            "Zorblax%s",
            "zqx-%s-0001",
            "eyJhbGciOiJub25lIn0.eyJ4IjoiJXMifQ.c2ln%s");

    @TempDir
    public Path folder;

    private static final Set<Integer> SECRET_KINDS = Set.of(0, 1, 2, 6);

    protected final List<String> planted = new ArrayList<>();
    protected final List<String> secrets = new ArrayList<>();

    protected String kinds() {
        StringBuilder text = new StringBuilder();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            text.append(one(kind)).append(' ');
        }
        return text.toString().trim();
    }

    protected String one(int kind) {
        String secret = String.format(Locale.ROOT, KINDS.get(kind), letters(planted.size()));
        planted.add(secret);
        if (SECRET_KINDS.contains(kind)) {
            secrets.add(secret);
        }
        return secret;
    }

    protected static String letters(int number) {
        return "q" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    public String token;
    public String exchange;

    @BeforeEach
    protected void plant() {
        token = encoded("{\"alg\":\"RS256\",\"kid\":\"" + one(2) + "\",\"nonce\":\"" + one(0) + "\",\"x\":\"" + one(4)
                        + "\"}")
                + "."
                + encoded("{\"aud\":\"https://graph.microsoft.com\",\"exp\":4102444800,\"idtyp\":\"app\",\"tid\":\""
                        + one(4)
                        + "\",\"roles\":[\"User.Read.All\",\"" + one(4) + "\",\"" + one(5) + "\"],\"upn\":\"" + one(3)
                        + "\",\"appid\":\"" + one(0) + "\",\"uti\":\"" + one(0) + "\",\"" + one(4) + "\":{\"n\":[\""
                        + one(1) + "\"]}}")
                + "." + one(6).replace(".", "");
        planted.add(token);
        secrets.add(token);
        String message = kinds();
        exchange = "{\"id\":\"x1\",\"request\":{\"method\":\"POST\",\"url\":\"" + url()
                + "\",\"headers\":{\"Authorization\":"
                + "\"Bearer " + token + "\",\"Cookie\":\"s=" + one(2) + "\",\"Accept\":\"" + one(4) + "\",\"X-" + one(4)
                + "\":\"" + one(0) + "\"},\"body\":\"{\\\"userName\\\":\\\"" + one(3) + "\\\",\\\"a\\\":[{\\\"" + one(4)
                + "\\\":\\\"" + one(2)
                + "\\\"}]}\"},\"status\":403,\"headers\":{\"Content-Type\":\"application/json; b="
                + one(4) + "\",\"Set-Cookie\":\"" + one(2) + "\",\"Server\":\"" + one(4) + "\",\"request-id\":\""
                + one(4)
                + "\",\"Location\":\"" + url() + "\",\"Retry-After\":\"" + one(4) + "\",\"x-ms-ags-diagnostic\":"
                + "\"{\\\"ServerInfo\\\":{\\\"DataCenter\\\":\\\"" + one(4) + "\\\"}}\"},\"body\":\"" + error(message)
                + "\"}";
    }

    protected String url() {
        return "https://" + one(4) + ":" + one(2) + "@graph.microsoft.com/rp/scim/users/" + one(4) + "/" + one(0)
                + "?filter=userName%20eq%20%22" + one(3) + "%22&sig=" + one(1) + "&" + one(4) + "=" + one(4) + "&count="
                + one(4) + "#access_token=" + one(0);
    }

    protected String error(String message) {
        return "{\\\"error\\\":{\\\"code\\\":\\\"" + one(4) + "\\\",\\\"message\\\":\\\"" + message + " password: "
                + one(4) + "\\\",\\\"innerError\\\":{\\\"date\\\":\\\"" + one(4) + "\\\",\\\"request-id\\\":\\\""
                + one(5) + "\\\"}}}";
    }

    /** Nothing planted is handed on; the messages, which only the own screen shows, hold no secret. */
    protected void assertClean(CommandRun run) {
        assertNoneOf(planted, new CommandRun(run.code(), run.out(), ""));
        assertSecretFree(run);
    }

    /** What the owner of the values sees may hold them, but no secret. */
    protected void assertSecretFree(CommandRun run) {
        assertNoneOf(secrets, run);
    }

    /** Text is for the screen; every other format is handed on. */
    protected void assertFit(String format, CommandRun run) {
        if (List.of("text", "short", "dry-run", "compare", "refused").contains(format)) {
            assertSecretFree(run);
        } else {
            assertClean(run);
        }
    }

    private static void assertNoneOf(List<String> planted, CommandRun run) {
        String all = run.all().toLowerCase(Locale.ROOT);
        String joined = all.replaceAll("\\s+", "");
        assertThat(planted)
                .filteredOn(secret -> all.contains(secret.toLowerCase(Locale.ROOT))
                        || joined.contains(secret.toLowerCase(Locale.ROOT)))
                .as(run.all())
                .isEmpty();
        assertThat(run.code().number()).as(run.all()).isNotEqualTo(70);
    }

    protected static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
