package io.scimdoctor.check;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_REFUSED;
import static io.scimdoctor.exchange.TransportFault.DNS_FAILURE;
import static io.scimdoctor.exchange.TransportFault.PROXY_UNREACHABLE;
import static io.scimdoctor.exchange.TransportFault.TLS_FAILURE;
import static io.scimdoctor.exchange.TransportFault.TLS_UNTRUSTED;

import io.scimdoctor.catalog.Responder;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way to the service, read off one call without a token, so that no phase costs a connection of its own. */
final class NetworkChecks {
    private static final Set<TransportFault> DNS = EnumSet.of(DNS_FAILURE);
    private static final Set<TransportFault> TCP = EnumSet.range(CONNECTION_REFUSED, PROXY_UNREACHABLE);
    private static final Set<TransportFault> TLS = EnumSet.range(TLS_UNTRUSTED, TLS_FAILURE);

    /** The finding that another product's SCIM service answers. */
    static final String NOT_ENTRA = "responder-not-entra";

    private NetworkChecks() {}

    /** Whether Microsoft Graph's own headers are on the answer. */
    static boolean bearsMark(RecordedCall call) {
        Headers headers = call.exchange().answerHeaders();
        return headers.has("x-ms-ags-diagnostic") || headers.has("request-id");
    }

    /** The host's name is known. */
    static CheckResult dns(CheckContext context) {
        return phase(context, DNS, trace -> reached("resolved", trace.phases().resolve(), trace));
    }

    /** The host takes connections. */
    static CheckResult tcp(CheckContext context) {
        return phase(context, TCP, trace -> reached("connected", trace.phases().connect(), trace));
    }

    /** The connection is encrypted and trusted. */
    static CheckResult tls(CheckContext context) {
        String baseUrl = context.settings().target().baseUrl();
        return phase(
                context,
                TLS,
                trace -> baseUrl.startsWith("http:")
                        ? CheckResult.pass("plain HTTP to loopback", Probe.CONTROL.id())
                        : encrypted(trace));
    }

    /** What is wrong when the call ended with one of these faults, or else how far it came. */
    private static CheckResult phase(
            CheckContext context, Set<TransportFault> faults, Function<Trace, CheckResult> healthy) {
        RecordedCall call = context.call(Probe.CONTROL);
        Finding finding = call.finding();
        boolean here =
                call.exchange().outcome() instanceof Unanswered unanswered && faults.contains(unanswered.fault());
        return here && finding != null
                ? CheckResult.of(finding, call.id())
                : healthy.apply(call.exchange().trace());
    }

    private static CheckResult encrypted(Trace trace) {
        if (trace.tlsProtocol() == null) {
            return CheckResult.notReached("not reached: the answer comes from the proxy", Probe.CONTROL.id());
        }
        Duration took = trace.phases().tls();
        String issuer = trace.tlsIssuer();
        Told by = issuer == null ? Told.own("") : Redactor.told(issuer).between(", issued by ", "");
        String in = ", " + (took == null ? "" : "in " + took.toMillis() + " ms");
        return CheckResult.of(List.of(), by.between(trace.tlsProtocol(), in), Probe.CONTROL.id());
    }

    /** A step without a duration was not made: the proxy took it over, or it was never reached. */
    private static CheckResult reached(String what, @Nullable Duration took, Trace trace) {
        String proxy = trace.proxy();
        if (took == null) {
            return CheckResult.notReached(proxy == null ? "not reached" : "left to the proxy", Probe.CONTROL.id());
        }
        Told detail = Told.own(what + " in " + took.toMillis() + " ms");
        return CheckResult.of(
                List.of(),
                proxy == null ? detail : detail.then(Redactor.toldUrl(proxy).between(" through the proxy ", "")),
                Probe.CONTROL.id());
    }

    /** Microsoft Graph answers, and not something in between. */
    static CheckResult responder(CheckContext context) {
        RecordedCall call = context.call(Probe.CONTROL);
        Finding finding = call.finding();
        Answered answer = call.exchange().answer();
        if (answer == null && finding != null) {
            return CheckResult.failed(finding, call.id());
        }
        Responder responder = call.diagnosis().seen().responder();
        if (responder == Responder.UNKNOWN) {
            String status = "HTTP " + (answer == null ? "" : answer.status());
            return CheckResult.of(context.finding("responder-unknown", "answer", status), call.id());
        }
        if (responder != Responder.SCIM && responder != Responder.GRAPH) {
            return finding == null ? CheckResult.pass(responder.slug(), call.id()) : CheckResult.of(finding, call.id());
        }
        return bearsMark(call)
                ? CheckResult.pass("identified by its headers", call.id())
                : CheckResult.of(
                        context.finding(NOT_ENTRA, "headers", "no request-id, no x-ms-ags-diagnostic")
                                .asWarning(),
                        call.id());
    }

    /** A call without a token is refused, as it must be; whatever else comes back is worth knowing before a token is sent. */
    static CheckResult control(CheckContext context) {
        RecordedCall call = context.call(Probe.CONTROL);
        Answered answer = call.exchange().answer();
        Finding finding = call.finding();
        boolean refused = answer != null && answer.status() == 401;
        boolean noToken = finding == null
                || finding.id().equals("token-missing")
                || finding.id().equals("token-rejected");
        if (refused && noToken) {
            return CheckResult.pass("HTTP 401, as it should be", call.id());
        }
        if (finding == null && answer != null && answer.isSuccess()) {
            return CheckResult.of(
                    context.finding("control-call-accepted", "answer", "HTTP " + answer.status()), call.id());
        }
        return finding == null ? CheckResult.pass("", call.id()) : CallChecks.failed(finding, call);
    }
}
