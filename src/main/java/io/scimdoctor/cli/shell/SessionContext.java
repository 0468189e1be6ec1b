package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Value;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What later commands of the session go by: a profile, a token, a run, and the case that has been built so far. */
final class SessionContext {
    private @Nullable String profile;
    private @Nullable Secret token;
    private @Nullable String run;
    private final List<String> answers = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();

    void useProfile(String name) {
        profile = name;
    }

    /** Takes the token out of what surrounds it. It is held in memory, and nowhere else. */
    void useToken(String pasted) {
        token = PastedToken.of(pasted).token();
    }

    void useRun(String id) {
        run = id;
    }

    void clear() {
        profile = null;
        token = null;
        run = null;
    }

    void addAnswer(String text) {
        answers.add(text);
    }

    void addRun(String id) {
        if (!runs.contains(id)) {
            runs.add(id);
        }
    }

    List<String> answers() {
        return List.copyOf(answers);
    }

    List<String> runs() {
        return List.copyOf(runs);
    }

    /** Environment variables, which an explicit option outranks, as it does on the command line. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (profile != null) {
            variables.put("SCIMDOCTOR_PROFILE", profile);
        }
        if (token != null) {
            variables.put("SCIMDOCTOR_TOKEN", token.expose());
        }
        return variables;
    }

    /** The words with the session's run behind them, where a command would otherwise take the newest. */
    List<String> withRun(List<String> words, Program program) {
        if (run == null) {
            return words;
        }
        for (CommandEntry command : program.commands()) {
            List<String> name = List.of(command.name().split(" "));
            boolean optional = command.parameters().value() == Value.RUN
                    && command.parameters().synopsis().startsWith("[RUN");
            boolean meant =
                    words.size() >= name.size() && words.subList(0, name.size()).equals(name);
            if (optional && meant && !holdsParameter(words.subList(name.size(), words.size()), command)) {
                List<String> longer = new ArrayList<>(words);
                longer.add(run);
                return longer;
            }
        }
        return words;
    }

    /** A ticket made of a capture needs no run either. */
    private static boolean holdsParameter(List<String> words, CommandEntry command) {
        boolean value = false;
        for (String word : words) {
            if (word.equals("--from") || word.startsWith("--from=") || (!value && !word.startsWith("-"))) {
                return true;
            }
            value = !value && isFollowed(word, command);
        }
        return false;
    }

    private static boolean isFollowed(String word, CommandEntry command) {
        for (OptionEntry option : command.options()) {
            if (option.names().contains(word)) {
                return option.isFollowed();
            }
        }
        return false;
    }

    /** Such as {@code scimdoctor[contoso token]> }; never a secret. */
    String prompt() {
        List<String> parts = parts();
        return "scimdoctor" + (parts.isEmpty() ? "" : "[" + String.join(" ", parts) + "]") + "> ";
    }

    /** One line that says what is in use. */
    String text() {
        List<String> parts = parts();
        String used = parts.isEmpty() ? "In use: nothing." : "In use: " + String.join(", ", parts) + ".";
        return used + " In the case: " + count(answers.size(), "pasted answer") + ", " + count(runs.size(), "run")
                + ".\n";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (profile != null) {
            parts.add(profile);
        }
        if (token != null) {
            parts.add("token");
        }
        if (run != null) {
            parts.add("run:" + (run.length() > 8 ? run.substring(0, 8) : run));
        }
        return parts;
    }
}
