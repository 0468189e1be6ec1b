package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.cli.settings.LiveProcess;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.Transport;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.server.WireServer;
import io.scimdoctor.token.ClientProofs;
import io.scimdoctor.token.Credential;
import io.scimdoctor.watch.CheckRounds;
import io.scimdoctor.watch.Cost;
import io.scimdoctor.watch.Watch;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.keep.WatchKeeper;
import io.scimdoctor.watch.keep.WatchState;
import io.scimdoctor.watch.report.WatchJson;
import io.scimdoctor.watch.report.WatchMetrics;
import io.scimdoctor.watch.report.WatchPage;
import io.scimdoctor.watch.report.WatchReport;
import io.scimdoctor.watch.tally.WatchListener;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repeats the check, or one request of the user's choice, and finds the pattern in what fails. */
public final class WatchCommand implements Command {
    /** Longer than any Microsoft token is valid. */
    private static final Duration ENDLESS = Duration.ofDays(2);

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        ProbeOptions request = invocation.parameters().isEmpty() ? null : ProbeOptions.of(invocation);
        WatchOptions watch = WatchOptions.of(invocation);
        CallOptions options = CallOptions.of(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            String baseUrl = setup.target().baseUrl();
            CheckSettings settings =
                    request == null ? setup.diagnosis(invocation) : setup.settings(request.scope(baseUrl));
            if (options.dryRun()) {
                return options.plan(settings);
            }
            if (settings.credential() instanceof Credential.ClientCredentials credential) {
                // Without a usable credential every round would end without a verdict.
                ClientProofs.usable(credential, options.environment().now());
            }
            Optional<ExitCode> refusal = request == null ? Optional.empty() : refusal(request, baseUrl, options);
            return refusal.isPresent()
                    ? refusal.get()
                    : watch(watch, options, request == null ? Told.own("check") : request.asked(), settings);
        }
    }

    /** A watch cannot ask before each round, so a write needs --yes. */
    private static Optional<ExitCode> refusal(ProbeOptions request, String baseUrl, CallOptions options)
            throws IOException {
        if (!request.isRead() && !request.consent().given()) {
            throw Stopped.usage(
                    "watch repeats reads only, and " + request.asked().handedOn() + " is none",
                    "add --yes to change the tenant in each round");
        }
        return ProbeLint.refusal(options.reporter(), request, baseUrl);
    }

    private static ExitCode watch(WatchOptions watch, CallOptions options, Told what, CheckSettings settings)
            throws IOException {
        Environment environment = options.environment();
        WatchPlan plan = watch.plan(environment, what, settings);
        String earlier = watch.resume();
        try (Pings pings = Pings.of(options, settings);
                WatchState state = earlier == null
                        ? WatchState.begin(plan, watch.folders(), environment.outgoing(), options.reporter()::warn)
                        : WatchState.resume(
                                earlier,
                                plan,
                                watch.folders(),
                                environment.outgoing(),
                                environment.redaction(State.pseudonyms(environment)))) {
            return watch(options, state, watch.listen(), pings);
        }
    }

    private static ExitCode watch(
            CallOptions options, WatchState state, @Nullable InetSocketAddress listen, Pings pings) throws IOException {
        Environment environment = options.environment();
        WatchPlan plan = state.plan();
        Recording recording = options.recording();
        Outgoing outgoing = environment.outgoing();
        // As of the last round; they are read on another thread.
        AtomicReference<String> metrics = new AtomicReference<>(outgoing.line(WatchMetrics.of(plan, state.tally())));
        WatchListener exposed = (round, tally) -> metrics.set(outgoing.line(WatchMetrics.of(plan, tally)));
        try (Outputs outputs = Outputs.open(options.reporter());
                Transport transport = options.transport(plan.round());
                WireServer server = listen == null ? null : serve(listen, metrics::get)) {
            WatchOutput output = new WatchOutput(options.reporter(), plan, outputs.list());
            WatchKeeper keeper = new WatchKeeper(
                    state,
                    environment.outgoing(),
                    report -> recording.of(RunHead.Kind.WATCH, report),
                    recording.recorder(),
                    output::note);
            LiveProcess process = new LiveProcess(environment, transport, step -> {});
            CheckRounds rounds = new CheckRounds(plan, transport, process, keeper);
            announce(options.reporter(), state, rounds, server);
            output.start(plan);
            Pings noted = pings.saying(output::note);
            // Pings once per round; a monitor raises its alarm when the pings stop.
            WatchListener pinging = (round, tally) ->
                    noted.end(round.exitCode(plan.round().rules().failOn()));
            WatchListener all = WatchListener.all(List.of(keeper, exposed, output, pinging));
            Watch.End end = new Watch(plan, process, rounds, state.tally(), all).run();
            keeper.finish(process.now());
            boolean kept = recording.store().isPresent() && state.tally().rounds() > 0;
            WatchReport report = WatchReport.of(plan, state.tally(), end, process.now(), kept ? plan.id() : null)
                    .afterResuming(state.resumed());
            outputs.write(report.verdict().isWell(), form -> write(report, form));
            Run run = keeper.run(report);
            ExitCode code = report.verdict().exitCode();
            return run == null ? code : recording.store(run, code);
        }
    }

    private static WireServer serve(InetSocketAddress listen, Supplier<String> metrics) {
        try {
            return WatchMetrics.serve(listen, metrics);
        } catch (IOException e) {
            throw Stopped.usage(
                    "--listen cannot use port " + listen.getPort() + " there", "choose a free port of this machine");
        }
    }

    /** What it will cost, and what may surprise, before the first call. */
    private static void announce(Reporter reporter, WatchState state, CheckRounds rounds, @Nullable WireServer server) {
        WatchPlan plan = state.plan();
        Instant last = state.tally().lastRound();
        if (last != null) {
            reporter.note("the process before this one watched until " + Times.shown(last)
                    + "; what happened since then is not known");
        }
        if (plan.round().credential() == null) {
            reporter.note("there is no token and no credential, so that only the call without a token is made;"
                    + " name one with --token-file, SCIMDOCTOR_TOKEN or a profile");
        }
        reporter.note("watch " + plan.id().substring(0, 8) + ": " + Cost.ahead(plan));
        if (plan.limits().areEndless()) {
            reporter.note(
                    "it runs until Ctrl-C; --duration, --until-fail, --max-calls or --budget-usd give" + " it an end");
        }
        Duration duration = plan.limits().areEndless() ? ENDLESS : plan.limits().duration();
        if (duration != null && rounds.isTokenOver(plan.startedAt().plus(duration))) {
            reporter.note("the token ends before the watch may end; with client credentials it fetches new ones");
        }
        if (server != null) {
            reporter.note("metrics are served at port " + server.port() + ", path /metrics");
        }
    }

    private static void write(WatchReport report, Page output) throws IOException {
        Writer target = output.target();
        switch (output.format()) {
            case "json" -> WatchJson.write(report, target, output.policy());
            case "ndjson" -> target.write(WatchJson.summary(report, output.policy()));
            case "short" ->
                target.write(
                        ShortFormat.line(report.verdict(), report.plan().round().simulated()));
            default -> new WatchPage(report).write(output);
        }
    }
}
