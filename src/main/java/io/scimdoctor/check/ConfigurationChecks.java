package io.scimdoctor.check;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.Authority;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.TokenJudge;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be said before the first call, and of the clock after it. */
final class ConfigurationChecks {
    private ConfigurationChecks() {}

    /** Everything that a token needs is configured. */
    static final class Complete implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of("configuration.complete", "Everything that is needed is configured");
        }

        @Override
        public CheckResult run(CheckContext context) {
            CheckSettings settings = context.settings();
            Credential credential = settings.credential();
            if (credential instanceof Credential.ClientCredentials client
                    && client.proof().show(context.now()) instanceof ClientProof.Unusable unusable) {
                return CheckResult.unknown(context.unusable(unusable));
            }
            if (credential != null) {
                return CheckResult.pass(source(credential));
            }
            if (settings.missing().isEmpty()) {
                return CheckResult.unknown(context.finding(
                        "credential-missing", "credential", "no token and no client credentials are configured"));
            }
            String missing = String.join(", ", settings.missing());
            return CheckResult.unknown(context.finding("configuration-incomplete", "missing", missing));
        }
    }

    private static String source(Credential credential) {
        return credential instanceof Credential.GivenToken ? "token from " + credential.source() : credential.source();
    }

    /** The base URL is one of Microsoft's, or deliberately another. */
    static final class BaseUrl implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of("configuration.base-url", "The base URL can be right");
        }

        @Override
        public CheckResult run(CheckContext context) {
            String url = context.settings().target().baseUrl();
            URI uri = parse(url);
            String host =
                    uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            if (uri == null || host.isEmpty()) {
                return CheckResult.of(
                        List.of(context.finding("base-url-invalid", "base URL", Redactor.toldUrl(url))), "");
            }
            List<Finding> findings = findings(context, uri, host);
            if (context.settings().target().insecure() && "https".equalsIgnoreCase(uri.getScheme())) {
                findings.add(context.finding("certificate-unchecked", "option", "--insecure"));
            }
            return CheckResult.of(findings, Redactor.toldUrl(url));
        }

        private static List<Finding> findings(CheckContext context, URI uri, String host) {
            List<Finding> findings = new ArrayList<>();
            Cloud cloud = Cloud.ofGraphHost(host);
            boolean loopback = Authority.isLoopback(host);
            boolean plain = !"https".equalsIgnoreCase(uri.getScheme());
            boolean right = String.valueOf(uri.getPath()).equalsIgnoreCase(Cloud.BASE_PATH);
            if (plain && !loopback) {
                findings.add(context.finding("base-url-invalid", "scheme", "plain http, which would show the token"));
            } else if (Cloud.isLoginHost(host)) {
                findings.add(context.finding("wrong-base-url", "host", host + " issues tokens; it serves no SCIM"));
            } else if (cloud != null && !right) {
                findings.add(context.finding(
                        "wrong-base-url", "path", shown(uri).between("", " where " + Cloud.BASE_PATH + " is due")));
            } else if (cloud == null
                    && !loopback
                    && !context.settings().target().allowedHosts().contains(host)) {
                findings.add(context.finding("base-url-unusual", "host", host + " is none of Microsoft Graph's hosts"));
            }
            if (cloud != null && !cloud.isNamedByScimDocumentation()) {
                findings.add(context.finding("cloud-undocumented", "cloud", cloud.slug()));
            }
            return findings;
        }

        private static Told shown(URI uri) {
            String path = String.valueOf(uri.getPath());
            return path.isEmpty() ? Told.own("no path") : Redactor.toldUrl(path);
        }

        private static @Nullable URI parse(String url) {
            try {
                return new URI(url);
            } catch (URISyntaxException e) {
                return null;
            }
        }
    }

    /** The local clock agrees with the server's, within what token validation tolerates. */
    static final class Clock implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of("configuration.clock", "The local clock agrees with the server's", "network.responder");
        }

        @Override
        public CheckResult run(CheckContext context) {
            Duration skew = context.skew();
            if (skew == null) {
                return CheckResult.pass("not compared: the answer bears no Date");
            }
            Duration size = skew.abs();
            String apart = size.toSeconds() < 120 ? size.toSeconds() + " s" : size.toMinutes() + " min";
            if (size.compareTo(TokenJudge.TOLERATED_SKEW) <= 0) {
                return CheckResult.pass(apart + " apart");
            }
            String id = skew.isNegative() ? "clock-ahead" : "clock-behind";
            String sense = skew.isNegative() ? "ahead of" : "behind";
            Finding finding = context.finding(id, "local clock", apart + " " + sense + " the server's");
            return CheckResult.of(List.of(finding), apart, Probe.CONTROL.id());
        }
    }
}
