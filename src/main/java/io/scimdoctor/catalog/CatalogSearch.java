package io.scimdoctor.catalog;

import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds conditions by what a person knows of them: an id, a status, Microsoft's name of the error, or words. */
public record CatalogSearch(Catalog catalog) {
    private static final int MOST_NAMED = 3;

    /**
     * What a person asks for: all that hold some words, or all that are called so; everything when nothing is asked for.
     *
     * @throws Stopped for a name or words that lead nowhere
     */
    public List<Condition> of(@Nullable String words, List<String> names) {
        if (words != null) {
            List<String> wanted = List.of(words.trim().toLowerCase(Locale.ROOT).split("\\s+"));
            List<Condition> found = all(condition -> holds(condition, wanted));
            return found.isEmpty() ? unknown(words) : found;
        }
        if (names.isEmpty()) {
            return catalog.conditions();
        }
        // A name of several words needs no quotation marks.
        List<Condition> one = called(String.join(" ", names));
        if (!one.isEmpty()) {
            return one;
        }
        Map<String, Condition> all = new LinkedHashMap<>();
        for (String name : names) {
            List<Condition> found = called(name);
            // A sentence without quotation marks is many words, of which some are no names.
            List<Condition> sentence = found.isEmpty() ? holding(String.join(" ", names)) : List.of();
            if (!sentence.isEmpty()) {
                return sentence;
            }
            for (Condition condition : found.isEmpty() ? unknown(name) : found) {
                all.putIfAbsent(condition.id(), condition);
            }
        }
        return List.copyOf(all.values());
    }

    /** Those that have this id, status or error name; none where it is something else. */
    private List<Condition> called(String name) {
        Optional<Condition> exact = catalog.find(name);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        // A line of an answer holds the version and both.
        String asked = name.trim().replaceFirst("^(?i:http(?:/[0-9.]++)?|status|error) ++(?=[1-5][0-9][0-9])", "");
        String status = Resource.json(CatalogSearch.class, "reasons.json")
                .path(asked.replaceFirst("^[1-5][0-9][0-9] ++", "").toLowerCase(Locale.ROOT))
                .asText(asked);
        return likeliestFirst(status.matches("[1-5][0-9][0-9]") ? byStatus(Integer.parseInt(status)) : byError(name));
    }

    /** Those that hold all of the words; a letter or two stand in every text. */
    private List<Condition> holding(String words) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .trim()
                .split(" "));
        boolean telling = words.matches("(?s).*\\p{L}{3}.*");
        return telling ? likeliestFirst(all(condition -> holds(condition, wanted))) : List.of();
    }

    private static List<Condition> likeliestFirst(List<Condition> found) {
        Map<String, String> ranks = Resource.rows(CatalogSearch.class, "likely.txt");
        found.sort(Comparator.comparing(condition -> ranks.getOrDefault(condition.id(), "99")));
        return found;
    }

    private List<Condition> unknown(String what) {
        if (what.matches("(?i)(AADSTS)?[0-9]{5,9}")) {
            String number = what.replaceFirst("(?i)AADSTS", "");
            throw Stopped.usage(
                    "the catalogue does not hold AADSTS" + number,
                    "Microsoft explains it at https://login.microsoftonline.com/error?code=" + number);
        }
        List<String> ids = catalog.conditions().stream()
                .flatMap(condition -> Stream.concat(Stream.of(condition.id()), errors(condition)))
                .toList();
        String near = Nearest.of(what, ids);
        List<String> named = near == null || catalog.find(near).isPresent()
                ? List.of()
                : called(near).stream().limit(MOST_NAMED).map(Condition::id).toList();
        String hint = Nearest.hint(what, ids, "scimdoctor explain lists everything, and --search finds a text");
        throw Stopped.usage(
                "nothing in the catalogue is called '" + Redactor.seen(what) + "'",
                named.isEmpty() ? hint : hint + " Likely " + String.join(", ", named));
    }

    /** The conditions that an answer of that status may show. */
    private List<Condition> byStatus(int status) {
        return all(condition ->
                condition.statuses().contains(status) && !condition.id().startsWith(AadstsTable.PREFIX));
    }

    /** The conditions that Microsoft's table, or we beside it, call by that name. */
    private List<Condition> byError(String error) {
        return all(condition -> errors(condition).anyMatch(error::equalsIgnoreCase));
    }

    private static Stream<String> errors(Condition condition) {
        return Stream.concat(
                Stream.of(condition.error(null)), condition.statuses().stream().map(condition::error));
    }

    private List<Condition> all(Predicate<Condition> wanted) {
        List<Condition> all = new ArrayList<>(catalog.conditions());
        all.removeIf(wanted.negate());
        return all;
    }

    /**
     * The conditions whose basis is older than a time and has a source of that name, the oldest first; a basis of a month or
     * a year counts from its beginning.
     */
    public List<Condition> byBasis(List<Condition> conditions, String before, String source) {
        String part = source.toLowerCase(Locale.ROOT);
        List<Condition> found = new ArrayList<>(conditions);
        found.removeIf(condition -> {
            Basis basis = catalog.explain(condition).basis();
            return basis.date().compareTo(before) >= 0
                    || !basis.source().toLowerCase(Locale.ROOT).contains(part);
        });
        if (found.isEmpty() && !part.isEmpty()) {
            throw Stopped.usage(
                    "no statement rests on '" + Redactor.seen(source) + "'",
                    "scimdoctor explain --older-than 0s lists every source");
        }
        found.sort(Comparator.comparing(
                condition -> catalog.explain(condition).basis().date()));
        return found;
    }

    /** Whether id or texts hold every word. */
    private boolean holds(Condition condition, List<String> words) {
        Explanation texts = catalog.explain(condition);
        String all = (condition.id() + " " + condition.title() + " " + texts.cause() + " "
                        + String.join(" ", texts.symptoms()) + " " + String.join(" ", texts.steps()) + " "
                        + (texts.example() == null
                                ? ""
                                : texts.example().path("body").asText()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
