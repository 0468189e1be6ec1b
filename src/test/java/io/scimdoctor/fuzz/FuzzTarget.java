package io.scimdoctor.fuzz;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that reads what others wrote, and what holds for it whatever that is. */
enum FuzzTarget {
    ANSWERS("", "classify"),
    REQUESTS("", "lint", "request"),
    FILTERS("", "lint", "filter", "--") {
        @Override
        void run(byte[] input) {
            sound(CommandRun.of("lint", "filter", "--", new String(input, StandardCharsets.UTF_8)));
        }
    },
    TOKENS("", "token", "inspect"),
    CONFIGURATIONS(".toml", "env", "--config"),
    BUNDLES(".zip", "ticket", "verify"),
    SECRETS("", "classify", "-o", "json") {
        @Override
        void run(byte[] input) throws IOException {
            CommandRun run = onFile(planted(input));
            for (String secret : List.of(CANARY, SIGNATURE)) {
                if (run.all().contains(secret)) {
                    throw new AssertionError(secret + " came through in " + run.all());
                }
            }
        }
    };

    private static final String CANARY = "c4n4ry-Q7.w~Zx9K";
    private static final String SIGNATURE = "Y2FuYXJ5LVE3";
    private static final String TOKEN =
            "eyJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ." + SIGNATURE;

    /** Where secrets stand in what people paste. */
    private static final List<String> PLACES = List.of(
            "Authorization: Bearer " + TOKEN,
            "Authorization: Bearer " + CANARY,
            "Cookie: session=" + CANARY,
            "client_secret=" + CANARY + "&scope=x",
            "{\"client_secret\": \"" + CANARY + "\"}",
            "{\"access_token\": \"" + TOKEN + "\"}",
            "password: " + CANARY,
            "AZURE_CLIENT_SECRET=" + CANARY,
            "curl -H 'Authorization: Bearer " + TOKEN + "' https://graph.microsoft.com/rp/scim/users",
            "https://graph.microsoft.com/rp/scim/users?access_token=" + CANARY);

    private final String ending;
    private final List<String> words;

    /**
     * @param ending the ending of the name of the file that holds the input
     * @param words the command, which is given the file's name behind them
     */
    FuzzTarget(String ending, String... words) {
        this.ending = ending;
        this.words = List.of(words);
    }

    /** @throws AssertionError when the input brings the command down, or a secret through */
    void run(byte[] input) throws IOException {
        onFile(input);
    }

    final CommandRun onFile(byte[] input) throws IOException {
        Path file = Files.createTempFile("fuzz", ending);
        try {
            Files.write(file, input);
            List<String> line = new ArrayList<>(words);
            line.add(file.toString());
            return sound(CommandRun.of(line.toArray(String[]::new)));
        } finally {
            Files.delete(file);
        }
    }

    static CommandRun sound(CommandRun run) {
        if (run.code() == ExitCode.BUG) {
            throw new AssertionError(run.err());
        }
        return run;
    }

    /** A secret on a line of its own amid the input: what runs into a word is another word. */
    static byte[] planted(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int place = input.length % PLACES.size();
        int cut = text.lastIndexOf('\n', text.length() / 2) + 1;
        String planted = text.substring(0, cut) + "\n" + PLACES.get(place) + "\n" + text.substring(cut);
        return planted.getBytes(StandardCharsets.UTF_8);
    }
}
