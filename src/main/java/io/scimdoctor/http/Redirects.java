package io.scimdoctor.http;

import io.scimdoctor.exchange.Answered;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises an answer that sends the caller to another host: no API does that, sign-in pages and portals do. */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Scheme and host of the other place, without path and query, which may hold secrets. */
    static Optional<String> toOtherHost(Answered answer, Target target) {
        String location = answer.headers().first("Location").orElse("").strip();
        if (!STATUSES.contains(answer.status()) || location.isEmpty()) {
            return Optional.empty();
        }
        String absolute = location.startsWith("//") ? target.scheme() + ":" + location : location;
        String lower = absolute.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            Target other = Target.parse(absolute);
            boolean same = other.host().equals(target.host());
            return same ? Optional.empty() : Optional.of(other.scheme() + "://" + other.hostHeader());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
