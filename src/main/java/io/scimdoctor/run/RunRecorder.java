package io.scimdoctor.run;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.diagnosis.Caller;
import io.scimdoctor.diagnosis.Groups;
import io.scimdoctor.diagnosis.Sighting;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.ClaimPolicy;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what a command knows at its end into a run that may be kept. */
public record RunRecorder(Redaction redaction, Machine machine) {
    /** The run of a live diagnosis or of single requests. */
    public Run record(RunHead.Kind kind, CheckReport report, List<Run.RunSetting> settings) {
        List<RunCall> calls = new ArrayList<>();
        Groups groups = new Groups(Windows.DEFAULT_GAP);
        long failures = 0;
        for (RecordedCall call : report.requests()) {
            calls.add(call(call.id(), call, report.isBillable(call)));
            Finding finding = call.finding();
            if (finding != null) {
                failures++;
                groups.add(finding, Sighting.of(call.facts(), Caller.UNKNOWN));
            }
        }
        CheckSettings.Target target = report.settings().target();
        Claims claims = report.token();
        String configured = target.clientId();
        String client = configured == null && claims != null ? claims.application() : configured;
        boolean simulated = report.settings().simulated();
        RunHead head = new RunHead(
                report.runId(), kind, report.startedAt(), report.finishedAt(), report.complete(), simulated, machine);
        return new Run(
                head,
                Run.RunTarget.of(target.cloud(), target.baseUrl(), report.tenant(), client),
                report.verdict(),
                settings,
                claims == null ? null : token(claims),
                checks(report),
                report.findings(),
                groups(groups),
                new Run.RunTotals(calls.size(), failures, 0),
                calls,
                redaction.masked().counts());
    }

    /** The claims that may be shown, each list in one line and each time as it is known. */
    public static Run.RunToken token(Claims claims) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : claims.names()) {
            Instant time = claims.time(name);
            String text = ClaimPolicy.isTime(name) && time != null
                    ? time.toString()
                    : claims.values(name).stream()
                            .map(value -> ClaimPolicy.value(name, value))
                            .collect(Collectors.joining(", "));
            if (!text.contains(Redactor.MASK) && !ClaimPolicy.meaning(name).isEmpty()) {
                shown.put(name, text);
            }
        }
        return new Run.RunToken(shown);
    }

    static List<Run.RunGroup> groups(Groups groups) {
        return groups.list().stream()
                .map(group -> new Run.RunGroup(
                        group.first().id(),
                        group.count(),
                        group.firstSeen(),
                        group.lastSeen(),
                        List.copyOf(group.endpoints().texts()),
                        group.sampleRequestIds(),
                        RunWindows.of(group.windows())))
                .toList();
    }

    /** One call as it may be kept, under a name that is unique in its run. */
    public RunCall call(String id, RecordedCall call, boolean billable) {
        Exchange last = call.exchange();
        Exchange whole = new Exchange(last.request(), last.outcome(), call.attempts(), last.at(), last.trace());
        Finding finding = call.finding();
        return new RunCall(
                id,
                null,
                redaction.exchange(whole),
                billable,
                finding == null ? null : finding.id(),
                call.diagnosis().alternatives());
    }

    private static List<Run.RunCheck> checks(CheckReport report) {
        return report.checks().stream()
                .map(line -> new Run.RunCheck(
                        line.info().id(),
                        line.info().title(),
                        line.result().status().slug(),
                        line.result().detail().handedOn(),
                        line.result().findings().stream().map(Finding::id).toList()))
                .toList();
    }
}
