package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.Authority;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.keep.WatchFolders;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code watch}.
 *
 * @param duration the time after which it ends, or null
 * @param untilFail the failed rounds after which it ends, or 0
 * @param budgetUsd what the calls may cost, or null
 * @param resume the watch that is gone on with, or null
 * @param listen where metrics are served, or null
 * @param folders where watches are kept, or null when they are not
 */
record WatchOptions(
        Duration interval,
        Duration gap,
        @Nullable Duration duration,
        int untilFail,
        @Nullable BigDecimal budgetUsd,
        @Nullable String resume,
        @Nullable InetSocketAddress listen,
        @Nullable WatchFolders folders) {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** Addresses only: a host name would have to be looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?<host>localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+])?:)?(?<port>\\d{1,5})");

    static WatchOptions of(Invocation invocation) {
        Duration interval = invocation.duration("--interval", INTERVAL);
        if (interval.compareTo(SHORTEST) < 0) {
            throw Stopped.usage("--interval takes at least 1s", null);
        }
        Duration duration = invocation.duration("--duration");
        Optional<Path> state = invocation.flag("--no-record")
                ? Optional.empty()
                : invocation.environment().folder(UserFolder.STATE);
        return new WatchOptions(
                interval,
                invocation.duration("--gap", WatchPlan.gap(interval)),
                duration == null ? invocation.duration("--max-time") : duration,
                invocation.number("--until-fail", 0, 1),
                budget(invocation.text("--budget-usd")),
                invocation.text("--resume"),
                listen(invocation.text("--listen")),
                state.map(WatchFolders::new).orElse(null));
    }

    /** The plan of a watch that begins now. */
    WatchPlan plan(Environment environment, Told what, CheckSettings settings) {
        // A resumed watch keeps its id.
        String id = resume == null ? environment.source().newId() : "";
        WatchPlan.Limits limits =
                new WatchPlan.Limits(duration, untilFail, settings.budget().maxCalls(), budgetUsd);
        return new WatchPlan(id, environment.now(), what, interval, gap, limits, settings);
    }

    private static @Nullable BigDecimal budget(@Nullable String text) {
        if (text == null || text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return text == null ? null : new BigDecimal(text);
        }
        throw Stopped.usage("--budget-usd takes an amount such as 2.50, not '" + Redactor.seen(text) + "'", null);
    }

    /** An address on loopback, unless another one is given. */
    private static @Nullable InetSocketAddress listen(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(text);
        if (matcher.matches() && Integer.parseInt(matcher.group("port")) <= Authority.MAX_PORT) {
            String host = matcher.group("host");
            try {
                InetAddress address = InetAddress.getByName(host == null ? "127.0.0.1" : host);
                return new InetSocketAddress(address, Integer.parseInt(matcher.group("port")));
            } catch (UnknownHostException e) {
                // No address: the error below says what is expected.
            }
        }
        throw Stopped.usage(
                "--listen takes a port, or an address and a port, not '" + Redactor.seen(text) + "'",
                "write it like 9464 or 127.0.0.1:9464");
    }
}
