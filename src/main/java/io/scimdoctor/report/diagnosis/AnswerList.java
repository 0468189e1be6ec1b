package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Status;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.diagnosis.DiagnosisText.Item;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Several answers: two lines for each reason, and then what each owner has to do. */
final class AnswerList {
    private static final int MOST_PLACES = 8;
    private static final int LONGEST_REASON = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TextPage page;
    private final Style style;
    private final List<Item> items;
    private final DiagnosisTally tally;
    private final String folder;

    AnswerList(TextPage page, List<Item> items, DiagnosisTally tally) {
        this.page = page;
        this.items = items;
        this.tally = tally;
        style = page.style();
        folder = folder(items);
    }

    /** What all files' names begin with, up to a slash; it is told once. */
    private static String folder(List<Item> items) {
        String common = items.stream()
                .map(item -> item.source().file())
                .reduce(AnswerList::common)
                .orElse("");
        return common.substring(0, common.lastIndexOf('/') + 1);
    }

    private static String common(String one, String other) {
        int same = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return same < 0 ? one : one.substring(0, same);
    }

    /** Where an answer stands below the folder, and what the capture calls it. */
    private String place(Source source) {
        String id = source.id();
        Source below = new Source(source.file().substring(folder.length()), source.index(), null);
        return style.shown(Places.of(below)) + (id == null ? "" : " " + style.shown(Places.of(source)));
    }

    void write() throws IOException {
        Map<List<String>, List<Item>> reasons = new LinkedHashMap<>();
        int succeeded = 0;
        for (Item item : items) {
            Finding finding = item.diagnosis().finding();
            if (finding == null) {
                succeeded++;
            } else {
                reasons.computeIfAbsent(key(item, finding), key -> new ArrayList<>())
                        .add(item);
            }
        }
        page.line(style.bold(Amounts.count(tally.exchanges(), "answer") + ", "
                + Amounts.count(tally.failures(), "failure") + ", "
                + Amounts.count(tally.groups().list().size(), "kind")
                + (folder.isEmpty() ? "" : "  in " + style.shown(Redactor.toldFile(folder)))));
        for (List<Item> same : reasons.values()) {
            rows(same);
        }
        if (succeeded > 0) {
            page.line(style.status(Status.PASS, style.symbol(Status.PASS)) + " " + Amounts.count(succeeded, "call")
                    + " succeeded");
        }
        if (!reasons.isEmpty()) {
            owners();
            String first = style.shown(
                    Places.numbered(reasons.values().iterator().next().get(0).source()));
            page.blank().wrapped("One in full: ", "  ", "scimdoctor classify " + first + "  (all: -v)");
            page.wrapped("Ticket: ", "  ", "scimdoctor ticket new --from " + first);
        }
        page.line("Exit code " + tally.verdict().exitCode().words() + ".");
    }

    /** What two answers must have in common to be told together. */
    private static List<String> key(Item item, Finding finding) {
        return List.of(
                finding.id(),
                String.valueOf(item.exchange().status()),
                item.exchange().endpoint(),
                CaseWords.reason(finding).seen());
    }

    private void rows(List<Item> same) throws IOException {
        Item first = same.get(0);
        Finding finding = first.diagnosis().finding();
        if (finding == null) {
            return;
        }
        Instant at = first.exchange().at();
        Integer status = first.exchange().status();
        String method = first.exchange().method();
        String path = style.shown(CaseWords.pathBelowBase(first.exchange().url()));
        page.wrapped(
                style.severity(finding.severity(), style.symbol(Status.FAIL)) + " ",
                "    ",
                place(first.source()) + "  " + (at == null ? "" : TIME.format(at) + "  ")
                        + (status == null ? "---" : status) + " " + (method == null ? "" : method + " ")
                        + (path.isEmpty() ? "" : path + "  ") + style.bold(finding.id()) + doubt(finding));
        String reason = style.shown(CaseWords.reason(finding)).replaceAll("\\s+", " ");
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + style.dots();
        String id = first.exchange().requestId();
        page.wrapped("    ", (shown.isEmpty() ? finding.title() : shown) + (id == null ? "" : "  request-id " + id));
        if (same.size() > 1) {
            page.wrapped("    ", "the same: " + places(same.subList(1, same.size())));
        }
    }

    private static String doubt(Finding finding) {
        return finding.confidence() == Confidence.CERTAIN
                ? ""
                : " (" + finding.confidence().slug() + ")";
    }

    private String places(List<Item> others) {
        List<String> places = new ArrayList<>();
        for (Item item : others.subList(0, Math.min(MOST_PLACES, others.size()))) {
            String id = item.exchange().requestId();
            places.add(place(item.source()) + (id == null ? "" : " (" + id + ")"));
        }
        int more = others.size() - places.size();
        return String.join(", ", places) + (more > 0 ? " and " + more + " more" : "");
    }

    /** Once for each owner: how many calls are theirs, and the first step of each kind. */
    private void owners() throws IOException {
        Map<Owner, Long> counts = new EnumMap<>(Owner.class);
        Map<Owner, Set<String>> steps = new EnumMap<>(Owner.class);
        for (Group group : tally.groups().list()) {
            counts.merge(group.first().owner(), group.count(), Long::sum);
        }
        for (Item item : items) {
            Finding finding = item.diagnosis().finding();
            if (finding != null && !finding.remedy().isEmpty()) {
                steps.computeIfAbsent(finding.owner(), owner -> new LinkedHashSet<>())
                        .add(finding.steps(style.audience()).get(0));
            }
        }
        page.blank().line(style.bold("Who fixes it"));
        for (Map.Entry<Owner, Long> owner : counts.entrySet()) {
            page.line("  " + owner.getKey().person() + ", " + Amounts.many(owner.getValue(), "call"));
            for (String step : steps.getOrDefault(owner.getKey(), Set.of())) {
                page.wrapped("    " + style.bullet() + " ", step);
            }
        }
    }
}
