package io.scimdoctor.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.lint.FilterLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checks that consist of one read with the token, and the one of the filter that is read with. */
final class CallChecks {
    private static final Set<Integer> LOCAL_TROUBLE = Set.of(403, 404, 409, 429, 500, 502, 503, 504);

    private CallChecks() {}

    /** The filter that the user named keeps the API's rules; a broken one is not sent, because the call may be billed. */
    static CheckResult filter(String filter, CheckContext context) {
        List<Evidence> evidence = new ArrayList<>();
        for (LintFinding finding : FilterLint.of(ResourceKind.USERS, filter)) {
            if (finding.isError()) {
                String place = ", column " + finding.place().column();
                evidence.add(new Evidence(
                        "breaks rule", finding.message().between(finding.rule().id() + ": ", place)));
                if (finding.instead() != null) {
                    evidence.add(new Evidence("write instead", Redactor.told(finding.instead())));
                }
            }
        }
        return evidence.isEmpty()
                ? CheckResult.pass("no rule is broken")
                : CheckResult.of(context.catalog().finding("filter-unsupported", Confidence.CERTAIN, evidence));
    }

    static CheckResult read(Probe probe, CheckContext context) {
        RecordedCall call = context.call(probe);
        Finding finding = call.finding();
        if (finding != null) {
            return failed(finding, call);
        }
        List<Finding> findings = new ArrayList<>();
        if (call.late() != null) {
            findings.add(context.finding("slow-first-byte", "first byte after", call.late()));
        }
        JsonNode body = call.diagnosis().seen().body().json();
        String healthy = summary(body, call);
        boolean diagnosis = context.settings().scope().requests().isEmpty();
        if (diagnosis && probe.path().equals("/schemas") && isRead(call)) {
            List<Told> differences = SchemaDrift.differences(body);
            // Another product has other schemas; only Microsoft's own are expected to be the known ones.
            if (!differences.isEmpty() && NetworkChecks.bearsMark(call)) {
                findings.add(SchemaDrift.finding(context, differences));
            } else if (!differences.isEmpty()) {
                healthy = differences.size() + " differences from Microsoft's schemas, as in another product";
            }
        }
        return CheckResult.of(findings, Told.own(healthy), call.id());
    }

    /** What a failed call means for the checks after it: an answer about this one call does not stop the others. */
    static CheckResult failed(Finding finding, RecordedCall call) {
        Integer status = finding.httpStatus();
        boolean passable = status != null
                && LOCAL_TROUBLE.contains(status)
                // Microsoft Graph counts the calls that it refuses, too.
                && finding.fact("retry after") == null
                && !finding.error().equals("NotFromApi")
                && !finding.id().equals("wrong-base-url");
        CheckResult result = CheckResult.failed(finding, call.id());
        return passable ? result.passable() : result;
    }

    /** Of a long body only the beginning was read: then neither its number nor what it lacks is known. */
    private static boolean isRead(RecordedCall call) {
        Answered answer = call.exchange().answer();
        return answer != null && answer.body().length() <= ErrorBody.MAX_READ;
    }

    private static String summary(JsonNode body, RecordedCall call) {
        String age = call.exchange().answerHeaders().first("age").orElse("");
        boolean kept = age.matches("[1-9][0-9]{0,9}");
        String time = call.took() + (kept ? ", from a cache, " + age + " s old" : "");
        JsonNode entries = Json.field(body, "resources");
        if (!entries.isArray()) {
            return "HTTP " + call.facts().status() + time;
        }
        if (!isRead(call)) {
            return "a long list" + time;
        }
        int size = entries.size();
        ScimUrl url = ScimUrl.parse(String.valueOf(call.exchange().request().url()));
        String count = url.parameter("count").map(ScimUrl.Parameter::value).orElse("");
        boolean more = count.matches("[0-9]{1,9}") && size > Integer.parseInt(count);
        return size
                + (size == 1 ? " entry" : " entries")
                + (more ? ", more than count=" + count + " asks for" : "")
                + time;
    }
}
