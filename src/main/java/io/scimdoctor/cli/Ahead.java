package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.http.TlsAhead;
import io.scimdoctor.token.Secret;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.time.Instant;

/**
 * Loads on a second thread what a command is going to need, while the first one still reads the options: a cold start
 * spends most of its time on loading classes. It has no result, and what goes wrong here goes wrong again where it can be
 * said.
 */
final class Ahead extends Thread implements Thread.UncaughtExceptionHandler {
    private final String command;

    private Ahead(String command) {
        super("ahead");
        this.command = command;
    }

    /** Starts it for a command line that gains from it. */
    static void of(String... args) {
        String command = args.length == 0 ? "" : args[0];
        boolean offline = command.equals("classify") || command.equals("token") || command.equals("explain");
        if (offline || callsOverTls(command, args)) {
            Ahead ahead = new Ahead(command);
            ahead.setDaemon(true);
            ahead.setUncaughtExceptionHandler(ahead);
            ahead.start();
        }
    }

    private static boolean callsOverTls(String command, String... args) {
        if (!command.equals("check") && !command.equals("probe") && !command.equals("watch")) {
            return false;
        }
        for (String arg : args) {
            if (arg.startsWith("--simulate")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void run() {
        switch (command) {
            case "token" -> {
                // {"a":1} and {"exp":0}: most tokens that somebody looks at are over.
                TokenReading over = TokenReading.of(new Secret("eyJhIjoxfQ.eyJleHAiOjB9.x"));
                TokenJudge.judge(over, TokenExpectation.at(Instant.ofEpochSecond(1)));
                explain("token-expired");
            }
            case "explain" -> explain("throttled");
            case "classify" -> {
                Answered answer = new Answered(401, Headers.NONE, "{\"error\":{\"code\":\"a\",\"message\":\"b\"}}");
                new Diagnoser(Catalog.load())
                        .diagnose(
                                Exchange.captured(SentRequest.UNKNOWN, answer, null),
                                DiagnosisContext.at(Instant.EPOCH));
            }
            default -> TlsAhead.load();
        }
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
