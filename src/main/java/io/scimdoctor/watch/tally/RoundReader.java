package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.First;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a round off the report of its check. A call counts as failed when a check failed because of it, so the refusal of
 * the call without a token, which is as it should be, is none.
 */
public final class RoundReader {
    private static final Set<TransportFault> BEFORE_THE_CONNECTION =
            EnumSet.range(TransportFault.DNS_FAILURE, TransportFault.PROXY_UNREACHABLE);

    private static final int TOO_MANY_REQUESTS = 429;

    private final CheckReport report;
    private final FailureRules rules;
    private final Map<String, Finding> byCall = new LinkedHashMap<>();
    private final Map<String, Finding> elsewhere = new LinkedHashMap<>();
    /** What kept checks from a verdict; it is shown and is no failure of the service. */
    private final Map<String, Finding> obstacles = new LinkedHashMap<>();

    private boolean undecided;

    public RoundReader(CheckReport report) {
        this.report = report;
        this.rules = report.settings().rules();
        for (CheckReport.CheckLine line : report.checks()) {
            line.result().findings().forEach(finding -> assign(line, finding));
            undecided |= line.result().status() == Status.UNKNOWN;
        }
    }

    private void assign(CheckReport.CheckLine line, Finding finding) {
        Status status = line.result().status();
        List<String> calls = line.result().requests();
        if (status == Status.UNKNOWN) {
            obstacles.putIfAbsent(line.info().id(), finding);
        } else if ((status == Status.FAIL || status == Status.WARN) && finding.severity() != Severity.INFO) {
            Map<String, Finding> shown = calls.isEmpty() ? elsewhere : byCall;
            String place = calls.isEmpty() ? line.info().id() : calls.get(0);
            shown.merge(place, finding, (one, other) -> other.severity().compareTo(one.severity()) < 0 ? other : one);
        }
    }

    /** What a call showed that is worth keeping, or null. */
    public @Nullable Finding finding(RecordedCall call) {
        Finding finding = byCall.get(call.id());
        return finding == null && repaired(call) != null
                ? Catalog.load().finding("intermittent-failure", List.of())
                : finding;
    }

    /** The first try that the service failed before another succeeded, or null: a repeat must not hide it. */
    private static @Nullable Attempt repaired(RecordedCall call) {
        List<Attempt> before = call.attempts().subList(0, call.attempts().size() - 1);
        return call.finding() != null
                ? null
                : First.of(before, attempt -> attempt.status() == null || attempt.status() >= TOO_MANY_REQUESTS);
    }

    public Round round(long number, List<Long> lateMs) {
        List<WatchedCall> calls = new ArrayList<>();
        Instant notBefore = null;
        for (RecordedCall call : report.requests()) {
            calls.add(call(call));
            Attempt last = last(call);
            Instant asked = last.retryAfter() == null
                    ? null
                    : last.at().plus(last.duration()).plus(last.retryAfter());
            notBefore = asked != null && (notBefore == null || asked.isAfter(notBefore)) ? asked : notBefore;
        }
        elsewhere.forEach((check, finding) -> calls.add(notMade(check, finding, isFailure(finding))));
        obstacles.forEach((check, finding) -> calls.add(notMade(check, finding, false)));
        calls.sort(Comparator.comparing(WatchedCall::at));
        return new Round(
                number,
                report.startedAt(),
                report.finishedAt(),
                lateMs,
                undecided,
                calls,
                report.calls(),
                report.billable(),
                notBefore);
    }

    private WatchedCall notMade(String check, Finding finding, boolean failure) {
        return new WatchedCall(
                report.startedAt(), check, false, null, Duration.ZERO, finding.id(), failure, null, Map.of());
    }

    private WatchedCall call(RecordedCall call) {
        boolean withToken = call.exchange().request().headers().has("Authorization");
        String endpoint = call.facts().endpoint() + (withToken || !call.toApi() ? "" : " without a token");
        Finding finding = finding(call);
        Attempt failed = repaired(call);
        Integer status = failed == null ? call.facts().status() : failed.status();
        String requestId = failed == null ? call.facts().requestId() : failed.requestId();
        Attempt last = last(call);
        Instant at = call.attempts().get(0).at();
        return new WatchedCall(
                at,
                endpoint,
                call.toApi(),
                status,
                Duration.between(at, last.at().plus(last.duration())),
                finding == null ? null : finding.id(),
                finding != null && isFailure(finding),
                Redactor.identifier(requestId == null ? call.clientRequestId() : requestId),
                call.toApi() && withToken ? traits(call, endpoint) : Map.of());
    }

    private boolean isFailure(Finding finding) {
        FailOn from = rules.failOn() == FailOn.WARN ? FailOn.WARN : FailOn.FAIL;
        return from.counts(finding.severity()) && !rules.ignored().contains(finding.id());
    }

    private static Attempt last(RecordedCall call) {
        return call.attempts().get(call.attempts().size() - 1);
    }

    private static Map<Dimension, String> traits(RecordedCall call, String endpoint) {
        Map<Dimension, String> traits = new EnumMap<>(Dimension.class);
        traits.put(Dimension.ENDPOINT, endpoint);
        traits.put(Dimension.PAYLOAD_SIZE, size(call.exchange().request().body()));
        boolean opened = call.exchange().trace().phases().connect() != null
                || (call.exchange().outcome() instanceof Unanswered unanswered
                        && BEFORE_THE_CONNECTION.contains(unanswered.fault()));
        traits.put(Dimension.CONNECTION, opened ? "new" : "reused");
        // A header of another form tells nothing about where the call ended.
        String diagnostic =
                call.exchange().answerHeaders().first("x-ms-ags-diagnostic").orElse("");
        JsonNode server = Json.readLeniently(diagnostic).node().path("ServerInfo");
        trait(server.path("DataCenter"), Dimension.DATA_CENTRE, traits);
        trait(server.path("Ring"), Dimension.RING, traits);
        return traits;
    }

    private static String size(@Nullable String body) {
        int bytes = body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) {
            return "nothing sent";
        }
        return bytes < 1_024 ? "under 1 KiB" : bytes < 10_240 ? "1 to 10 KiB" : "over 10 KiB";
    }

    private static void trait(JsonNode value, Dimension dimension, Map<Dimension, String> traits) {
        if (value.isValueNode() && !value.asText().isBlank()) {
            traits.put(dimension, Redactor.text(value.asText()));
        }
    }
}
