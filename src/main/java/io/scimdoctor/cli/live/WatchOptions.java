package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.watch.WatchPlan;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code watch}. */
final class WatchOptions {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int LAST_PORT = 65_535;
    /** A name would have to be looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?<host>localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+])?:)?(?<port>\\d{1,5})");

    private final Invocation invocation;

    WatchOptions(Invocation invocation) {
        this.invocation = invocation;
    }

    static void add(CommandSpec spec) {
        ProbeOptions.request(spec, "[METHOD PATH]");
        ProbeOptions.consent(spec);
        SharedOptions.value(spec, "DURATION", "Time from round to round. Default: 1m.", "--interval");
        SharedOptions.value(spec, "DURATION", "End after this time.", "--duration");
        SharedOptions.value(spec, "N", "End after N failed rounds.", "--until-fail");
        SharedOptions.value(spec, "USD", "End before the calls may cost more than this.", "--budget-usd");
        SharedOptions.value(
                spec,
                "DURATION",
                "The quiet time that ends a window of failures. Default: 5m, or three rounds if that is longer.",
                "--gap");
        SharedOptions.value(
                spec, "WATCH", "Go on with a watch that has ended or was killed; last is the newest one.", "--resume");
        SharedOptions.value(
                spec, "ADDRESS", "Serve metrics for Prometheus there; a port alone means 127.0.0.1.", "--listen");
        CheckOptions.scope(spec);
        CheckOptions.calls(spec);
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, List.of("text", "short", "json", "ndjson", "markdown", "html"));
    }

    Duration interval() {
        Duration interval = invocation.duration("--interval", INTERVAL);
        if (interval.compareTo(SHORTEST) < 0) {
            throw Stopped.usage("--interval takes at least 1s", null);
        }
        return interval;
    }

    Duration gap() {
        return invocation.duration("--gap", WatchPlan.gap(interval()));
    }

    /** @param settings hold the number of calls */
    WatchPlan.Limits limits(CheckSettings settings) {
        boolean timed = invocation.text("--duration") != null;
        boolean limited = timed || invocation.text("--max-time") != null;
        Duration duration = invocation.duration(timed ? "--duration" : "--max-time", Duration.ZERO);
        return new WatchPlan.Limits(
                limited ? duration : null,
                invocation.number("--until-fail", 0, 1),
                settings.budget().maxCalls(),
                budget());
    }

    private @Nullable BigDecimal budget() {
        String text = invocation.text("--budget-usd");
        if (text == null || text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return text == null ? null : new BigDecimal(text);
        }
        throw Stopped.usage("--budget-usd takes an amount such as 2.50, not '" + Redactor.typed(text) + "'", null);
    }

    /** Where metrics are served, or null. Loopback, unless another address is written out. */
    @Nullable
    InetSocketAddress listen() {
        String text = invocation.text("--listen");
        if (text == null) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(text);
        if (matcher.matches() && Integer.parseInt(matcher.group("port")) <= LAST_PORT) {
            String host = matcher.group("host");
            try {
                InetAddress address = InetAddress.getByName(host == null ? "127.0.0.1" : host);
                return new InetSocketAddress(address, Integer.parseInt(matcher.group("port")));
            } catch (UnknownHostException e) {
                // Said below, together with what is no address at all.
            }
        }
        throw Stopped.usage(
                "--listen takes a port, or an address and a port, not '" + Redactor.typed(text) + "'",
                "write it like 9464 or 127.0.0.1:9464");
    }
}
