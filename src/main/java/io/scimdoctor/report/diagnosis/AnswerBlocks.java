package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Status;
import io.scimdoctor.input.Source;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.Block.Paragraph;
import io.scimdoctor.report.diagnosis.AnswerPages.Answer;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
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

/**
 * Several answers as blocks: two lines for each reason, and then what each owner has to do.
 *
 * @param folder the one that all names are told below, with its slash, or an empty text
 */
record AnswerBlocks(List<Answer> answers, DiagnosisTally tally, Style style, String folder) {
    private static final int MOST_PLACES = 8;
    /** What stands before each line: the mark of a failure. */
    private static final int MARGIN = 3;

    private static final int SHORTEST = 12;
    private static final int WIDE = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static AnswerBlocks of(List<Answer> answers, DiagnosisTally tally, Style style) {
        String folder = answers.stream()
                .map(answer -> answer.source().file())
                .reduce(AnswerBlocks::common)
                .map(same -> same.substring(0, same.lastIndexOf('/') + 1))
                .orElse("");
        return new AnswerBlocks(answers, tally, style, folder);
    }

    /** What both names begin with: the folder of all files, which is named once. */
    private static String common(String one, String other) {
        int same = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return same < 0 ? one : one.substring(0, same);
    }

    /** That folder, as it stands behind the title. */
    String where() {
        return folder.isEmpty() ? "" : "  in " + style.shown(Redactor.toldFile(folder));
    }

    List<Block> blocks() {
        Map<List<String>, List<Answer>> reasons = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (answer.finding() != null) {
                reasons.computeIfAbsent(key(answer), key -> new ArrayList<>()).add(answer);
            }
        }
        List<Block> blocks = new ArrayList<>();
        Facts rows = Facts.NONE;
        String ticket = null;
        for (List<Answer> same : reasons.values()) {
            rows = rows.and(style.symbol(Status.FAIL), lines(same));
            if (ticket == null && same.get(0).failure().owner() == Owner.MICROSOFT_SUPPORT) {
                ticket = "scimdoctor ticket new --from " + place(same.get(0));
            }
        }
        blocks.add(rows);
        if (tally.failures() < answers.size()) {
            String calls = Amounts.count(answers.size() - tally.failures(), "call");
            blocks.add(new Paragraph(style.symbol(Status.PASS) + " " + calls + " succeeded"));
        }
        if (!reasons.isEmpty()) {
            blocks.addAll(owners());
            Answer first = reasons.values().iterator().next().get(0);
            blocks.add(Facts.NONE
                    .and("One in full", "scimdoctor classify " + place(first) + "  (all: -v)")
                    .and("Ticket", ticket));
        }
        return blocks;
    }

    private String place(Answer answer) {
        return Places.argument(answer.source(), false, style);
    }

    /** What two answers must have in common to be told together. */
    private static List<String> key(Answer answer) {
        return List.of(
                answer.failure().id(),
                String.valueOf(answer.call().status()),
                answer.call().endpoint(),
                CaseWords.reason(answer.failure()).seen());
    }

    /**
     * Where an answer stands below the folder.
     *
     * @param named whether it is told what the capture calls it
     */
    private String place(Source source, boolean named) {
        String file = source.file().substring(folder.length());
        return style.shown(Places.of(new Source(file, source.index(), named ? source.id() : null)));
    }

    private List<Block> lines(List<Answer> same) {
        Answer first = same.get(0);
        Finding finding = first.failure();
        ExchangeFacts call = first.call();
        String time = call.at() == null ? "" : "  " + TIME.format(call.at());
        String status = "  " + (call.status() == null ? "---" : call.status())
                + (call.method() == null ? "" : " " + call.method());
        boolean certain = finding.confidence() == Confidence.CERTAIN;
        String id = "  " + finding.id()
                + (certain ? "" : " (" + finding.confidence().slug() + ")");
        String path = style.shown(CaseWords.path(call.url()));
        String before = place(first.source(), true) + time + status;
        int room = style.width() - MARGIN - 1 - id.length() - before.length();
        path = path.length() <= room ? path : path.replaceFirst("^/rp/scim(?=/)", "");
        before = Math.min(path.length(), SHORTEST) <= room ? before : place(first.source(), false) + time + status;
        String reason = CaseWords.once(style.shown(CaseWords.reason(finding)));
        String label = style.width() < WIDE ? "  " : "  request-id ";
        String requestId = call.requestId() == null ? "" : label + call.requestId();
        List<Block> lines = new ArrayList<>();
        lines.add(new Paragraph(before + (path.isEmpty() ? "" : " " + fitting(path, before + " " + id)) + id));
        lines.add(new Paragraph(fitting(reason.isEmpty() ? finding.title() : reason, requestId) + requestId));
        if (same.size() > 1) {
            lines.add(new Paragraph("the same: " + places(same.subList(1, same.size()))));
        }
        return lines;
    }

    /** As much of a text as there is room for in its line, beside what else stands there; our own words before a sentence. */
    private String fitting(String text, String beside) {
        int room = Math.max(SHORTEST, style.width() - MARGIN - beside.length());
        int sentence = text.indexOf(" \"");
        if (text.length() <= room) {
            return text;
        }
        return sentence > 0 && sentence <= room
                ? text.substring(0, sentence)
                : Beginning.of(text, room - style.dots().length()) + style.dots();
    }

    private String places(List<Answer> others) {
        List<String> places = new ArrayList<>();
        for (Answer other : others.subList(0, Math.min(MOST_PLACES, others.size()))) {
            String id = other.call().requestId();
            places.add(place(other.source(), true) + (id == null ? "" : " (" + id + ")"));
        }
        return Amounts.some(places, others.size());
    }

    /** Once for each owner: how many calls are theirs, and the first step of each kind. */
    private List<Block> owners() {
        Map<Owner, Set<String>> steps = new EnumMap<>(Owner.class);
        for (Answer answer : answers) {
            Finding finding = answer.finding();
            if (finding != null && !finding.remedy().isEmpty()) {
                steps.computeIfAbsent(finding.owner(), owner -> new LinkedHashSet<>())
                        .add(finding.steps(style.audience()).get(0));
            }
        }
        List<Block> blocks = new ArrayList<>();
        tally.owners()
                .forEach((owner, count) -> blocks.add(new Block.Section(
                        "Who fixes it: " + owner.person() + ", " + Amounts.count(count, "call"),
                        new Block.Bullets(List.copyOf(steps.getOrDefault(owner, Set.of()))))));
        return blocks;
    }
}
