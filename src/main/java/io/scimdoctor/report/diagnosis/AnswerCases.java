package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.diagnosis.AnswerPages.Answer;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.scim.ScimUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers in cases that share their proof, their steps and their commands, with filters above. Where answers differ, the case
 * holds only what is true of all, and each line what is its own.
 */
final class AnswerCases {
    /** From so many different remedies on, one that names no values serves for all. */
    private static final int MOST_REMEDIES = 20;

    private static final int MOST_OPTIONS = 40;
    private static final int MOST_TIMES = 12;
    private static final int LONGEST_LINE = 600;
    /** All lines together, so that a page of ten thousand can be mailed and opens at once. */
    private static final int ROOM = 1_100_000;

    private static final Set<String> OF_CALL = Set.of("request id", "client request id", "server date");

    private final List<Answer> failures;
    private final Histogram axis;
    private final Facet time;
    private final List<Facet> facets;

    /** By what the failures can be filtered, with the options' marks. */
    private record Facet(Block.Filter filter, Function<Answer, String> of, List<String> names) {
        static Facet of(String title, String mark, List<Answer> failures, Function<Answer, String> of) {
            Shares counts = new Shares(Integer.MAX_VALUE);
            failures.forEach(failure -> counts.add(of.apply(failure), 1));
            List<Shares.Share> list = new ArrayList<>(counts.list());
            if (mark.equals("t")) {
                list.sort(Comparator.comparing(Shares.Share::text));
            }
            List<String> names = new ArrayList<>();
            List<String> options = new ArrayList<>();
            for (Shares.Share share : list.subList(0, Math.min(MOST_OPTIONS, list.size()))) {
                names.add(share.text());
                options.add(share.text() + " (" + Amounts.number(share.count()) + ")");
            }
            if (list.size() > MOST_OPTIONS) {
                options.add("others");
            }
            return new Facet(new Block.Filter(title, mark, options), of, names);
        }

        String mark(Answer failure) {
            int option = names.indexOf(of.apply(failure));
            return filter.mark() + (option < 0 ? names.size() : option);
        }
    }

    AnswerCases(DiagnosisTally tally, List<Answer> failures) {
        this.failures = failures;
        axis = tally.histogram();
        time = Facet.of("From", "t", failures, this::time);
        facets = List.of(
                Facet.of("Finding", "f", failures, each -> each.failure().id()),
                Facet.of(
                        "Who fixes it",
                        "o",
                        failures,
                        each -> each.failure().owner().person()),
                Facet.of("Endpoint", "e", failures, each -> each.call().endpoint()),
                time);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        facets.stream()
                .map(facet -> facet.filter)
                .filter(filter -> filter.options().size() > 1)
                .forEach(blocks::add);
        Map<String, Map<List<String>, List<Answer>>> kinds = new LinkedHashMap<>();
        for (Answer failure : failures) {
            kinds.computeIfAbsent(kind(failure), key -> new LinkedHashMap<>())
                    .computeIfAbsent(failure.failure().steps(Audience.HANDED_ON), key -> new ArrayList<>())
                    .add(failure);
        }
        List<List<Answer>> cases = new ArrayList<>();
        for (Map<List<String>, List<Answer>> remedies : kinds.values()) {
            if (remedies.size() > MOST_REMEDIES) {
                cases.add(remedies.values().stream().flatMap(List::stream).toList());
            } else {
                cases.addAll(remedies.values());
            }
        }
        cases.sort(Comparator.comparing(List::size, Comparator.reverseOrder()));
        cases.forEach(alike -> blocks.add(open(alike)));
        return blocks;
    }

    /** The beginning of one of a few equal parts of all the time. */
    private String time(Answer failure) {
        Instant at = failure.call().at();
        if (at == null) {
            return "no time";
        }
        long wide = axis.step().toMillis() * ((axis.counts().length + MOST_TIMES - 1) / MOST_TIMES);
        long from = axis.from().toEpochMilli();
        return Instant.ofEpochMilli(from + Math.floorDiv(at.toEpochMilli() - from, wide) * wide)
                .toString();
    }

    /** What answers have in common beside their remedy. */
    private String kind(Answer failure) {
        Finding finding = failure.failure();
        String host = ScimUrl.parse(String.valueOf(failure.call().url())).host();
        return finding.id()
                + finding.severity()
                + finding.confidence()
                + failure.call().status()
                + host
                + facets.get(1).mark(failure)
                + facets.get(2).mark(failure);
    }

    private Block open(List<Answer> alike) {
        Finding finding = alike.get(0).failure();
        List<Evidence> common = new ArrayList<>(finding.evidence());
        Set<String> marks = new LinkedHashSet<>();
        for (Answer failure : alike) {
            common.retainAll(failure.failure().evidence());
            facets.forEach(facet -> marks.add(facet.mark(failure)));
        }
        boolean sameCall =
                alike.stream().allMatch(each -> Objects.equals(each.failure().request(), finding.request()));
        Finding shared = finding.with(common, sameCall ? finding.request() : null);
        List<String> lines = alike.stream().map(each -> line(each, common)).toList();
        List<String> times = alike.stream().map(time::mark).toList();
        String endpoint = alike.get(0).call().endpoint();
        boolean known = !endpoint.equals("unknown");
        return new Block.Folded(
                Amounts.number(alike.size()) + " × " + (known ? endpoint + " " : "") + CaseWords.outcome(finding) + ": "
                        + finding.title() + " [" + finding.id() + "]",
                List.copyOf(marks),
                List.of(FindingBlocks.content(shared, Audience.HANDED_ON), new Block.Bullets(lines, times, false)));
    }

    private String line(Answer failure, List<Evidence> common) {
        Told path = CaseWords.path(failure.call().url());
        String id = failure.call().requestId();
        StringBuilder line = new StringBuilder(Places.numbered(failure.source()).handedOn());
        line.append(failure.call().at() == null ? "" : "  " + failure.call().at())
                .append(id == null ? "" : "  " + id)
                .append(path == null ? "" : "  " + path.handedOn().replaceFirst("(?i)^/rp/scim(?=/)", ""));
        for (Evidence item : failure.failure().evidence()) {
            if (!common.contains(item) && !OF_CALL.contains(item.name())) {
                line.append("  " + item.name() + ": " + item.value().handedOn());
            }
        }
        int most = Math.min(LONGEST_LINE, ROOM / failures.size());
        return line.length() <= most ? line.toString() : Beginning.of(line.toString(), most) + "…";
    }
}
