package io.scimdoctor.check;

import io.scimdoctor.catalog.Responder;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
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
import org.jspecify.annotations.Nullable;

/** The way to the service, read off one call without a token, so that no phase costs a connection of its own. */
final class NetworkChecks {
    private static final Set<TransportFault> TCP = EnumSet.of(
            TransportFault.CONNECTION_REFUSED,
            TransportFault.CONNECT_TIMEOUT,
            TransportFault.NETWORK_UNREACHABLE,
            TransportFault.PROXY_UNREACHABLE);
    private static final Set<TransportFault> TLS = EnumSet.of(
            TransportFault.TLS_UNTRUSTED,
            TransportFault.TLS_HOSTNAME_MISMATCH,
            TransportFault.TLS_EXPIRED,
            TransportFault.TLS_PROTOCOL,
            TransportFault.TLS_CLIENT_CERTIFICATE,
            TransportFault.TLS_FAILURE);

    /** The finding that another product's SCIM service answers. */
    static final String NOT_ENTRA = "responder-not-entra";

    private NetworkChecks() {}

    /** Whether Microsoft Graph's own headers are on the answer. */
    static boolean bearsMark(RecordedCall call) {
        Answered answer = call.exchange().answer();
        return answer != null
                && (answer.headers().has("x-ms-ags-diagnostic")
                        || answer.headers().has("request-id"));
    }

    static Check dns() {
        CheckInfo info = CheckInfo.of("network.dns", "The host's name is known", "configuration.base-url");
        return new Phase(info, EnumSet.of(TransportFault.DNS_FAILURE));
    }

    static Check tcp() {
        return new Phase(CheckInfo.of("network.tcp", "The host takes connections", "network.dns"), TCP);
    }

    static Check tls() {
        return new Phase(CheckInfo.of("network.tls", "The connection is encrypted and trusted", "network.tcp"), TLS);
    }

    /** One phase of the connection. */
    private record Phase(CheckInfo info, Set<TransportFault> faults) implements Check {
        @Override
        public CheckResult run(CheckContext context) {
            RecordedCall call = context.call(Probe.CONTROL);
            Exchange exchange = call.exchange();
            Finding finding = call.finding();
            if (exchange.outcome() instanceof Unanswered unanswered
                    && faults.contains(unanswered.fault())
                    && finding != null) {
                return CheckResult.of(List.of(finding), "", call.id());
            }
            Trace trace = exchange.trace();
            return switch (info.id()) {
                case "network.dns" -> reached("resolved", trace.phases().resolve(), trace, call);
                case "network.tcp" -> reached("connected", trace.phases().connect(), trace, call);
                default -> encryption(trace, context.settings().target().baseUrl(), call);
            };
        }

        /** A step without a duration was not made: the proxy took it over, or it was never reached. */
        private static CheckResult reached(String what, @Nullable Duration duration, Trace trace, RecordedCall call) {
            String proxy = trace.proxy();
            if (duration == null) {
                return CheckResult.notReached(proxy == null ? "not reached" : "left to the proxy", call.id());
            }
            Told detail = Told.own(time(what, duration));
            return CheckResult.pass(
                    proxy == null ? detail : detail.then(Redactor.toldUrl(proxy).between(" through the proxy ", "")),
                    call.id());
        }

        private static CheckResult encryption(Trace trace, String baseUrl, RecordedCall call) {
            if (baseUrl.startsWith("http:")) {
                return CheckResult.pass("plain HTTP to loopback", call.id());
            }
            if (trace.tlsProtocol() == null) {
                return CheckResult.notReached("not reached: the answer comes from the proxy", call.id());
            }
            String issuer = trace.tlsIssuer();
            Told by = issuer == null ? Told.own("") : Redactor.told(issuer).between(", issued by ", "");
            return CheckResult.pass(
                    by.between(
                            trace.tlsProtocol(), ", " + time("", trace.phases().tls())),
                    call.id());
        }

        private static String time(String what, @Nullable Duration duration) {
            String in = duration == null ? "" : "in " + duration.toMillis() + " ms";
            return what.isEmpty() || in.isEmpty() ? what + in : what + " " + in;
        }
    }

    /** Microsoft Graph answers, and not something in between. */
    static final class Answering implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of("network.responder", "Microsoft Graph itself answers", "network.tls");
        }

        @Override
        public CheckResult run(CheckContext context) {
            RecordedCall call = context.call(Probe.CONTROL);
            Finding finding = call.finding();
            Answered answer = call.exchange().answer();
            if (answer == null && finding != null) {
                return CheckResult.failed(finding, call.id());
            }
            Responder responder = call.diagnosis().seen().responder();
            boolean marked = bearsMark(call);
            return switch (responder) {
                case SCIM, GRAPH ->
                    marked
                            ? CheckResult.pass("identified by its headers", call.id())
                            : CheckResult.of(
                                    List.of(context.finding(
                                                    NOT_ENTRA, "headers", "no request-id, no x-ms-ags-diagnostic")
                                            .asWarning()),
                                    "",
                                    call.id());
                case UNKNOWN -> {
                    Finding unknown = context.finding(
                            "responder-unknown", "answer", "HTTP " + (answer == null ? "" : answer.status()));
                    yield CheckResult.of(List.of(unknown), "", call.id());
                }
                case TOKEN_ENDPOINT, MANAGED_IDENTITY, EDGE, PROXY, ANOTHER_API, ANOTHER_PRODUCT ->
                    CheckResult.of(finding == null ? List.of() : List.of(finding), responder.slug(), call.id());
            };
        }
    }

    /** A call without a token is refused, as it must be; whatever else comes back is worth knowing before a token is sent. */
    static final class Control implements Check {
        private static final int UNAUTHORIZED = 401;

        @Override
        public CheckInfo info() {
            return CheckInfo.of("network.control", "A call without a token is refused", "network.responder");
        }

        @Override
        public CheckResult run(CheckContext context) {
            RecordedCall call = context.call(Probe.CONTROL);
            Answered answer = call.exchange().answer();
            Finding finding = call.finding();
            if (answer != null && answer.isSuccess() && finding == null) {
                Finding accepted = context.finding("control-call-accepted", "answer", "HTTP " + answer.status());
                return CheckResult.of(List.of(accepted), "", call.id());
            }
            boolean refused = answer != null && answer.status() == UNAUTHORIZED;
            boolean noToken = finding != null
                    && (finding.id().equals("token-missing") || finding.id().equals("token-rejected"));
            if (refused && (noToken || finding == null)) {
                return CheckResult.pass("HTTP 401, as it should be", call.id());
            }
            return CallCheck.result(finding, "", call);
        }
    }
}
