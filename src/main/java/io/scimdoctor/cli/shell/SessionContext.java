package io.scimdoctor.cli.shell;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.manual.Value;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What later commands of the session go by: a profile, a token and a run. */
final class SessionContext {
    /** Commands that judge captures: they take the session's token as evidence, not as a credential. */
    private static final Set<String> JUDGING = Set.of("classify", "ticket new", "ticket preview", "runs import");

    private static final long LARGEST_TOKEN = 1024 * 1024;

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
        return run == null || !optional || command.isNamed() ? command : command.with(List.of(), List.of(run.id()));
    }

    /** Adds the token and the tenant of the session to a command that judges a capture, unless it names others itself. */
    TypedCommand informed(TypedCommand command, boolean withToken) {
        List<String> options = new ArrayList<>(withToken ? List.of("--token-file", "-") : List.of());
        String tenant = tenant();
        if (tenant != null && isJudging(command) && !command.has("--tenant")) {
            options.addAll(List.of("--tenant", tenant));
        }
        return command.with(options, List.of());
    }

    private static boolean isJudging(TypedCommand command) {
        return JUDGING.contains(command.entry().name());
    }

    /** What the command reads from standard input before anything else, to judge a capture with. */
    Optional<String> evidence(TypedCommand command) {
        return isJudging(command) && !command.has("--token-file") ? evidence() : Optional.empty();
    }

    /** A token whose claims can be read. */
    Optional<String> evidence() {
        return Optional.ofNullable(token)
                .or(() -> Optional.ofNullable(setting(Key.TOKEN_FILE))
                        .flatMap(SessionContext::readToken)
                        .map(text -> PastedToken.of(text).token()))
                .filter(held -> TokenReading.of(held) instanceof TokenReading.Decoded)
                .map(Secret::expose);
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
        return Stream.of(
                        profile == null ? "" : profile.name(),
                        token == null ? "" : "token",
                        run == null ? "" : String.format(Locale.ROOT, "run:%.8s", run.id()))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The text, or nothing where there is no such file, or none that could hold a token. */
    static Optional<String> readToken(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_TOKEN) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whose token it is, for what and until when, in two lines; empty when it cannot be read. */
    static String tokenBrief(String text) {
        if (!(TokenReading.of(PastedToken.of(text).token()) instanceof TokenReading.Decoded decoded)) {
            return "";
        }
        Claims claims = decoded.claims();
        String audience =
                claims.audiences().isEmpty() ? "nothing" : claims.audiences().get(0);
        return "A token of " + (claims.isDelegated() ? "a user, through application " : "application ")
                + said(claims.application()) + "\nfor " + Redactor.text(audience) + ", until "
                + said(claims.time("exp"))
                + "; token inspect shows the rest.\n";
    }

    private static String said(@Nullable Object claim) {
        return claim == null ? "unknown" : Redactor.text(claim.toString());
    }
}
