package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
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

    /** Starts it for a command that gains from it. */
    static void of(String command) {
        if (command.equals("classify") || command.equals("token") || command.equals("explain")) {
            Ahead ahead = new Ahead(command);
            ahead.setDaemon(true);
            ahead.setUncaughtExceptionHandler(ahead);
            ahead.start();
        }
    }

    @Override
    public void run() {
        if (command.equals("token")) {
            // {"a":1} and {"exp":0}: most tokens that somebody looks at are over.
            TokenReading over = TokenReading.of(new Secret("eyJhIjoxfQ.eyJleHAiOjB9.x"));
            TokenJudge.judge(over, TokenExpectation.at(Instant.ofEpochSecond(1)));
            Catalog catalog = Catalog.load();
            catalog.explain(catalog.require("token-expired"));
        } else if (command.equals("explain")) {
            Catalog catalog = Catalog.load();
            catalog.explain(catalog.require("throttled"));
        } else {
            Answered answer = new Answered(401, Headers.NONE, "{\"error\":{\"code\":\"a\",\"message\":\"b\"}}");
            new Diagnoser(Catalog.load())
                    .diagnose(Exchange.captured(SentRequest.UNKNOWN, answer, null), DiagnosisContext.at(Instant.EPOCH));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        // The command meets the same trouble and says it.
    }
}
