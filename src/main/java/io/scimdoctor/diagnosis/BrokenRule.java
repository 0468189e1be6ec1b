package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.redact.Redactor;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a refused request breaks. The answer comes first: a rule makes a general refusal particular, and is the
 * proof of a particular one that it agrees with; it never overrules what an answer says.
 */
record BrokenRule(@Nullable LintFinding finding) {
    private static final String GENERAL = "bad-request";

    private static final Set<String> OF_NAMES = Set.of("attribute-unknown", "attribute-misplaced");
    private static final Set<String> OF_PATHS = Set.of("patch-path", "patch-remove-path", "csa-path");

    /** An attribute that a sentence names: the last part of what stands in quotes, or a word with a capital within. */
    private static final LatePattern ATTRIBUTE = LatePattern.of(
            "['\"](?:[\\w:.$-]{0,200}[:.])?([\\w$-]{1,60})['\"]|(?<![\\w:.$-])([a-z]{1,30}+[A-Z][A-Za-z]{1,60}+)");

    /** The rule that explains the answer best, or none. */
    static BrokenRule of(Observation seen, Classification classification) {
        Answered answer = seen.judged();
        if (answer == null || answer.status() != 400) {
            return new BrokenRule(null);
        }
        String condition = classification.condition().id();
        LintFinding best = null;
        for (LintFinding finding : RequestLint.of(asSent(seen.request()))) {
            boolean agrees = agrees(condition, finding.rule())
                    && isAbout(finding.message().seen(), seen.body().message());
            boolean possible = finding.place().part() != Place.Part.HEADERS || seen.leavesHeadersOpen();
            boolean explains =
                    agrees || (condition.equals(GENERAL) && finding.rule().refused() && possible);
            if (explains && (best == null || isBetter(finding, best))) {
                best = finding;
            }
        }
        return new BrokenRule(best);
    }

    /** A name that no attribute has is a path that leads nowhere, too. */
    private static boolean agrees(String condition, LintRule rule) {
        boolean path = condition.equals("path-invalid");
        return condition.equals(rule.condition())
                || ((path || condition.equals("attribute-unknown")) && OF_NAMES.contains(rule.id()))
                || (path && OF_PATHS.contains(rule.id()));
    }

    /** Whether the rule is about an attribute that the answer names, unless one of them names none. */
    private static boolean isAbout(String rule, String answer) {
        List<String> about = attributes(rule);
        List<String> named = about.isEmpty() ? about : attributes(answer);
        return named.isEmpty()
                || Any.of(about, one -> Any.of(named, other -> one.startsWith(other) || other.startsWith(one)));
    }

    private static List<String> attributes(String sentence) {
        List<String> names = new ArrayList<>();
        Matcher name = ATTRIBUTE.matcher(sentence);
        while (name.find()) {
            names.add((name.group(1) == null ? name.group(2) : name.group(1)).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Client libraries print the URL alone; only a GET has a filter in it (RFC 7644, section 3.4.2). */
    private static SentRequest asSent(SentRequest request) {
        String url = request.url();
        return request.method() == null && url != null && url.contains("filter=")
                ? new SentRequest("GET", url, request.headers(), request.body())
                : request;
    }

    /** An error outweighs a doubt, and a rule that the catalogue has a row for one that it has none for. */
    private static boolean isBetter(LintFinding finding, LintFinding best) {
        return finding.isError() != best.isError()
                ? finding.isError()
                : finding.rule().condition() != null && best.rule().condition() == null;
    }

    /** The row of the broken rule where the answer leaves the reason open. */
    Classification narrow(Classification classification, Catalog catalog) {
        if (finding == null
                || !finding.isError()
                || !classification.condition().id().equals(GENERAL)) {
            return classification;
        }
        String id = finding.rule().condition();
        Optional<Condition> condition = id == null ? Optional.empty() : catalog.find(id);
        return condition
                .map(found -> new Classification(found, Confidence.LIKELY, List.of(classification.condition())))
                .orElse(classification);
    }

    /** The proof with the rule, its place and the correction behind it. */
    List<Evidence> evidence(List<Evidence> proof) {
        LintFinding broken = finding;
        if (broken == null) {
            return proof;
        }
        List<Evidence> evidence = new ArrayList<>(proof);
        evidence.add(new Evidence(
                "breaks rule", broken.message().between(broken.rule().id() + ": ", "")));
        evidence.add(new Evidence("in the request", place(broken.place())));
        if (broken.instead() != null) {
            evidence.add(new Evidence("write instead", Redactor.told(Objects.requireNonNull(broken.instead()))));
        }
        return evidence;
    }

    private static String place(Place place) {
        String part = place.part().name().toLowerCase(Locale.ROOT);
        return switch (place.part()) {
            // A column of the URL would count the host, which is not shown.
            case METHOD, HEADERS, URL, FILTER -> part;
            case BODY -> part + ", line " + place.line() + ", column " + place.column();
        };
    }
}
