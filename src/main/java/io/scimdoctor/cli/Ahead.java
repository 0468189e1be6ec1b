package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.http.tls.TlsAhead;
import io.scimdoctor.permission.PermissionMatrix;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.time.Instant;

/**
 * Loads on a second thread what a command is going to need, while the first one still reads the options or waits: a cold
 * start spends most of its time on loading classes. It has no result, and what goes wrong here goes wrong again where it can be said.
 */
final class Ahead extends Thread implements Thread.UncaughtExceptionHandler {
    private enum Work {
        TOKEN,
        EXPLAIN,
        CLASSIFY,
        CALL
    }

    private final Work work;

    private Ahead(Work work) {
        super("ahead");
        this.work = work;
    }

    /** Starts it for a command line that gains from it. */
    static void of(String... args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "token" -> begin(Work.TOKEN);
            case "explain" -> begin(Work.EXPLAIN);
            case "classify" -> begin(Work.CLASSIFY);
            case "check", "probe", "watch" -> {
                if (!isSimulated(args)) {
                    begin(Work.CALL);
                }
            }
            default -> {}
        }
    }

    private static void begin(Work work) {
        Ahead ahead = new Ahead(work);
        ahead.setDaemon(true);
        ahead.setUncaughtExceptionHandler(ahead);
        ahead.start();
    }

    private static boolean isSimulated(String... args) {
        for (String arg : args) {
            if (arg.startsWith("--simulate")) {
                return true;
            }
        }
        return false;
    }

    // Not a task that is handed over: to link the first lambda takes longer than to start a thread.
    @Override
    public void run() {
        switch (work) {
            case TOKEN -> {
                // {"a":1} and {"exp":0}: most tokens that somebody looks at are over.
                TokenReading over = TokenReading.of(new Secret("eyJhIjoxfQ.eyJleHAiOjB9.x"));
                TokenJudge.judge(over, TokenExpectation.at(Instant.ofEpochSecond(1)));
                PermissionMatrix.load();
                explain("token-expired");
            }
            case EXPLAIN -> explain("throttled");
            case CLASSIFY -> diagnose();
            case CALL -> {
                // In the order of need: certificates come after the first flight, and an answer after those.
                TlsAhead.greet();
                TlsAhead.trust();
                diagnose();
            }
        }
    }

    private static void diagnose() {
        Answered answer = new Answered(401, Headers.NONE, "{\"error\":{\"code\":\"a\",\"message\":\"b\"}}");
        new Diagnoser(Catalog.load())
                .diagnose(Exchange.captured(SentRequest.UNKNOWN, answer, null), DiagnosisContext.at(Instant.EPOCH));
    }

    private static void explain(String id) {
        Catalog catalog = Catalog.load();
        catalog.explain(catalog.require(id));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        // The command meets the same trouble and says it.
    }
}
