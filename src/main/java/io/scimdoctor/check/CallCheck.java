package io.scimdoctor.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A check that consists of one read with the token. */
final class CallCheck implements Check {
    /** A first byte later than this is worth a warning; Graph usually takes a tenth of it. */
    static final Duration SLOW = Duration.ofSeconds(2);

    private static final Set<Integer> LOCAL_TROUBLE = Set.of(403, 404, 409, 429, 500, 502, 503, 504);

    private final CheckInfo info;
    private final Probe probe;

    CallCheck(CheckInfo info, Probe probe) {
        this.info = info;
        this.probe = probe;
    }

    Probe probe() {
        return probe;
    }

    @Override
    public CheckInfo info() {
        return info;
    }

    @Override
    public CheckResult run(CheckContext context) {
        RecordedCall call = context.call(probe);
        Finding finding = call.finding();
        if (finding != null) {
            return result(finding, "", call);
        }
        List<Finding> findings = new ArrayList<>(slowness(context, call));
        JsonNode body = call.diagnosis().seen().body().json();
        boolean diagnosis = context.settings().scope().requests().isEmpty();
        if (diagnosis && probe.path().equals(Probe.SCHEMAS.path()) && isRead(call)) {
            return schemas(context, body, findings, call);
        }
        return CheckResult.of(findings, summary(body, call), call.id());
    }

    /** Another product has other schemas; only Microsoft's own are expected to be the known ones. */
    private static CheckResult schemas(CheckContext context, JsonNode body, List<Finding> findings, RecordedCall call) {
        List<String> differences = SchemaDrift.differences(body);
        boolean microsoft = NetworkChecks.bearsMark(call);
        if (microsoft && !differences.isEmpty()) {
            findings.add(SchemaDrift.finding(context, differences));
        }
        String healthy = microsoft || differences.isEmpty()
                ? summary(body, call)
                : differences.size() + " differences from Microsoft's schemas, as in another product";
        return CheckResult.of(findings, healthy, call.id());
    }

    /** What a failed call means for the checks after it: an answer about this one call does not stop the others. */
    static CheckResult result(@Nullable Finding finding, String healthy, RecordedCall call) {
        if (finding == null) {
            return CheckResult.pass(healthy, call.id());
        }
        CheckResult result = CheckResult.failed(finding, call.id());
        Integer status = finding.httpStatus();
        boolean passable = status != null
                && LOCAL_TROUBLE.contains(status)
                && !finding.error().equals("NotFromApi");
        return passable && !finding.id().equals("wrong-base-url") ? result.passable() : result;
    }

    private static List<Finding> slowness(CheckContext context, RecordedCall call) {
        Duration firstByte = call.firstByte();
        if (firstByte == null || firstByte.compareTo(SLOW) <= 0) {
            return List.of();
        }
        return List.of(context.finding("slow-first-byte", "first byte after", firstByte.toMillis() + " ms"));
    }

    /** Of a long body only the beginning was read: then neither its number nor what it lacks is known. */
    private static boolean isRead(RecordedCall call) {
        Answered answer = call.exchange().answer();
        return answer != null && answer.body().length() <= ErrorBody.MAX_READ;
    }

    private static String entries(int size, RecordedCall call) {
        if (!isRead(call)) {
            return "a long list";
        }
        ScimUrl url = ScimUrl.parse(String.valueOf(call.exchange().request().url()));
        String count = url.parameter("count").map(ScimUrl.Parameter::value).orElse("");
        boolean more = count.matches("[0-9]{1,9}") && size > Integer.parseInt(count);
        return size + (size == 1 ? " entry" : " entries") + (more ? ", more than count=" + count + " asks for" : "");
    }

    private static String summary(JsonNode body, RecordedCall call) {
        Duration total = call.exchange().trace().phases().total();
        String time = total == null ? "" : ", " + total.toMillis() + " ms";
        JsonNode entries = Json.field(body, "resources");
        if (entries.isArray()) {
            return entries(entries.size(), call) + time;
        }
        return "HTTP " + call.facts().status() + time;
    }
}
