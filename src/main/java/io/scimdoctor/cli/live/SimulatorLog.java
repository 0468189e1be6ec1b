package io.scimdoctor.cli.live;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.ExchangeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a running simulator's requests: a line each for the person who watches, and a record each for {@code classify}. */
final class SimulatorLog implements Consumer<Exchange> {
    private final @Nullable Writer screen;
    private final Audience reader;
    private final @Nullable Writer capture;
    private final Redaction redaction;
    private int count;

    /**
     * @param screen where a line is written for each request, if at all
     * @param reader who reads those lines
     * @param capture where each request is written with its answer, if at all
     * @param secretSeen is told every secret that is masked
     */
    SimulatorLog(@Nullable Writer screen, Audience reader, @Nullable Writer capture, Consumer<String> secretSeen) {
        this.screen = screen;
        this.reader = reader;
        this.capture = capture;
        redaction = new Redaction(new PseudonymTable(), secretSeen);
    }

    @Override
    public synchronized void accept(Exchange raw) {
        Exchange safe = redaction.exchange(raw).exchange();
        count++;
        try {
            if (screen != null) {
                screen.write(line(raw));
                screen.flush();
            }
            if (capture != null) {
                ExchangeJson.line(capture, Integer.toString(count), safe);
                capture.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Exchange exchange) {
        String time = exchange.at() == null ? "" : exchange.at().truncatedTo(ChronoUnit.SECONDS) + "  ";
        String came = exchange.outcome() instanceof Unanswered unanswered
                ? unanswered.fault().slug()
                : exchange.outcome() instanceof Answered answer ? Integer.toString(answer.status()) : "";
        String asked = exchange.request().url();
        String url = asked == null ? "" : Redactor.toldUrl(asked).to(reader);
        return time + exchange.request().method() + " " + url + "  " + came + "\n";
    }
}
