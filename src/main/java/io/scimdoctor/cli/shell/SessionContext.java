package io.scimdoctor.cli.shell;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.manual.Value;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What later commands of the session go by: a profile, a token and a run. */
final class SessionContext {
    /** Commands that judge captures: they take the session's token as evidence, not as a credential. */
    private static final Set<String> JUDGING = Set.of("classify", "ticket new", "ticket preview", "runs import");

    private @Nullable Profile profile;
    private @Nullable Secret token;
    private Host.@Nullable RecordedRun run;

    void useProfile(Profile chosen) {
        profile = chosen;
    }

    /** Takes the token out of what surrounds it. It is held in memory, and nowhere else. */
    void useToken(String pasted) {
        token = PastedToken.of(pasted).token();
    }

    void useRun(Host.RecordedRun chosen) {
        run = chosen;
    }

    void clear() {
        profile = null;
        token = null;
        run = null;
    }

    /** Environment variables, which an explicit option outranks, as it does on the command line. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (profile != null) {
            variables.put("SCIMDOCTOR_PROFILE", profile.name());
        }
        if (token != null) {
            variables.put("SCIMDOCTOR_TOKEN", token.expose());
        }
        return variables;
    }

    /** The run in use, if there is one. */
    Optional<Host.RecordedRun> run() {
        return Optional.ofNullable(run);
    }

    /** The command with the session's run behind it, where it would otherwise take the newest. */
    TypedCommand withRun(TypedCommand command) {
        boolean optional = command.entry().parameters().value() == Value.RUN
                && command.entry().parameters().synopsis().startsWith("[RUN");
        // A ticket made of a capture needs no run either.
        boolean named = !command.parameters().isEmpty() || command.has("--from");
        return run == null || !optional || named ? command : command.followedBy(List.of(run.id()));
    }

    /**
     * A command together with what it reads from standard input before anything else.
     *
     * @param token the text of a token, or null when the command asks for none
     */
    record Informed(TypedCommand command, @Nullable String token) {}

    /** The command with the session's token and tenant as evidence, where it judges a capture and was told nothing else. */
    Informed informed(TypedCommand command) {
        if (!JUDGING.contains(command.entry().name())) {
            return new Informed(command, null);
        }
        List<String> options = new ArrayList<>();
        String evidence = command.has("--token-file") ? null : evidence();
        if (evidence != null) {
            options.addAll(List.of("--token-file", "-"));
        }
        String tenant = tenant();
        if (tenant != null && !command.has("--tenant")) {
            options.addAll(List.of("--tenant", tenant));
        }
        return new Informed(command.with(options), evidence);
    }

    /** Whether there is a token to judge captures with. */
    boolean hasEvidence() {
        return evidence() != null;
    }

    /** A token whose claims can be read, or null. */
    private @Nullable String evidence() {
        Secret held = token;
        String file = setting(Key.TOKEN_FILE);
        if (held == null && file != null) {
            held = TokenFileReader.read(file)
                    .map(text -> PastedToken.of(text).token())
                    .orElse(null);
        }
        return held != null && TokenReading.of(held) instanceof TokenReading.Decoded ? held.expose() : null;
    }

    private @Nullable String setting(Key key) {
        return profile == null ? null : profile.values().get(key);
    }

    private @Nullable String tenant() {
        String tenant = setting(Key.TENANT);
        return tenant == null && run != null ? run.tenant() : tenant;
    }

    /** Such as {@code scimdoctor[contoso token]> }; never a secret. */
    String prompt() {
        List<String> parts = parts();
        return "scimdoctor" + (parts.isEmpty() ? "" : "[" + String.join(" ", parts) + "]") + "> ";
    }

    /** What is in use, in few words. */
    String text() {
        List<String> parts = parts();
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (profile != null) {
            parts.add(profile.name());
        }
        if (token != null) {
            parts.add("token");
        }
        if (run != null) {
            parts.add("run:" + run.shortId());
        }
        return parts;
    }
}
