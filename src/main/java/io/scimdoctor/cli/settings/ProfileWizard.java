package io.scimdoctor.cli.settings;

import static io.scimdoctor.config.Key.CLIENT_CERTIFICATE;
import static io.scimdoctor.config.Key.CLIENT_SECRET;
import static io.scimdoctor.config.Key.CLIENT_SECRET_FILE;
import static io.scimdoctor.config.Key.FEDERATED_TOKEN_FILE;
import static io.scimdoctor.config.Key.TOKEN;
import static io.scimdoctor.config.Key.TOKEN_FILE;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.ProfileKeys;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for the settings that a check needs. It asks where a secret is found, never for the secret itself. */
record ProfileWizard(Environment environment) {
    private static final int MOST_TRIES = 3;
    private static final List<Key> CREDENTIALS =
            List.of(CLIENT_SECRET_FILE, CLIENT_SECRET, CLIENT_CERTIFICATE, FEDERATED_TOKEN_FILE, TOKEN_FILE, TOKEN);

    /**
     * The answers to what is not known yet.
     *
     * @throws Stopped when the input ends, or nothing is known and nothing answered
     */
    Map<Key, String> ask(String profile, Map<Key, @Nullable String> known) throws IOException {
        Map<Key, String> answers = new EnumMap<>(Key.class);
        boolean credential = CREDENTIALS.stream().anyMatch(key -> known.get(key) != null);
        boolean token = known.get(TOKEN_FILE) != null || known.get(TOKEN) != null;
        if (credential && (token || known.keySet().containsAll(List.of(Key.TENANT, Key.CLIENT_ID)))) {
            return answers;
        }
        say("Settings of profile " + profile + ". An empty answer takes the value in brackets, or none.");
        if (!known.containsKey(Key.CLOUD) && !known.containsKey(Key.BASE_URL)) {
            String clouds = String.join(", ", CloudChoice.CLOUDS);
            put(answers, "Microsoft cloud (" + clouds + ") [global]", text -> Key.CLOUD);
        }
        if (!known.containsKey(Key.TENANT) && !token) {
            put(answers, "Tenant id or verified domain", text -> Key.TENANT);
        }
        if (!known.containsKey(Key.CLIENT_ID) && !token) {
            put(answers, "Application (client) id", text -> Key.CLIENT_ID);
        }
        if (!credential) {
            String question = "Where is the client secret found? A file with its path, a certificate (.pem, .pfx, .p12)"
                    + " with its path, or an environment variable by its name [AZURE_CLIENT_SECRET]";
            put(answers, question, ProfileWizard::place);
            if (known.isEmpty() && answers.isEmpty()) {
                throw Stopped.usage(
                        "nothing was answered, so that nothing is stored",
                        "answer one of the questions, or name settings as options");
            }
            if (!answers.containsKey(CLIENT_SECRET_FILE) && !answers.containsKey(CLIENT_CERTIFICATE)) {
                answers.putIfAbsent(CLIENT_SECRET, "AZURE_CLIENT_SECRET");
            }
        }
        return answers;
    }

    private static Key place(String answer) {
        if (answer.toLowerCase(Locale.ROOT).matches(".*\\.(pem|pfx|p12)")) {
            return CLIENT_CERTIFICATE;
        }
        boolean path = answer.startsWith("~") || answer.indexOf('/') >= 0 || answer.indexOf('\\') >= 0;
        return path || answer.indexOf('.') >= 0 ? CLIENT_SECRET_FILE : CLIENT_SECRET;
    }
    /** Asks again when an answer cannot be right. */
    private void put(Map<Key, String> answers, String question, Function<String, Key> meaning) throws IOException {
        for (int tries = 1; ; tries++) {
            say(question + ":");
            String answer = environment.answer();
            if (answer == null) {
                throw Stopped.noVerdict("the input ended before the last answer", "nothing has been stored");
            }
            if (answer.isEmpty()) {
                return;
            }
            Key key = meaning.apply(answer);
            try {
                answers.put(key, checked(key, answer));
                return;
            } catch (Stopped e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                say(e.sentence() + ".");
            }
        }
    }

    private String checked(Key key, String answer) {
        if (ProfileKeys.trouble(key, answer) != null) {
            // A rejected answer may be a secret, so it is masked from here on.
            environment.secrets().add(answer);
        }
        return key == Key.CLOUD ? CloudChoice.cloud(answer).slug() : ProfileOptions.checked(key, answer);
    }

    /** Whole lines, because a piece of one is held back until it is known to hold no secret. */
    private void say(String text) throws IOException {
        Writer err = environment.err();
        new TextPage(err, Style.PLAIN).wrapped("", text);
        err.flush();
    }
}
