package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of every place that a ticket draws from what happens to its values. */
final class Disclosures {
    private static final Set<String> SECRET_PLACES = Set.of(
            "header authorization",
            "header proxy-authorization",
            "header cookie",
            "header set-cookie",
            "header x-api-key",
            "header x-functions-key",
            "header ocp-apim-subscription-key",
            "field password",
            "field client_secret",
            "field client_assertion",
            "field assertion",
            "field access_token",
            "field refresh_token",
            "field id_token",
            "field code");

    /** In the order of the report: what is shared comes first. */
    private final Map<String, Long> shared = new TreeMap<>();

    private final Map<String, Long> masked = new TreeMap<>();
    private final Map<String, Long> withheld = new TreeMap<>();

    private Disclosures() {}

    static List<Ticket.Disclosure> of(Material material) {
        Disclosures disclosures = new Disclosures();
        for (Run run : material.runs()) {
            for (Map.Entry<String, Integer> entry : run.masked().entrySet()) {
                boolean secret = SECRET_PLACES.contains(entry.getKey().toLowerCase(Locale.ROOT));
                (secret ? disclosures.withheld : disclosures.masked)
                        .merge(entry.getKey(), (long) entry.getValue(), Long::sum);
            }
            Run.RunToken token = run.token();
            if (token != null) {
                token.claims().keySet().forEach(claim -> disclosures.share("claim " + claim));
            }
        }
        for (Material.Case one : material.cases()) {
            disclosures.call(one);
        }
        return disclosures.list();
    }

    private void call(Material.Case one) {
        SentRequest request = one.call().exchange().request();
        text("request URL", request.url());
        headers("request header ", request.headers());
        text("request body", request.body());
        Answered answer = one.call().exchange().answer();
        if (answer != null) {
            headers("answer header ", answer.headers());
            text("answer body", answer.body().isEmpty() ? null : answer.body());
        }
    }

    private void headers(String place, Headers headers) {
        for (Headers.Field field : headers.fields()) {
            if (!field.name().contains(Redactor.MASK)) {
                text(place + field.name(), field.value());
            }
        }
    }

    /** What still holds a mask is counted among the masked ones already. */
    private void text(String place, @Nullable String value) {
        if (value != null && !value.contains(Redactor.MASK)) {
            share(place);
        }
    }

    private void share(String place) {
        shared.merge(place, 1L, Long::sum);
    }

    private List<Ticket.Disclosure> list() {
        List<Ticket.Disclosure> list = new ArrayList<>();
        add(list, shared, Ticket.Treatment.SHARED);
        add(list, masked, Ticket.Treatment.MASKED);
        add(list, withheld, Ticket.Treatment.WITHHELD);
        for (String never : List.of("access token", "client secret and certificate", "key of the stand-ins")) {
            list.add(new Ticket.Disclosure(never, Ticket.Treatment.WITHHELD, null));
        }
        return list;
    }

    private static void add(List<Ticket.Disclosure> list, Map<String, Long> places, Ticket.Treatment treatment) {
        places.forEach((place, count) -> list.add(new Ticket.Disclosure(place, treatment, count)));
    }
}
