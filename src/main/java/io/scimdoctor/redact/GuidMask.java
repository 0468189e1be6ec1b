package io.scimdoctor.redact;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strict policy: every GUID, be it of a tenant, an application or an object, becomes a pseudonym, except those that
 * were entered here because support cannot do without them: ids of requests, correlations and runs.
 */
final class GuidMask {
    /** Whatever stands before it: an escape such as {@code %22} or {@code \n} ends in a digit or a letter. */
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9A-Za-z])");

    /** As bodies name such ids, and as the token endpoint ends its sentences. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:request|trace|correlation)[-_ ]?id[\\\\\"']{0,9}+\\s{0,99}+[:=]?+\\s{0,99}+[\\\\\"']{0,9}+([0-9a-f-]{36})");

    private final Pseudonyms pseudonyms;
    private final Set<String> kept = new HashSet<>();

    public GuidMask(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Enters all ids of requests that a text, such as a header's value, holds. */
    public synchronized void keep(String text) {
        Matcher matcher = GUID.matcher(text);
        while (matcher.find()) {
            kept.add(matcher.group().toLowerCase(Locale.ROOT));
        }
    }

    /** Enters the ids by which support finds a call: header fields, what the body names so, and those of every attempt. */
    public void keep(Exchange exchange) {
        keep(exchange.request().headers());
        Answered answer = exchange.answer();
        if (answer != null) {
            keep(answer.headers());
            Matcher named = NAMED.matcher(answer.body());
            while (named.find()) {
                keep(named.group(1));
            }
        }
        for (Attempt attempt : exchange.attempts()) {
            keep(String.valueOf(attempt.requestId()));
            keep(String.valueOf(attempt.clientRequestId()));
        }
    }

    private void keep(Headers headers) {
        for (Headers.Field field : headers.fields()) {
            if (Policy.ofHeader(field.name()) == Policy.IDENTIFIER) {
                keep(field.value());
            }
        }
    }

    /** The text with every other GUID replaced. */
    public synchronized String apply(String text) {
        return GUID.matcher(text).replaceAll(found -> {
            boolean stays = kept.contains(found.group().toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(stays ? found.group() : pseudonyms.of(Pseudonyms.Kind.ID, found.group()));
        });
    }
}
