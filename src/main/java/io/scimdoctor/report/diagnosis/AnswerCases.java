package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.diagnosis.TriagePage.Failure;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failures in cases that share their proof, their steps and their commands, with filters above. Where answers differ, the case
 * holds only what is true of all, and each line what is its own.
 */
final class AnswerCases {
    /** From so many different remedies on, one that names no values serves for all. */
    private static final int MOST_REMEDIES = 20;

    private static final int MOST_ENDPOINTS = 12;
    private static final int MOST_TIMES = 12;
    private static final String OTHERS = "others";
    private static final int LONGEST_LINE = 600;
    /** All lines together, so that a page of ten thousand can be mailed and opens at once. */
    private static final int ROOM = 1_100_000;

    private static final Set<String> OF_CALL = Set.of("request id", "client request id", "server date");

    private final DiagnosisTally tally;
    private final List<Failure> failures;
    private final Map<String, Long> findings = new LinkedHashMap<>();
    private final Map<String, Long> owners = new LinkedHashMap<>();
    private final Map<String, Long> endpoints = new LinkedHashMap<>();
    private final long[] steps;

    AnswerCases(DiagnosisTally tally, List<Failure> failures) {
        this.tally = tally;
        this.failures = failures;
        steps = GroupBlocks.failures(tally);
        Shares all = new Shares(Integer.MAX_VALUE);
        for (Group group : tally.groups().list()) {
            findings.merge(group.first().id(), group.count(), Long::sum);
            group.endpoints().list().forEach(share -> all.add(share.text(), share.count()));
            all.add(OTHERS, group.endpoints().other());
        }
        failures.forEach(each -> owners.merge(each.finding().owner().person(), 1L, Long::sum));
        for (Shares.Share share : all.list()) {
            String name = endpoints.size() < MOST_ENDPOINTS && share.count() > 0 ? share.text() : OTHERS;
            if (share.count() > 0) {
                endpoints.merge(name, share.count(), Long::sum);
            }
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        filter(blocks, "Finding", "f", labels(findings));
        filter(blocks, "Who fixes it", "o", labels(owners));
        filter(blocks, "Endpoint", "e", labels(endpoints));
        filter(blocks, "From", "t", times());
        Map<List<Object>, Map<List<String>, List<Failure>>> kinds = new LinkedHashMap<>();
        for (Failure failure : failures) {
            kinds.computeIfAbsent(kind(failure), key -> new LinkedHashMap<>())
                    .computeIfAbsent(failure.finding().steps(Audience.HANDED_ON), key -> new ArrayList<>())
                    .add(failure);
        }
        List<List<Failure>> cases = new ArrayList<>();
        for (Map<List<String>, List<Failure>> remedies : kinds.values()) {
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

    private static void filter(List<Block> blocks, String title, String mark, List<String> options) {
        if (options.size() > 1) {
            blocks.add(new Block.Filter(title, mark, options));
        }
    }

    private static List<String> labels(Map<String, Long> counts) {
        List<String> labels = new ArrayList<>();
        counts.forEach((name, count) -> labels.add(name + " (" + Amounts.number(count) + ")"));
        return labels;
    }

    private List<String> times() {
        List<String> labels = new ArrayList<>();
        Histogram axis = tally.histogram();
        for (int i = 0, begin = 0; begin < steps.length; i++) {
            int end = begin;
            long count = 0;
            while (end < steps.length && slot(end) == i) {
                count += steps[end++];
            }
            labels.add(axis.from().plus(axis.step().multipliedBy(begin)) + " (" + Amounts.number(count) + ")");
            begin = end;
        }
        return labels;
    }

    /** Which option of time a step of the axis belongs to. */
    private int slot(int step) {
        int wide = (steps.length + MOST_TIMES - 1) / MOST_TIMES;
        return step / wide;
    }

    private String time(Failure failure) {
        Instant at = failure.call().at();
        Histogram axis = tally.histogram();
        long step = at == null || axis.isEmpty()
                ? -1
                : Math.floorDiv(
                        at.toEpochMilli() - axis.from().toEpochMilli(),
                        axis.step().toMillis());
        return step < 0 || step >= steps.length ? "" : "t" + slot((int) step);
    }

    private String endpoint(Failure failure) {
        String endpoint = failure.call().endpoint();
        return endpoints.containsKey(endpoint) ? endpoint : OTHERS;
    }

    /** What answers have in common beside their remedy. */
    private List<Object> kind(Failure failure) {
        Finding finding = failure.finding();
        return List.of(
                finding.id(),
                finding.severity(),
                finding.confidence(),
                finding.owner(),
                String.valueOf(failure.call().status()),
                endpoint(failure),
                host(failure));
    }

    private static String host(Failure failure) {
        String url = String.valueOf(Documents.told(failure.call().url()));
        int scheme = url.indexOf("://");
        int slash = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        return slash < 0 ? "" : url.substring(0, slash);
    }

    private Block open(List<Failure> alike) {
        Failure first = alike.get(0);
        Finding finding = first.finding();
        List<Evidence> common = new ArrayList<>(finding.evidence());
        Set<String> marks = new LinkedHashSet<>();
        marks.add("f" + index(findings, finding.id()));
        marks.add("o" + index(owners, finding.owner().person()));
        marks.add("e" + index(endpoints, endpoint(first)));
        for (Failure failure : alike) {
            common.retainAll(failure.finding().evidence());
            marks.add(time(failure));
        }
        marks.remove("");
        Finding shared = alike.size() == 1 ? finding : finding.with(common, call(first));
        List<Block.Lines.Line> lines = new ArrayList<>();
        alike.forEach(each -> lines.add(new Block.Lines.Line(time(each), line(each, common))));
        String title = Amounts.number(alike.size()) + " × "
                + CaseWords.call(shared).handedOn().replace("  ", " ") + ": " + finding.title() + " [" + finding.id()
                + "]";
        return new Block.Folded(
                title,
                List.copyOf(marks),
                List.of(FindingBlocks.content(shared, Audience.HANDED_ON), new Block.Lines(lines)));
    }

    private static int index(Map<String, Long> options, String name) {
        return new ArrayList<>(options.keySet()).indexOf(name);
    }

    /** The call without what only this one has. */
    private static @Nullable FailedRequest call(Failure first) {
        FailedRequest request = first.finding().request();
        String endpoint = first.call().endpoint();
        String url = host(first) + endpoint.substring(endpoint.indexOf(' ') + 1);
        return request == null
                ? null
                : new FailedRequest(
                        request.method(), request.url() == null ? null : Told.own(url), request.status(), null);
    }

    private String line(Failure failure, List<Evidence> common) {
        Told path = CaseWords.pathBelowBase(failure.call().url());
        String id = failure.call().requestId();
        StringBuilder line = new StringBuilder(Places.numbered(failure.source()).handedOn());
        line.append(failure.call().at() == null ? "" : "  " + failure.call().at())
                .append(path == null ? "" : "  " + path.handedOn())
                .append(id == null ? "" : "  " + id);
        for (Evidence item : failure.finding().evidence()) {
            if (!common.contains(item) && !OF_CALL.contains(item.name())) {
                line.append("  ")
                        .append(item.name())
                        .append(": ")
                        .append(item.value().handedOn());
            }
        }
        int most = Math.min(LONGEST_LINE, ROOM / failures.size());
        return line.length() <= most ? line.toString() : line.substring(0, most) + "…";
    }
}
