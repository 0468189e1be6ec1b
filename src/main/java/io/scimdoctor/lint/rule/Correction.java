package io.scimdoctor.lint.rule;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries out the fixes of findings; of two that overlap, only the one that stands later in the text. */
public final class Correction {
    private Correction() {}

    /** How many findings have a fix. */
    public static long count(List<LintFinding> findings) {
        return findings.stream().filter(finding -> !finding.fixes().isEmpty()).count();
    }

    /** The request without what could be fixed. */
    public static SentRequest of(SentRequest request, List<LintFinding> findings) {
        Headers headers = request.headers();
        for (LintFinding finding : findings) {
            for (Fix fix : finding.fixes()) {
                if (fix instanceof Fix.SetHeader set) {
                    headers = headers.without(set.name()).plus(set.name(), set.value());
                } else if (fix instanceof Fix.DropHeader drop) {
                    headers = headers.without(drop.name());
                }
            }
        }
        String url = request.url();
        String body = request.body();
        return new SentRequest(
                request.method(),
                url == null ? null : of(url, Place.Part.URL, findings),
                headers,
                body == null ? null : of(body, Place.Part.BODY, findings));
    }

    /** One text of a request without what could be fixed in it. */
    public static String of(String text, Place.Part part, List<LintFinding> findings) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (LintFinding finding : findings) {
            for (Fix fix : finding.fixes()) {
                if (fix instanceof Fix.Edit edit && edit.part() == part) {
                    edits.add(edit);
                }
            }
        }
        return of(text, edits);
    }

    /** The text with these edits, of which those that overlap a later one are left out. */
    public static String of(String text, List<Fix.Edit> edits) {
        edits.sort(Comparator.comparingInt(Fix.Edit::start).reversed());
        StringBuilder corrected = new StringBuilder(text);
        int limit = text.length();
        for (Fix.Edit edit : edits) {
            if (edit.end() <= limit) {
                corrected.replace(edit.start(), edit.end(), edit.text());
                limit = edit.start();
            }
        }
        return corrected.toString();
    }
}
