package io.scimdoctor.run;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.catalog.LoginHost;
import io.scimdoctor.diagnosis.Caller;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.diagnosis.When;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns somebody else's capture into a run: every exchange is diagnosed and redacted, and the original is written nowhere.
 * Of a large capture all are counted, and enough of each finding is kept.
 */
public final class RunImport implements CaptureSink {
    /** How many exchanges of one finding are kept. */
    private static final int KEPT_OF_EACH = 50;

    /** So many exchanges are remembered to recognise repeated ones; behind them none is. */
    private static final int MOST_SEEN = 100_000;

    private final Diagnoser diagnoser;
    private final DiagnosisContext context;
    private final Redaction redaction;
    private final DiagnosisTally tally = new DiagnosisTally(FailureRules.USUAL);
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<RunCall> calls = new ArrayList<>();
    private final Set<Seen> seen = new HashSet<>();
    /** Named by log rows and token requests, where there is no token to name it. */
    private @Nullable String tenant;

    private @Nullable String application;
    private @Nullable Claims token;
    private @Nullable String baseUrl;
    private @Nullable Instant first;
    private @Nullable Instant last;

    public RunImport(Diagnoser diagnoser, DiagnosisContext context, Redaction redaction) {
        this.diagnoser = diagnoser;
        this.context = context;
        this.redaction = redaction;
        token = context.token();
    }

    @Override
    public void exchange(Captured captured) {
        Recorded recorded = captured.recorded();
        Diagnosis diagnosis = recorded == null
                ? diagnoser.diagnose(captured.exchange(), context)
                : diagnoser.recall(captured.exchange(), recorded, context);
        Finding finding = diagnosis.finding();
        ExchangeFacts facts = diagnosis.facts();
        if (isKnown(facts.requestId(), captured.exchange().answer())) {
            return;
        }
        tally.add(facts, diagnosis, Caller.UNKNOWN);
        if (finding != null) {
            findings.putIfAbsent(finding.id(), finding);
        }
        time(When.of(captured.exchange()));
        learn(captured);
        SentRequest request = captured.exchange().request();
        baseUrl = baseUrl == null ? base(diagnosis.seen().url(), request.url()) : baseUrl;
        token = token == null ? Claims.of(request) : token;
        if (kept.merge(finding == null ? "" : finding.id(), 1, Integer::sum) <= KEPT_OF_EACH) {
            keep(captured, diagnosis);
        }
    }

    /** The service gives each call an id of its own, so the same answer with the same id was captured twice. */
    private boolean isKnown(@Nullable String requestId, @Nullable Answered answer) {
        if (requestId == null || answer == null || requestId.contains(Redactor.MASK)) {
            return false;
        }
        Seen one = new Seen(requestId, answer.status(), answer.body().strip().hashCode());
        return seen.size() < MOST_SEEN ? !seen.add(one) : seen.contains(one);
    }

    /** An answer of the service, as far as two of them are told apart. */
    private record Seen(String requestId, int status, int body) {}

    @Override
    public void unreadable(Unreadable unreadable) {
        tally.addUnreadable(unreadable);
    }

    /** What was found, over all captures that were read into it. */
    public DiagnosisTally tally() {
        return tally;
    }

    /** The run; what was captured without any time gets the time of the import. */
    public Run finish(String id, RunRecorder recorder) {
        Instant started = first == null ? context.now() : first;
        Instant finished = last == null ? started : last;
        return new Run(
                new RunHead(id, RunHead.Kind.IMPORT, started, finished, true, false, recorder.machine()),
                target(),
                tally.verdict(),
                List.of(),
                token == null ? null : RunRecorder.token(token),
                List.of(),
                ordered(),
                RunRecorder.groups(tally.groups()),
                new Run.RunTotals(tally.exchanges(), tally.failures(), tally.unreadable()),
                calls,
                redaction.masked().counts());
    }

    /** The one that the verdict names comes first. */
    private List<Finding> ordered() {
        String leading = String.valueOf(tally.verdict().id());
        return findings.values().stream()
                .sorted(Comparator.comparing(finding -> !finding.id().equals(leading)))
                .toList();
    }

    private Run.RunTarget target() {
        ScimUrl url = baseUrl == null ? null : ScimUrl.parse(baseUrl);
        Cloud cloud = url == null ? null : Cloud.ofGraphHost(url.host());
        String claimed = token == null ? null : token.text("tid");
        String issued = token == null || claimed != null ? claimed : token.issuerTenant();
        String shown = context.tenant() != null ? context.tenant() : issued == null ? tenant : issued;
        String client = token == null ? null : token.application();
        return Run.RunTarget.of(cloud, baseUrl, shown, client == null ? application : client);
    }

    private void learn(Captured captured) {
        tenant = tenant == null ? captured.caller().tenant() : tenant;
        application = application == null ? captured.caller().application() : application;
        SentRequest request = captured.exchange().request();
        ScimUrl url = ScimUrl.parse(String.valueOf(request.url()));
        if (url.host() == null || !Cloud.isLoginHost(url.host())) {
            return;
        }
        tenant = tenant == null ? LoginHost.tenant(request) : tenant;
        application = application == null ? LoginHost.application(request) : application;
    }

    private static @Nullable String base(@Nullable ScimUrl url, @Nullable String text) {
        if (url == null
                || text == null
                || url.host() == null
                || url.kind().segment().isEmpty()) {
            return null;
        }
        String path = url.path();
        int resource =
                path.toLowerCase(Locale.ROOT).lastIndexOf("/" + url.kind().segment());
        int end = text.indexOf(path) + Math.max(0, resource);
        return resource < 0 ? null : text.substring(0, end);
    }

    private void keep(Captured captured, Diagnosis diagnosis) {
        Source source = captured.source();
        Finding finding = diagnosis.finding();
        calls.add(new RunCall(
                String.valueOf(calls.size() + 1),
                Redactor.fileName(source.file()) + ":" + source.index(),
                redaction.exchange(captured.exchange()),
                false,
                finding == null ? null : finding.id(),
                diagnosis.alternatives()));
    }

    private void time(@Nullable Instant at) {
        first = at != null && (first == null || at.isBefore(first)) ? at : first;
        last = at != null && (last == null || at.isAfter(last)) ? at : last;
    }
}
