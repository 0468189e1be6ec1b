package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of every place that a ticket draws from what happens to its values. */
final class Disclosures {

    /** In the order of the report: what is shared comes first. */
    private final Map<Ticket.Treatment, Map<String, Long>> places = new EnumMap<>(Ticket.Treatment.class);

    private Disclosures() {}

    static List<Ticket.Disclosure> of(Material material) {
        Disclosures disclosures = new Disclosures();
        for (Run run : material.runs()) {
            run.masked().forEach((place, count) -> {
                boolean secret = Redaction.isSecretPlace(place);
                disclosures.count(secret ? Ticket.Treatment.WITHHELD : Ticket.Treatment.MASKED, place, count);
            });
            Run.RunToken token = run.token();
            if (token != null) {
                token.claims().keySet().forEach(claim -> disclosures.text("claim " + claim, ""));
            }
        }
        material.cases().forEach(disclosures::call);
        return disclosures.list();
    }

    private void call(FailedCall call) {
        SentRequest request = call.exchange().request();
        text("request URL", request.url());
        headers("request header ", request.headers());
        text("request body", request.body());
        Answered answer = call.seen().answer();
        if (answer != null) {
            headers("answer header ", answer.headers());
            text("answer body", answer.body().isEmpty() ? null : answer.body());
        }
    }

    private void headers(String place, Headers headers) {
        for (Headers.Field field : headers.fields()) {
            text(place + field.name(), field.name().contains(Redactor.MASK) ? null : field.value());
        }
    }

    /** What still holds a mask is counted among the masked ones already. */
    private void text(String place, @Nullable String value) {
        if (value != null && !value.contains(Redactor.MASK)) {
            count(Ticket.Treatment.SHARED, place, 1);
        }
    }

    private void count(Ticket.Treatment treatment, String place, long count) {
        places.computeIfAbsent(treatment, key -> new TreeMap<>()).merge(place, count, Long::sum);
    }

    private List<Ticket.Disclosure> list() {
        List<Ticket.Disclosure> list = new ArrayList<>();
        places.forEach((treatment, counts) ->
                counts.forEach((place, count) -> list.add(new Ticket.Disclosure(place, treatment, count))));
        List.of("access token", "client secret and certificate", "key of the stand-ins")
                .forEach(never -> list.add(new Ticket.Disclosure(never, Ticket.Treatment.WITHHELD, null)));
        return list;
    }
}
