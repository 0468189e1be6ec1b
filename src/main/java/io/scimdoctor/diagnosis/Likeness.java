package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All of an exchange that its finding depends on, as a text: exchanges of equal likeness have the same finding, except for
 * the ids, times and quoted words in its evidence. GUIDs become their order of appearance (a rule may ask whether two are
 * the same, none asks which they are), times become one, and header fields that only tell one call from another keep
 * nothing but their presence.
 */
public final class Likeness {
    private static final int LONGEST = 32 * 1024;
    private static final LatePattern QUOTED = LatePattern.of("(%22|\")((?:[A-Za-z0-9_.@-]|%40)++)\\1");

    /** Fields of which no rule and no reader looks at more than the presence; LikenessTest holds the list to the rules. */
    private static final Set<String> IDLE = Set.of(("date request-id client-request-id x-ms-ags-diagnostic"
                    + " x-ms-resource-unit strict-transport-security x-ms-request-id x-ms-correlation-id x-azure-ref"
                    + " traceparent cf-ray etag age expires")
            .split(" "));

    private final StringBuilder text = new StringBuilder(1024);
    private final List<String> guids = new ArrayList<>();

    private Likeness() {}

    /** The likeness, or null when an exchange is too long to be remembered. */
    public static @Nullable String of(Exchange exchange, DiagnosisContext context) {
        SentRequest request = exchange.request();
        Answered answer = exchange.answer();
        Likeness likeness = new Likeness();
        String url = request.url();
        likeness.part(url == null ? null : withoutWords(url));
        if (answer != null && isSilent(answer)) {
            likeness.text.append(answer.status()).append(answer.body().isBlank());
            likeness.headers(answer.headers());
        } else {
            if (exchange.outcome() instanceof Unanswered unanswered) {
                likeness.part(unanswered.fault().name());
                likeness.part(unanswered.detail());
            } else if (answer != null) {
                likeness.text.append(answer.status()).append(answer.truncated());
                likeness.headers(answer.headers());
                likeness.part(answer.body());
            }
            likeness.part(request.body());
        }
        likeness.part(request.method());
        likeness.headers(request.headers());
        likeness.token(TokenEvidence.of(exchange, context));
        return likeness.text.length() > LONGEST ? null : likeness.text.toString();
    }

    /** Whether no more than the presence of a header field counts. */
    public static boolean isIdle(String headerName) {
        return IDLE.contains(headerName.toLowerCase(Locale.ROOT));
    }

    /** A text whose GUIDs, as far as a likeness leaves them out, have become {@code {id}}. */
    static String withoutGuids(String text) {
        StringBuilder without = new StringBuilder(text.length());
        int copied = 0;
        for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', Math.max(copied, hyphen + 1))) {
            if (Id.isGuid(text, hyphen - 8, copied)) {
                without.append(text, copied, hyphen - 8).append("{id}");
                copied = hyphen + 28;
            }
        }
        return copied == 0 ? text : without.append(text, copied, text.length()).toString();
    }

    /** Whether a success says nothing that a rule could find a fault in. */
    public static boolean isSilent(Answered answer) {
        if (!answer.isSuccess()) {
            return false;
        }
        ErrorBody body = ErrorBody.parse(answer.body());
        return (body.shape() == Shape.EMPTY || body.shape() == Shape.SCIM)
                && body.message().isEmpty()
                && body.codes().isEmpty()
                && body.errorStatus() == 0
                && body.field("access_token") == null;
    }

    /** A token's times are weighed against that of the call. */
    private void token(TokenEvidence token) {
        text.append(token.dated());
        for (TokenFact fact : token.facts()) {
            text.append(fact.name()).append(' ');
        }
    }

    private void headers(Headers headers) {
        for (Headers.Field field : headers.fields()) {
            part(field.name());
            part(isIdle(field.name()) ? null : field.value());
        }
        text.append('\n');
    }

    /** Adds a text, with its length, so that no two rows of texts look alike; a missing one is not an empty one. */
    private void part(@Nullable String part) {
        if (part == null) {
            text.append('~');
            return;
        }
        int start = text.length();
        int copied = 0;
        for (int hyphen = part.indexOf('-'); hyphen >= 0; hyphen = part.indexOf('-', Math.max(copied, hyphen + 1))) {
            if (Id.isGuid(part, hyphen - 8, copied)) {
                text.append(part, copied, hyphen - 8);
                guid(part.substring(hyphen - 8, hyphen + 28));
                copied = hyphen + 28;
            } else if (Id.isTime(part, hyphen - 4, copied)) {
                text.append(part, copied, hyphen - 4).append('\2');
                copied = Id.timeEnd(part, hyphen + 15);
            }
        }
        text.append(part, copied, part.length());
        text.append('\1').append(text.length() - start);
    }

    private void guid(String guid) {
        String lower = guid.toLowerCase(Locale.ROOT);
        int order = guids.indexOf(lower);
        if (order < 0) {
            order = guids.size();
            guids.add(lower);
        }
        text.append('\3').append(order);
    }

    /** A URL without the plain words in the quotes of its filter: a rule asks whether one is a GUID, and knows no other. */
    private static String withoutWords(String url) {
        int query = url.indexOf('?');
        if (query < 0 || (url.indexOf('"', query) < 0 && url.indexOf("%22", query) < 0)) {
            return url;
        }
        String plain = QUOTED.matcher(url.substring(query))
                .replaceAll(quoted -> quoted.group(2).length() == Id.GUID.length() ? "$0" : "$1\4$1");
        return url.substring(0, query) + plain;
    }

    /** Recognises what tells calls apart. */
    private static final class Id {
        private static final String GUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
        private static final String TIME = "0000-00-00T00:00:00";

        /** A GUID that stands for itself; numbers that rules look for (80049228 and its like) must not vanish in one. */
        static boolean isGuid(String text, int at, int least) {
            return at >= least
                    && fits(text, at, GUID)
                    && !text.startsWith("8004", at)
                    // A percent escape before it is no part of the word.
                    && (at == 0 || !isWord(text.charAt(at - 1)) || (at >= 3 && text.charAt(at - 3) == '%'))
                    && (at + GUID.length() == text.length() || !isWord(text.charAt(at + GUID.length())));
        }

        static boolean isTime(String text, int at, int least) {
            return at >= least && fits(text, at, TIME);
        }

        /** Behind the fraction of a second. */
        static int timeEnd(String text, int from) {
            int end = from;
            while (end < text.length() && (text.charAt(end) == '.' || isDigit(text.charAt(end)))) {
                end++;
            }
            return end;
        }

        private static boolean fits(String text, int at, String form) {
            boolean fits = at + form.length() <= text.length();
            for (int i = 0; i < form.length() && fits; i++) {
                char c = text.charAt(at + i);
                fits = switch (form.charAt(i)) {
                    case 'x' -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                    case '0' -> isDigit(c);
                    case 'T' -> c == 'T' || c == ' ';
                    default -> c == form.charAt(i);
                };
            }
            return fits;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-';
        }
    }
}
