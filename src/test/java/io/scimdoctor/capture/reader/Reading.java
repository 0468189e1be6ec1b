package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.input.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came out of one capture. */
public record Reading(List<Captured> captured, List<Unreadable> unreadable) {
    public static Reading of(String text) {
        return of(text, Hints.NONE);
    }

    public static Reading of(String text, Hints hints) {
        return of(text.getBytes(StandardCharsets.UTF_8), hints);
    }

    public static Reading of(byte[] bytes, Hints hints) {
        return of(bytes, hints, 1 << 20);
    }

    public static Reading of(byte[] bytes, Hints hints, int limit) {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        CaptureSink sink = new CaptureSink() {
            @Override
            public void exchange(Captured captured) {
                reading.captured.add(captured);
            }

            @Override
            public void unreadable(Unreadable unreadable) {
                reading.unreadable.add(unreadable);
            }
        };
        try {
            CaptureReader.read(new ByteArrayInputStream(bytes), CaptureReader.intake("-", hints, sink), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    public Exchange only() {
        if (captured.size() != 1 || !unreadable.isEmpty()) {
            throw new AssertionError(captured.size() + " exchanges, unreadable: " + unreadable);
        }
        return captured.get(0).exchange();
    }

    /** Whether one failure is mentioned, with nothing that shows its call, and all else is read. */
    public boolean mentionsFailure() {
        return unreadable.size() == 1 && unreadable.get(0).failed();
    }

    /** Whether a call failed, or a failure is mentioned. */
    public boolean fails() {
        return unreadable.stream().anyMatch(Unreadable::failed)
                || captured.stream()
                        .anyMatch(one ->
                                !(one.exchange().outcome() instanceof Answered answer && answer.status() / 200 == 1));
    }

    public Answered answer() {
        return (Answered) only().outcome();
    }

    public Unanswered failure() {
        return (Unanswered) only().outcome();
    }

    /** Method, URL, status and body in one line. */
    public String line() {
        return line(only());
    }

    public static String line(Exchange exchange) {
        String sent = exchange.request().method() + " " + exchange.request().url() + " ";
        if (exchange.outcome() instanceof Answered answer) {
            return sent + answer.status() + " " + answer.body();
        }
        return sent + ((Unanswered) exchange.outcome()).fault().slug();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Captured one : captured) {
            lines.add(one.source().index() + " " + line(one.exchange()));
        }
        return lines;
    }

    public List<Long> unreadableAt() {
        List<Long> places = new ArrayList<>();
        for (Unreadable one : unreadable) {
            places.add(one.source().index());
        }
        return places;
    }
}
