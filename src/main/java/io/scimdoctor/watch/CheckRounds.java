package io.scimdoctor.watch;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckRunner;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.http.Transport;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenReading;
import io.scimdoctor.watch.tally.RoundReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rounds that are checks or requests of the user's choice, all over one transport and with one token, which is fetched anew
 * shortly before its end and after it was refused.
 */
public final class CheckRounds implements Rounds {
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);

    private final WatchPlan plan;
    private final Transport transport;
    private final CheckEnvironment environment;
    private final Hooks hooks;
    private @Nullable Secret token;

    /** Is told what happens in a round, beside the watch itself. */
    public interface Hooks {
        /** A token was obtained. */
        void secret(String secret);

        /** A call of that round showed a finding. */
        void sample(RecordedCall call, String finding, long round);

        /** A round has ended. */
        void report(CheckReport report);
    }

    public CheckRounds(WatchPlan plan, Transport transport, CheckEnvironment environment, Hooks hooks) {
        this.plan = plan;
        this.transport = transport;
        this.environment = environment;
        this.hooks = hooks;
    }

    @Override
    public Ran run(long number, int maxCalls, List<Long> lateMs) {
        Consumer<String> secrets = secret -> {
            token = new Secret(secret);
            hooks.secret(secret);
        };
        CheckReport report = new CheckRunner(settings(maxCalls), transport, environment, secrets).run();
        hooks.report(report);
        RoundReader reader = new RoundReader(report);
        for (RecordedCall call : report.requests()) {
            var finding = reader.finding(call);
            if (finding != null && report.complete()) {
                hooks.sample(call, finding.id(), number);
            }
            boolean refused = Integer.valueOf(401).equals(call.facts().status()) && call.toApi();
            if (refused && call.exchange().request().headers().has("Authorization")) {
                token = null;
            }
        }
        return new Ran(reader.round(number, lateMs), report.complete());
    }

    /** The settings of the next round, which uses the token of the last one while that is valid. */
    private CheckSettings settings(int maxCalls) {
        CheckSettings settings = plan.round(maxCalls);
        Secret held = token;
        if (!(settings.credential() instanceof Credential.ClientCredentials)
                || held == null
                || isOver(held, environment.now().plus(BEFORE_ITS_END))) {
            return settings;
        }
        Credential given = new Credential.GivenToken(new PastedToken(held, List.of()), "an earlier round");
        return settings.with(given, settings.budget());
    }

    @Override
    public boolean isTokenOver(Instant now) {
        return plan.round().credential() instanceof Credential.GivenToken given
                && isOver(given.token().token(), now);
    }

    private static boolean isOver(Secret secret, Instant now) {
        if (TokenReading.of(secret) instanceof TokenReading.Decoded decoded) {
            Instant ends = decoded.claims().time("exp");
            return ends != null && !ends.isAfter(now);
        }
        return false;
    }
}
